import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, openCloud } from "./support.ts";

const templates = [{ id: "T1", title: "审核结果", fields: { thing1: "内容", phrase2: "结果" } }];
const cloud = await openCloud({ templates, countSubscriptions: true });

const data = { thing1: { value: "打扫河边" }, phrase2: { value: "已通过" } };

const send = async (message: object) =>
  (
    await ask(cloud, "wechat", {
      api: "subscribeMessage.send",
      data: { touser: "oAnna", templateId: "T1", page: "pages/a?id=1", data, ...message },
    })
  ).errCode;

test("a person's tap allows one message, and no second", async () => {
  assert.equal(await send({}), 43101);
  await fetch(`${cloud.url}/wechat/people/oAnna/subscriptions`, {
    method: "POST",
    body: JSON.stringify({ templateIds: ["T1"] }),
  });
  assert.equal(await send({ touser: "oBen" }), 43101);
  assert.equal(await send({}), 0);
  assert.equal(await send({}), 43101);
});

test("the message arrives as a service notice under the template's names", () => {
  const [{ n, at, ...notice } = assert.fail("no notice"), ...others] =
    cloud.wechat.seenBy("oAnna").notices;
  assert.deepEqual(others, []);
  assert.ok(n > 0 && at);
  assert.deepEqual(notice, {
    title: "审核结果",
    lines: [
      { name: "内容", value: "打扫河边" },
      { name: "结果", value: "已通过" },
    ],
    page: "pages/a?id=1",
  });
});

test("a template of another account, and a value too few or too many, are refused", async () => {
  cloud.wechat.subscribe("oAnna", ["T1", "T2"]);
  const { phrase2: _, ...fewer } = data;
  assert.equal(await send({ templateId: "T2" }), 40037);
  assert.equal(await send({ data: fewer }), 47003);
  assert.equal(await send({ data: { ...data, thing9: { value: "更多" } } }), 47003);
  assert.equal(await send({}), 0);
});

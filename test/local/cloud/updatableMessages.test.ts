import assert from "node:assert/strict";
import { test } from "node:test";
import { stateLine } from "../../../local/cloud/openapi/updatableMessage.ts";
import { ask, openCloud } from "./support.ts";

const groups = [
  { id: "readers", name: "读书群", members: ["oAnna", "oBen"] },
  { id: "all", name: "大群" },
];
const contacts = [{ openid: "oAnna", name: "安娜" }];
const cloud = await openCloud({ groups, contacts });

const call = (api: string, data: object = {}) =>
  ask(cloud, "wechat", { api: `updatableMessage.${api}`, data });

const set = (activityId: unknown, targetState: unknown, parameters: Record<string, string>) =>
  call("setUpdatableMsg", {
    ...{ activityId, targetState },
    templateInfo: {
      parameterList: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    },
  });

const joining = { member_count: "2", room_limit: "3" };
const entering = { path: "pages/done", version_type: "release" };
const card = { title: "打扫河边", path: "/pages/a?id=1", imageUrl: "" };

const newActivity = async () => String((await call("createActivityId")).activityId);

/** The menu of a page that shares an updatable card. */
const updatable = (activityId: string, templateId?: string) => ({
  ...{ withShareTicket: true, isUpdatableMessage: true, activityId },
  templateInfo: {
    templateId,
    parameterList: [
      { name: "member_count", value: "0" },
      { name: "room_limit", value: "1" },
    ],
  },
});

/** The cards that a person sees in a group. */
const cardsIn = (group: string, openid: string) =>
  cloud.wechat.seenBy(openid).conversations.find(({ id }) => id === group)?.cards;

test("an id of an updatable message holds for a day", async () => {
  const { activityId, expirationTime } = await call("createActivityId");
  assert.match(String(activityId), /^[\da-f-]{36}$/);
  const hours = (Number(expirationTime) - Date.now() / 1000) / 3600;
  assert.ok(hours > 23.9 && hours <= 24);
});

test("a shared card's line reads as WeChat's template has it, and changes with its state", async () => {
  for (const [templateId, started] of [
    [undefined, "已开始"],
    ["21B034D08C5615B9889CE362BB957B1EE69A584B", "已开始"],
    ["666F374D69D16C932E45D7E7D9F10CEF6177F5F5", "已到齐"],
  ] as const) {
    const id = await newActivity();
    cloud.wechat.share("oAnna", { group: "readers" }, card, updatable(id, templateId));
    const line = () => cardsIn("readers", "oBen")?.at(-1)?.state;
    const zero = { state: 0, color: "#10AEFF" };
    assert.deepEqual(line(), { ...zero, text: "成员正在加入，当前 0/1 人" });
    assert.equal((await set(id, 0, joining)).errCode, 0);
    assert.deepEqual(line(), { ...zero, text: "成员正在加入，当前 2/3 人" });
    assert.equal((await set(id, 1, entering)).errCode, 0);
    const expected = { state: 1, text: started, color: "#07C160", path: "pages/done" };
    assert.deepEqual(line(), expected);
  }
});

test("setUpdatableMsg refuses by WeChat's numbers", async () => {
  const id = await newActivity();
  for (const [answer, errCode] of [
    [await set(undefined, 0, joining), 47001],
    [await call("setUpdatableMsg", { activityId: id, targetState: 0 }), 47001],
    [await set(id, 0, { member_count: "2" }), 47001],
    [await set(id, 1, { path: "pages/done" }), 47001],
    [await set("nobody's", 0, joining), 47501],
    [await set(id, 2, entering), 47502],
    [await set(id, "1", entering), 47502],
    [await set(id, 1, { ...entering, version_type: "beta" }), 47503],
  ] as const) {
    assert.equal(answer.errCode, errCode, JSON.stringify(answer));
  }
  assert.equal((await set(id, 1, entering)).errCode, 0);
  assert.equal((await set(id, 0, joining)).errCode, 47502);
});

test("an id is of no use after a day", async (t) => {
  const id = await newActivity();
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() + 24 * 3_600_000 });
  const late = await set(id, 0, joining);
  t.mock.timers.reset();
  assert.equal(late.errCode, 47504);
});

test("a line that nobody changes for a day ends by itself", async () => {
  const id = await newActivity();
  await set(id, 1, entering);
  const at = Date.parse(cloud.outbox().at(-1)?.at ?? "");
  const after = (hours: number) =>
    stateLine(updatable(id), cloud.outbox(), at + hours * 3_600_000)?.text;
  assert.equal(after(23.9), "已开始");
  assert.equal(after(24), "已结束");
});

test("private messages are refused by name", async () => {
  const { errMsg } = await call("createActivityId", { openid: "oAnna" });
  assert.match(String(errMsg), /does not support private messages/);
});

test("a card is seen in its group by the members, with the scene and the ticket of a group", () => {
  cloud.wechat.share("oAnna", { group: "readers" }, card, { withShareTicket: true });
  const [seen] = cardsIn("readers", "oBen")?.slice(-1) ?? [];
  const { n, at, shareTicket, ...rest } = seen ?? {};
  assert.ok(n && at);
  assert.match(shareTicket ?? "", /^[\da-f-]{36}$/);
  assert.deepEqual(rest, {
    ...{ card, mine: false, scene: 1044 },
    by: { openid: "oAnna", name: "安娜" },
  });
  assert.equal(cardsIn("readers", "oAnna")?.at(-1)?.mine, true);
  assert.equal(cardsIn("readers", "oStranger"), undefined);
});

test("without a ticket the scene is that of a group's card, and of a friend's in a single chat", () => {
  cloud.wechat.share("oAnna", { group: "all" }, card);
  assert.equal(cardsIn("all", "oStranger")?.at(-1)?.scene, 1008);
  cloud.wechat.share("oBen", { openid: "oAnna" }, card, { withShareTicket: true });
  const single = cloud.wechat.seenBy("oBen").conversations.at(-1);
  assert.deepEqual([single?.id, single?.name, single?.kind], ["oAnna", "安娜", "friend"]);
  const [seen] = cardsIn("oBen", "oAnna") ?? [];
  assert.equal(seen?.scene, 1007);
  assert.equal(seen?.shareTicket, undefined);
});

test("nobody shares into a group where they are not", async () => {
  const share = (openid: string, group: string) =>
    fetch(`${cloud.url}/wechat/people/${openid}/shares`, {
      method: "POST",
      body: JSON.stringify({ to: { group }, card, menu: {} }),
    });
  assert.equal((await share("oStranger", "readers")).status, 400);
  assert.equal((await share("oAnna", "none")).status, 400);
  assert.equal((await share("oBen", "readers")).status, 200);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { answers } from "../../../local/cloud/openapi/answers.ts";
import { pathCode } from "../../../local/cloud/openapi/pageCode.ts";
import { type Answer, ask, eventually, openCloud, sdkOf } from "./support.ts";

const cloud = await openCloud({
  checks: { words: ["坏话"], files: ["risky"] },
  pushFunction: "pushed",
});

/** Calls WeChat's server API from a function that runs for oAnna. */
const wechat = (api: string, data: object = {}) => ask(cloud, "wechat", { api, data });

const notice = {
  touser: "oBen",
  page: "pages/index",
  templateId: "T1",
  data: { thing1: { value: "打扫卫生" }, date3: { value: "2024-05-01" } },
};

test("a call is answered, and is in the outbox as WeChat would have got it", async () => {
  assert.deepEqual(await wechat("subscribeMessage.send", notice), {
    errCode: 0,
    errMsg: "openapi.subscribeMessage.send:ok",
  });
  const { n, at, ...message } = cloud.outbox().at(-1) ?? {};
  assert.equal(n, cloud.outbox().length);
  assert.ok(Math.abs(Date.parse(String(at)) - Date.now()) < 60_000);
  assert.deepEqual(message, {
    api: "subscribeMessage.send",
    data: { touser: "oBen", page: "pages/index", template_id: "T1", data: notice.data },
    openid: "oAnna",
    function: "wechat",
    outcome: { errcode: 0, errmsg: "ok" },
  });
});

test("an API that config.json does not permit is refused as in production, and said in the outbox", async () => {
  const event = { api: "subscribeMessage.send", data: notice };
  const { errCode } = await ask(cloud, "unpermitted", event);
  assert.equal(errCode, -604101);
  const { outcome, function: name } = cloud.outbox().at(-1) ?? {};
  assert.equal(name, "unpermitted");
  assert.deepEqual(outcome, { errcode: -604101, errmsg: "no permission" });
});

test("an API that the local cloud does not answer is refused by name", async () => {
  const { errMsg } = await wechat("img.aiCrop", {});
  assert.match(String(errMsg), /The local cloud does not support img\.aiCrop\./);
});

test("a subscribe message whose value breaks WeChat's rule for its kind is refused", async () => {
  for (const [key, value, complaint] of [
    ["thing1", "二十一个字二十一个字二十一个字二十一个字二", "invalid"],
    ["thing1", "", "is empty"],
    ["phrase2", "正在进行中呢", "invalid"],
    ["phrase2", "done", "invalid"],
    ["number4", "many", "invalid"],
    ["character_string5", "汉字", "invalid"],
  ] as const) {
    const data = { ...notice, data: { [key]: { value } } };
    const { errCode, errMsg } = await wechat("subscribeMessage.send", data);
    assert.equal(errCode, 47003);
    assert.match(String(errMsg), new RegExp(`argument invalid! data.${key}.value ${complaint}`));
  }
  const good = {
    thing1: { value: "二十个字二十个字二十个字二十个字二十个字" },
    phrase2: { value: "已通过" },
  };
  assert.equal((await wechat("subscribeMessage.send", { ...notice, data: good })).errCode, 0);
});

test("a subscribe message without a receiver or a template is refused", async () => {
  const { touser: _, ...nobody } = notice;
  assert.equal((await wechat("subscribeMessage.send", nobody)).errCode, 40003);
  const { templateId: __, ...untyped } = notice;
  assert.equal((await wechat("subscribeMessage.send", untyped)).errCode, 40037);
});

test("the code of a phone stands for the number that it ends with", async () => {
  const { phoneInfo } = await wechat("phonenumber.getPhoneNumber", { code: "c-13800000000" });
  const { watermark, ...info } = phoneInfo as Answer;
  assert.deepEqual(info, {
    phoneNumber: "13800000000",
    purePhoneNumber: "13800000000",
    countryCode: "86",
  });
  assert.equal((watermark as Answer).appid, "wx0123456789abcdef");
  const { errCode } = await wechat("phonenumber.getPhoneNumber", { code: "c" });
  assert.equal(errCode, 40029);
});

/** What a camera would read in an answer's picture. */
function readCode({ base64 }: Answer): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(String(base64), "base64"));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

test("a Mini Program code is a picture that holds its page and scene", async () => {
  const wish = { page: "pages/detail/index", scene: "a=1", width: 280 };
  const answer = await wechat("wxacode.getUnlimited", wish);
  assert.equal(answer.contentType, "image/png");
  assert.deepEqual(cloud.outbox().at(-1)?.outcome, { contentType: "image/png" });
  assert.equal(readCode(answer), "wxacode:pages/detail/index?scene=a%3D1");
});

test("a Mini Program code is refused where WeChat refuses it", async () => {
  for (const [wish, errCode] of [
    [{ scene: "s".repeat(33) }, 40169],
    [{ scene: "汉字" }, 40169],
    [{ scene: "a", page: "/pages/detail/index" }, 41030],
  ] as const) {
    const answer = await wechat("wxacode.getUnlimited", wish);
    assert.equal(answer.errCode, errCode, JSON.stringify(wish));
  }
  assert.deepEqual(pathCode({ path: "" }), {
    json: { errcode: 40159, errmsg: "invalid length for path" },
  });
});

const text = { content: "今天扫了地", version: 2, scene: 2, openid: "oAnna" };

test("msgSecCheck finds a text risky that contains one of the words", async () => {
  const check = (content: string) => wechat("security.msgSecCheck", { ...text, content });
  const { result, traceId } = await check("今天扫了地");
  assert.deepEqual(result, { suggest: "pass", label: 100 });
  assert.match(String(traceId), /^\w{24}$/);
  assert.deepEqual((await check("说了坏话")).result, { suggest: "risky", label: 21000 });
});

test("msgSecCheck refuses what WeChat's does", async () => {
  for (const [wrong, errCode] of [
    [{ content: "" }, 44002],
    [{ content: "字".repeat(2501) }, 45002],
    [{ openid: "" }, 40003],
    [{ scene: 5 }, 40129],
    [{ openid: "oWhoWasNeverHere" }, 61010],
  ] as const) {
    const answer = await wechat("security.msgSecCheck", { ...text, ...wrong });
    assert.equal(answer.errCode, errCode, JSON.stringify(wrong).slice(0, 40));
  }
  const longest = await wechat("security.msgSecCheck", { ...text, content: "字".repeat(2500) });
  assert.equal(longest.errCode, 0);
  const { errMsg } = await wechat("security.msgSecCheck", { ...text, version: 1 });
  assert.match(String(errMsg), /supports security\.msgSecCheck in version 2 only/);
});

test("a user whom WeChat's message push brings counts as active", async () => {
  const event = { FromUserName: "oWriter", MsgType: "text", api: "security.msgSecCheck" };
  const data = { ...text, openid: "oWriter" };
  const { errCode } = (await cloud.push("wechat", { ...event, data })) as Answer;
  assert.equal(errCode, 0);
});

test("a user counts as active after a visit, also for a check that another's call makes", async () => {
  const check = () => wechat("security.msgSecCheck", { ...text, openid: "oElder" });
  assert.equal((await check()).errCode, 61010);
  await ask(cloud, "who", {}, "oElder");
  assert.equal((await check()).errCode, 0);
});

/** Has a file checked. @returns the event that the verdict came in, and who its caller was */
async function verdictOn(mediaUrl: string): Promise<{ event: Answer; caller: unknown }> {
  const media = { mediaUrl, mediaType: 2, version: 2, scene: 1, openid: "oAnna" };
  const { traceId, errCode } = await wechat("security.mediaCheckAsync", media);
  assert.equal(errCode, 0);
  const pushes = sdkOf(cloud).database().collection("pushes");
  return eventually(async () => {
    const { data } = await pushes.where({ "event.trace_id": traceId }).get();
    return data[0];
  });
}

async function upload(path: string, body: string): Promise<string> {
  await fetch(`${cloud.url}/phone/upload?path=${path}`, { method: "POST", body });
  const fileList = [`cloud://local.local/${path}`];
  const { fileList: found } = await sdkOf(cloud).getTempFileURL({ fileList });
  return String(found[0]?.tempFileURL);
}

test("the verdict of mediaCheckAsync comes as an event of WeChat's message push", async () => {
  const { event, caller } = await verdictOn(await upload("clean.jpg", "clean"));
  const { CreateTime, trace_id, ...rest } = event;
  assert.equal(caller, "oAnna");
  assert.ok(Math.abs(Number(CreateTime) - Date.now() / 1000) < 60);
  assert.match(String(trace_id), /^\w{24}$/);
  assert.deepEqual(rest, {
    ToUserName: "gh_local",
    FromUserName: "oAnna",
    MsgType: "event",
    Event: "wxa_media_check",
    appid: "wx0123456789abcdef",
    version: 2,
    errcode: 0,
    errmsg: "ok",
    detail: [{ strategy: "content_model", errcode: 0, suggest: "pass", label: 100, prob: 90 }],
    result: { suggest: "pass", label: 100 },
  });
});

test("a file is risky when its name or its bytes contain one of the signs", async () => {
  for (const url of [
    await upload("a-risky-picture.jpg", "bytes"),
    await upload("picture.jpg", "…risky…"),
    "https://elsewhere.example/risky.jpg",
  ]) {
    const { event } = await verdictOn(url);
    assert.deepEqual(event.result, { suggest: "risky", label: 21000 });
  }
});

test("the verdict on a file that cannot be fetched says so", async () => {
  const address = await upload("gone.jpg", "bytes");
  await sdkOf(cloud).deleteFile({ fileList: ["cloud://local.local/gone.jpg"] });
  const { event } = await verdictOn(address);
  assert.equal(event.errcode, -1008);
  assert.equal("result" in event, false);
});

test("the outbox is read by number over HTTP, and followed live", async () => {
  const before = cloud.outbox().length;
  const seen: number[] = [];
  const stop = cloud.onOutbox(({ n }) => seen.push(n));
  const live = await fetch(`${cloud.url}/outbox/events?after=${before - 1}`);
  const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
  await wechat("subscribeMessage.send", notice);
  stop();
  await wechat("subscribeMessage.send", notice);
  assert.deepEqual(seen, [before + 1]);
  const { messages } = (await (await fetch(`${cloud.url}/outbox?after=${before}`)).json()) as {
    messages: Answer[];
  };
  assert.deepEqual(messages, cloud.outbox(before));
  assert.deepEqual(
    messages.map(({ n }) => n),
    [before + 1, before + 2],
  );
  let events = "";
  while ((events.match(/\n\n/g) ?? []).length < 3) events += (await reader?.read())?.value;
  await reader?.cancel();
  assert.deepEqual(
    events.match(/^id: \d+$/gm),
    [before, before + 1, before + 2].map((n) => `id: ${n}`),
  );
  const [, data] = /^data: (.*)$/m.exec(events) ?? [];
  assert.deepEqual(JSON.parse(String(data)), cloud.outbox(before - 1)[0]);
});

test("every API of the table is named in the README", async () => {
  const { readFileSync } = await import("node:fs");
  const readme = readFileSync(new URL("../../../local/cloud/README.md", import.meta.url), "utf8");
  for (const api of answers.keys()) assert.ok(readme.includes(`\`${api}\``), api);
});

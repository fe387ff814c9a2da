import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PNG } from "pngjs";
import { startCloud } from "../../../local/cloud/cloud.ts";
import { openTemporaryMedia, uploadTempMedia } from "../../../local/cloud/openapi/media.ts";
import { openPushDoor } from "../../../local/cloud/wechat/pushDoor.ts";
import { ask, functionsDir, openCloud, sdkOf, temporaryFolder } from "./support.ts";

const cloud = await openCloud({ pushFunction: "pushed" });

const call = (api: string, data: object) =>
  ask(cloud, "wechat", { api: `customerServiceMessage.${api}`, data }, "oService");

const send = (touser: string, message: object) => call("send", { touser, ...message });

const text = (content: string) => ({ msgtype: "text", text: { content } });

/** The pushes that reached the function, the oldest first. */
async function pushesOf(openid: string): Promise<Push[]> {
  const pushes = sdkOf(cloud).database().collection("pushes");
  const { data } = await pushes.where({ "event.FromUserName": openid }).get();
  return data.map(({ event, caller }: { event: Push; caller: string }) => ({ ...event, caller }));
}

type Push = Readonly<{ CreateTime: number; MsgId: number; Content?: string; caller: string }>;

const post = (path: string, body: object) =>
  fetch(`${cloud.url}/wechat/people/${path}`, { method: "POST", body: JSON.stringify(body) });

test("what a person does in the chat reaches the function as WeChat's push", async () => {
  await cloud.wechat.enter("oAnna", "from the queue");
  await cloud.wechat.write("oAnna", "待办");
  const card = { title: "审核", path: "/pages/a?id=1", imageUrl: "/a.png" };
  await cloud.wechat.sendCard("oAnna", card);
  const events = await pushesOf("oAnna");
  const common = { ToUserName: "gh_local", FromUserName: "oAnna", caller: "oAnna" };
  const bare = events.map(({ CreateTime, MsgId: _, ...rest }) => {
    assert.ok(Math.abs(CreateTime - Date.now() / 1000) < 60);
    return rest;
  });
  assert.deepEqual(bare, [
    {
      ...common,
      MsgType: "event",
      Event: "user_enter_tempsession",
      SessionFrom: "from the queue",
    },
    { ...common, MsgType: "text", Content: "待办" },
    {
      ...common,
      ...{ MsgType: "miniprogrampage", Title: "审核", AppId: "wx0123456789abcdef" },
      ...{ PagePath: "pages/a?id=1", ThumbUrl: "/a.png", ThumbMediaId: "local-thumb-3" },
    },
  ]);
  const ids = events.slice(1).map(({ MsgId }) => MsgId);
  assert.ok(ids.every((id) => Number.isInteger(id) && id > Number.MAX_SAFE_INTEGER));
  assert.equal(new Set(ids).size, 2);
});

test("a person's last message is pushed again with the same MsgId", async () => {
  const { event, answer } = await cloud.wechat.write("oTwice", "一次");
  assert.equal(answer, "success");
  assert.equal((await post("oTwice/chat", { again: true })).status, 200);
  const events = await pushesOf("oTwice");
  const pushed = { ...event, caller: "oTwice" };
  assert.deepEqual(events, [pushed, pushed]);
  assert.equal((await post("oOther/chat", { again: true })).status, 400);
});

test("a push that nobody answers in time is made three times in all, a failure only once", async () => {
  const pushed: object[] = [];
  const event = { MsgId: 1 };
  const silent = openPushDoor((one) => {
    pushed.push(one);
    return new Promise(() => {});
  }, 10);
  await assert.rejects(silent(event), /has not answered 3 pushes/);
  assert.deepEqual(pushed, [event, event, event]);

  let calls = 0;
  const late = openPushDoor(() => {
    calls += 1;
    return calls === 1 ? new Promise(() => {}) : Promise.resolve('"success"');
  }, 10);
  assert.equal(await late(event), "success");
  assert.equal(calls, 2);

  let failures = 0;
  const failing = openPushDoor(() => {
    failures += 1;
    return Promise.reject(new Error("out of stamps"));
  }, 10);
  await assert.rejects(failing(event), /out of stamps/);
  assert.equal(failures, 1);
});

test("replies stand in the chat after what they answer; the outbox has them as they were sent", async () => {
  await cloud.wechat.write("oBen", "帮助");
  const message = { touser: "oBen", ...text("写“待办”") };
  assert.equal((await call("send", message)).errCode, 0);
  assert.deepEqual(cloud.outbox().at(-1)?.data, message);
  const link = { title: "说明", description: "怎么用", url: "https://a.example/", thumbUrl: "t" };
  await send("oBen", { msgtype: "link", link });
  const { chat } = cloud.wechat.seenBy("oBen");
  assert.deepEqual(
    chat.lines.map(({ mine, bubble }) => [mine, bubble]),
    [
      [true, { kind: "text", text: "帮助" }],
      [false, { kind: "text", text: "写“待办”" }],
      [
        false,
        {
          kind: "link",
          ...{ title: "说明", description: "怎么用", url: "https://a.example/", imageUrl: "t" },
        },
      ],
    ],
  );
  assert.equal(chat.left, 3);
});

test("five messages may follow each message of the person, the sixth is refused", async () => {
  const sendOne = async () => (await send("oFive", text("好"))).errCode;
  await cloud.wechat.write("oFive", "喂");
  for (let sent = 0; sent < 5; sent += 1) assert.equal(await sendOne(), 0);
  assert.equal(await sendOne(), 45047);
  assert.equal(cloud.wechat.seenBy("oFive").chat.left, 0);
  await cloud.wechat.write("oFive", "再来");
  assert.equal(await sendOne(), 0);
});

test("two messages may follow the opening of the chat", async () => {
  await cloud.wechat.enter("oLooker");
  const codes = [];
  for (let sent = 0; sent < 3; sent += 1) codes.push((await send("oLooker", text("好"))).errCode);
  assert.deepEqual(codes, [0, 0, 45047]);
});

test("whoever never wrote cannot be written to", async () => {
  assert.equal((await send("oStranger", text("好"))).errCode, 45015);
});

test("the 48 hours are counted from what is kept on disk", async () => {
  const dataDir = temporaryFolder();
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const wrote = (n: number, openid: string, hours: number) =>
    `${JSON.stringify({ n, at: hoursAgo(hours), kind: "wrote", openid, msgId: n, text: "喂" })}\n`;
  writeFileSync(join(dataDir, "deeds.jsonl"), wrote(1, "oLate", 49) + wrote(2, "oEarly", 47));
  const other = await openCloud({ dataDir });
  const codeFor = async (touser: string) => {
    const data = { touser, ...text("好") };
    const event = { api: "customerServiceMessage.send", data };
    return (await ask(other, "wechat", event)).errCode;
  };
  assert.equal(await codeFor("oLate"), 45015);
  assert.equal(await codeFor("oEarly"), 0);
});

test("a chat survives a restart, and its MsgIds go on", async () => {
  const options = {
    ...{ dataDir: temporaryFolder(), functionsDir, pushFunction: "pushed" },
    declaration: { collections: [{ name: "pushes", indexes: [] }] },
  };
  const first = await startCloud(options);
  const { event } = await first.wechat.write("oKeeper", "喂");
  const data = { touser: "oKeeper", ...text("在") };
  await ask(first, "wechat", { api: "customerServiceMessage.send", data });
  const { lines } = first.wechat.seenBy("oKeeper").chat;
  await first.close();
  const second = await openCloud(options);
  assert.equal(lines.length, 2);
  assert.deepEqual(second.wechat.seenBy("oKeeper").chat.lines, lines);
  const next = await second.wechat.write("oKeeper", "还在吗");
  const idOf = (one: object) => (one as { MsgId: number }).MsgId;
  assert.ok(idOf(next.event) > idOf(event));
});

test("a message that WeChat would not take is refused by its number", async () => {
  await cloud.wechat.write("oStrict", "喂");
  const long = (bytes: number) => text("字".repeat(Math.floor(bytes / 3)));
  const link = { title: "t", description: "d", url: "u" };
  const page = { title: "t", pagepath: "pages/a" };
  for (const [message, errCode] of [
    [{ msgtype: "song" }, 40008],
    [{}, 40008],
    [text(""), 44004],
    [long(2049 + 2), 45002],
    [{ msgtype: "image", image: { mediaId: "nobody's" } }, 40007],
    [{ msgtype: "link", link }, 47001],
    [{ msgtype: "miniprogrampage", miniprogrampage: { title: "t" } }, 47001],
    [{ msgtype: "miniprogrampage", miniprogrampage: page }, 40007],
  ] as const) {
    const answer = await send("oStrict", message);
    assert.equal(answer.errCode, errCode, JSON.stringify(message).slice(0, 80));
  }
  assert.equal((await call("send", text("好"))).errCode, 40003);
  assert.equal((await send("not an openid", text("好"))).errCode, 40003);
  assert.equal((await send("oStrict", long(2048))).errCode, 0);
});

test("a picture is uploaded, and sent by its id as a picture and on a card", async () => {
  const media = (bytes: Buffer) => ({
    type: "image",
    media: { contentType: "image/png", base64: bytes.toString("base64") },
  });
  const png = PNG.sync.write(new PNG({ width: 5, height: 4 }));
  const { mediaId, type } = await call("uploadTempMedia", media(png));
  assert.equal(type, "image");
  await cloud.wechat.write("oPainter", "看 1");
  assert.equal((await send("oPainter", { msgtype: "image", image: { mediaId } })).errCode, 0);
  const miniprogrampage = { title: "第 1 条", pagepath: "pages/a?id=1", thumbMediaId: mediaId };
  const card = { msgtype: "miniprogrampage", miniprogrampage };
  assert.equal((await send("oPainter", card)).errCode, 0);
  const imageUrl = `/wechat/media/${mediaId}`;
  const { lines } = cloud.wechat.seenBy("oPainter").chat;
  assert.deepEqual(
    lines.slice(1).map(({ bubble }) => bubble),
    [
      { kind: "image", imageUrl },
      { kind: "card", card: { title: "第 1 条", path: "/pages/a?id=1", imageUrl } },
    ],
  );
  const shown = await fetch(cloud.url + imageUrl);
  assert.equal(shown.headers.get("content-type"), "image/png");
  assert.deepEqual(Buffer.from(await shown.arrayBuffer()), png);
  assert.equal((await fetch(`${cloud.url}/wechat/media/local-none.png`)).status, 404);

  for (const [wrong, errCode] of [
    [{ ...media(png), type: "video" }, 40004],
    [{ type: "image" }, 41005],
    [media(Buffer.from("no picture")), 40005],
  ] as const) {
    assert.equal((await call("uploadTempMedia", wrong)).errCode, errCode);
  }
});

test("a picture of more than 10 MB is refused, and an id is of no use after three days", (t) => {
  const media = openTemporaryMedia(join(temporaryFolder(), "media"));
  const files = new Map([["media", Buffer.alloc(10 * 1024 * 1024 + 1)]]);
  assert.deepEqual(uploadTempMedia({ type: "image" }, files, media), {
    json: { errcode: 40009, errmsg: "invalid image size" },
  });
  const id = media.keep(Buffer.from("bytes"), "png");
  assert.equal(media.isUsable(id), true);
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() + 3 * 24 * 3_600_000 });
  assert.equal(media.isUsable(id), false);
  assert.equal(String(media.read(id)?.bytes), "bytes");
});

test("typing is shown until a message ends it, and needs a message shortly before", async () => {
  const typing = async (command: string, touser = "oWaiting") =>
    (await call("setTyping", { touser, command })).errCode;
  assert.equal(await typing("Typing", "not an openid"), 40003);
  assert.equal(await typing("Waving"), 45072);
  assert.equal(await typing("Typing"), 45080);
  await cloud.wechat.write("oWaiting", "喂");
  const isShown = () => cloud.wechat.seenBy("oWaiting").chat.typing;
  assert.equal(await typing("Typing"), 0);
  assert.equal(isShown(), true);
  assert.equal(await typing("Typing"), 45081);
  assert.equal(await typing("CancelTyping"), 0);
  assert.equal(isShown(), false);
  assert.equal(await typing("Typing"), 0);
  await send("oWaiting", text("在"));
  assert.equal(isShown(), false);
});

test("windows hear who has something new to see", async () => {
  const live = await fetch(`${cloud.url}/wechat/events`);
  const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
  await cloud.wechat.write("oHeard", "喂");
  await send("oHeard", text("在"));
  let events = "";
  while ((events.match(/\n\n/g) ?? []).length < 2) events += (await reader?.read())?.value;
  await reader?.cancel();
  assert.equal(events, 'data: {"openids":["oHeard"]}\n\n'.repeat(2));
});

test("HTTP refuses what nobody can do in a chat", async () => {
  for (const [path, body] of [
    ["oAnna/chat", { shout: "喂" }],
    ["oAnna/chat", { text: " " }],
    ["123/chat", { text: "喂" }],
    ["oAnna/subscriptions", { templateIds: ["1", "2", "3", "4", "5", "6"] }],
  ] as const) {
    assert.equal((await post(path, body)).status, 400, path);
  }
  assert.equal((await post("oAnna/dance", {})).status, 404);
});

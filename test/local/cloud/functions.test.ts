import assert from "node:assert/strict";
import { test } from "node:test";
import { eventBytesMax } from "../../../local/cloud/functions/functions.ts";
import { type Answer, ask, openCloud, sdkOf } from "./support.ts";

const cloud = await openCloud({ functionEnv: { COLOUR: "red" } });

/** As a program outside of functions does. */
async function callBySdk(name: string, data: object): Promise<Answer> {
  const { result } = await sdkOf(cloud).callFunction({ name, data });
  return result as Answer;
}

test("a function learns from getWXContext who calls from where, and in which environment", async () => {
  const caller = { openid: "oAnna", unionid: "uAnna" };
  const { wx } = (await cloud.call("who", {}, caller)) as { wx: object };
  assert.deepEqual(wx, {
    OPENID: "oAnna",
    UNIONID: "uAnna",
    APPID: "wx0123456789abcdef",
    CLIENTIP: "127.0.0.1",
    ENV: "local",
    SOURCE: "wx_client",
  });
});

test("a call without an openid is one by WeChat's HTTP API: nobody is calling", async () => {
  const { wx, event } = (await cloud.call("who", {})) as { wx: object; event: object };
  assert.deepEqual(wx, {
    APPID: "wx0123456789abcdef",
    CLIENTIP: "127.0.0.1",
    ENV: "local",
    SOURCE: "wx_http",
  });
  assert.deepEqual(event, { userInfo: { appId: "wx0123456789abcdef" } });
});

test("the event is what the phone sent, and the user whom WeChat adds to it", async () => {
  const { event } = await ask(cloud, "who", { list: [1, "二"], none: null });
  const userInfo = { appId: "wx0123456789abcdef", openId: "oAnna" };
  assert.deepEqual(event, { list: [1, "二"], none: null, userInfo });
});

test("the context says which request, which function and how long it may take", async () => {
  const { context } = await ask(cloud, "who", {});
  const { request_id, environment, ...rest } = context as Record<string, unknown>;
  assert.match(String(request_id), /^[\da-f-]{36}$/);
  assert.equal(JSON.parse(String(environment)).WX_OPENID, "oAnna");
  assert.deepEqual(rest, {
    function_name: "who",
    function_version: "$LATEST",
    namespace: "local",
    memory_limit_in_mb: 256,
    time_limit_in_ms: 20_000,
  });
});

test("environment variables of the console are in process.env, and those of this process are not", async () => {
  process.env.OF_THIS_PROCESS = "secret";
  const { colour, ofThisProcess } = await ask(cloud, "who", {});
  assert.deepEqual([colour, ofThisProcess], ["red", undefined]);
});

test("a function calls another on behalf of its caller, and SOURCE grows", async () => {
  const { result } = await ask(cloud, "relay", { name: "who", data: { a: 1 } });
  const { wx, event } = result as { wx: Record<string, unknown>; event: object };
  assert.equal(wx.OPENID, "oAnna");
  assert.equal(wx.SOURCE, "wx_client,scf");
  assert.deepEqual(event, { a: 1 });
});

test("a program outside of functions calls one through its SDK", async () => {
  const { event, wx } = await callBySdk("who", { a: 1 });
  assert.deepEqual(event, { a: 1 });
  assert.equal((wx as { SOURCE: string }).SOURCE, "scf");
});

test("a function that does not exist is refused, to functions and to programs", async () => {
  const message = /FunctionName parameter could not be found/;
  const { errMsg } = await ask(cloud, "relay", { name: "nobody" });
  assert.match(String(errMsg), message);
  for (const name of ["nobody", "../functions-fixture/who", "who/../who"]) {
    const refusal = { code: "FUNCTION_NOT_FOUND", message };
    await assert.rejects(callBySdk(name, {}), refusal);
    await assert.rejects(cloud.call(name, {}), refusal);
  }
});

test("an event of 100 KB is taken, and one byte more is refused", async () => {
  const text = (bytes: number) => "x".repeat(bytes - '{"text":""}'.length);
  const { event } = await callBySdk("who", { text: text(eventBytesMax) });
  assert.deepEqual(event, { text: text(eventBytesMax) });
  const call = callBySdk("who", { text: text(eventBytesMax + 1) });
  await assert.rejects(call, { code: "EXCEED_MAX_PAYLOAD_SIZE" });
});

test("a phone gets at most 1 MB of result, another function at most 6 MB", async () => {
  const much = (bytes: number) => ({ how: "answersMuch", bytes: bytes - 2 });
  const megabyte = 1024 * 1024;
  const refusal = { code: "EXCEED_MAX_PAYLOAD_SIZE" };
  assert.equal(String(await ask(cloud, "failing", much(megabyte))).length, megabyte - 2);
  await assert.rejects(ask(cloud, "failing", much(megabyte + 1)), refusal);
  const call = (bytes: number) => callBySdk("failing", much(bytes));
  assert.equal(String(await call(6 * megabyte)).length, 6 * megabyte - 2);
  await assert.rejects(call(6 * megabyte + 1), refusal);
});

test("a function that returns nothing answers null", async () => {
  assert.equal(await ask(cloud, "failing", { how: "answersNothing" }), null);
});

test("a timer runs when it is asked for by name, for nobody", async () => {
  const { event, wx } = (await cloud.trigger("clock", "nightly")) as Record<string, object>;
  const { Time, ...rest } = event as { Time: string };
  assert.deepEqual(rest, { Type: "Timer", TriggerName: "nightly", Message: "" });
  assert.match(Time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  assert.equal("OPENID" in (wx ?? {}), false);
  assert.equal((wx as { SOURCE: string }).SOURCE, "wx_trigger");
});

test("a timer that config.json does not name is refused, and those that it names are told", async () => {
  await assert.rejects(cloud.trigger("clock", "weekly"), {
    code: "INVALID_PARAM",
    message: "The function clock has no trigger weekly. It has: nightly.",
  });
});

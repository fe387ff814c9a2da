import assert from "node:assert/strict";
import { test } from "node:test";
import { instancesMax } from "../../../local/cloud/functions/pool.ts";
import { ask, eventually, openCloud, readLog, sdkOf, temporaryFolder } from "./support.ts";

const dataDir = temporaryFolder();
const cloud = await openCloud({ dataDir });
const fail = (how: string) => ask(cloud, "failing", { how });

test("calls run side by side, each instance one at a time, and more calls than instances wait", async () => {
  const folder = temporaryFolder();
  const calls = Array.from({ length: 3 * instancesMax }, (_, number) =>
    // The first ones return only when all of them have begun, which takes as many instances.
    ask(cloud, "busy", number < instancesMax ? { folder, expects: instancesMax } : {}),
  );
  assert.deepEqual(await Promise.all(calls), Array(3 * instancesMax).fill(1));
});

test("nothing of one caller is left for the next on the same instance", async () => {
  await cloud.call("who", {}, { openid: "oAnna", unionid: "uAnna" });
  const { wx } = await ask(cloud, "who", {}, "oBen");
  assert.equal((wx as { OPENID: string }).OPENID, "oBen");
  assert.equal("UNIONID" in (wx as object), false);
  const nobody = (await cloud.call("who", {})) as { wx: object };
  assert.equal("OPENID" in nobody.wx, false);
});

for (const [how, message] of [
  ["throws", "Error: out of stamps"],
  ["throwsText", "out of ink"],
  ["rejects", "TypeError: out of paper"],
  ["forgets", "Error: forgotten"],
  ["throwsLater", "Error: later"],
  ["exits", "Process exited before completing request"],
  ["answersCircle", /circular/],
  ["eatsMemory", /memory limit/],
] as const) {
  test(`a call that ${how} fails, and harms neither the one beside it nor the next`, async () => {
    const beside = ask(cloud, "failing", { how: "rests", ms: 300 });
    await assert.rejects(fail(how), { code: "FUNCTIONS_EXECUTE_FAIL", message });
    assert.equal(await beside, "rested");
    assert.equal(await ask(cloud, "failing", { how: "rests", ms: 0 }), "rested");
  });
}

test("an error that one call leaves behind does not harm the next on the same instance", async () => {
  assert.equal(await fail("leavesBehind"), "answered");
  assert.equal(await ask(cloud, "failing", { how: "rests", ms: 100 }), "rested");
  assert.match(readLog(dataDir), /Uncaught: Error: left behind/);
});

test("the SDKs tell a caller why a function failed", async () => {
  const { errMsg } = await ask(cloud, "relay", { name: "failing", data: { how: "throws" } });
  assert.match(String(errMsg), /^callFunction:fail Error: out of stamps/);
});

for (const loops of [false, true]) {
  const what = loops ? "loops without an end" : "never answers";
  test(`a call that ${what} is ended after the time that config.json allows`, async () => {
    const call = sdkOf(cloud).callFunction({ name: "slow", data: { loops } });
    await assert.rejects(call, {
      code: "FUNCTIONS_TIME_LIMIT_EXCEEDED",
      message: "Invoking task timed out after 1 seconds",
    });
  });
}

test("what a function prints is in the log, with the id of the request", async () => {
  const response = await fetch(`${cloud.url}/call/slow`, { method: "POST" });
  const requestId = response.headers.get("x-request-id");
  const line = await eventually(() =>
    readLog(dataDir)
      .split("\n")
      .find((text) => text.includes(String(requestId)) && text.includes("started")),
  );
  assert.match(line, /^\d{4}-\S+Z [\da-f-]{36} slow info started$/);
  const log = await (await fetch(`${cloud.url}/log`)).text();
  assert.ok(log.includes(line));
});

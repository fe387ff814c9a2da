import assert from "node:assert/strict";
import { test } from "node:test";
import { Refused } from "../../../miniprogram/services/call.ts";
import { afterRefresh, load, loading } from "../../../miniprogram/services/load.ts";

const noSignal = { kind: "failed", code: "no_signal", sentence: "没有信号", traceId: "" };
const content = { kind: "ready", text: "3分" };

/** What the phone tells in passing. */
function toasts(): string[] {
  const told: string[] = [];
  Object.assign(globalThis, {
    wx: { showToast: ({ title }: { title: string }) => told.push(title) },
  });
  return told;
}

test("an answer becomes what the page shows", async () => {
  const view = await load(
    async () => 3,
    (value) => ({ kind: "ready", text: `${value}分` }),
  );
  assert.deepEqual(view, content);
});

test("a refusal becomes a page that says why", async () => {
  const refuse = () => Promise.reject(new Refused("not_found", "没有找到", "r-1"));
  assert.deepEqual(await load(refuse, () => content), {
    ...{ kind: "failed", code: "not_found", sentence: "没有找到", traceId: "r-1" },
  });
});

test("a mistake in our own code is not dressed up as a refusal", async () => {
  const broken = () => Promise.reject(new TypeError("x is undefined"));
  await assert.rejects(
    load(broken, () => content),
    TypeError,
  );
});

test("content stays when a refresh finds no signal, and the person is told that it is not fresh", () => {
  const told = toasts();
  assert.equal(afterRefresh<object & { kind: string }>(content, noSignal), content);
  assert.deepEqual(told, ["没有信号，看到的是刚才的内容"]);
});

test("a page that shows nothing yet says that there is no signal", () => {
  const told = toasts();
  assert.equal(afterRefresh<{ kind: string }>(loading, noSignal), noSignal);
  assert.deepEqual(told, []);
});

test("content goes when the village refuses it: what may no longer be seen is not kept", () => {
  toasts();
  const refused = { kind: "failed", code: "not_permitted", sentence: "没有权限", traceId: "" };
  assert.equal(afterRefresh<{ kind: string }>(content, refused), refused);
});

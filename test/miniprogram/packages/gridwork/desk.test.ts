import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { type Desk, openDesk } from "../../../../miniprogram/packages/gridwork/desk.ts";
import type { GridRequest } from "../../../../miniprogram/services/gridNote.ts";
import { gridNotes, gridOutbox } from "../../../../miniprogram/services/gridNotes.ts";

type Visit = Readonly<{ text: string }>;

const place = { householdId: "h1", address: "/form?householdId=h1", noteId: "" };

const open = (noteId = "") =>
  openDesk<Visit>(
    { ...place, noteId },
    ({ text }) => ({ title: "走访", text }),
    () => ({ text: "" }),
  );

async function opened(noteId = ""): Promise<Desk<Visit>> {
  const desk = await open(noteId);
  assert(desk);
  return desk;
}

const request = (visitId: string): GridRequest => ({
  operation: "recordVisit",
  input: { visitId, householdId: "h1", on: "2026-05-20", text: "聊了聊" },
});

/** What the cloud was asked, and how it answers: undefined is no signal. */
let asked: unknown[];
let answer: object | undefined;

beforeEach(() => {
  asked = [];
  answer = undefined;
  const kept = new Map<string, string>();
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => JSON.parse(kept.get(key) ?? '""'),
      setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
      cloud: {
        async callFunction(question: Readonly<{ data: unknown }>) {
          asked.push(question.data);
          if (!answer) throw { errCode: -1 };
          return { result: answer };
        },
      },
    },
  });
});

test("a page that is only looked at leaves nothing on the phone", async () => {
  await open();
  assert.deepEqual(gridNotes.all(), []);
});

test("what was typed is there again when the page is opened anew", async () => {
  const desk = await opened();
  desk.edit(() => ({ text: "聊了聊" }));
  const again = await opened();
  assert.deepEqual(
    [again.found, again.typed(), again.id()],
    ["上次没写完的还在。", { text: "聊了聊" }, desk.id()],
  );
});

test("without a signal it waits, and goes out later under the same id, once", async () => {
  const desk = await opened();
  desk.edit(() => ({ text: "聊了聊" }));
  assert.deepEqual(await desk.send(request(desk.id())), { kind: "waiting" });
  answer = { ok: true, value: {} };
  await gridOutbox.sendWaiting();
  await gridOutbox.sendWaiting();
  assert.deepEqual(asked, [request(desk.id()), request(desk.id())]);
  assert.deepEqual(gridNotes.all(), []);
});

test("the next visit does not write over one that waits", async () => {
  const desk = await opened();
  desk.edit(() => ({ text: "第一次" }));
  await desk.send(request(desk.id()));
  assert.deepEqual((await opened()).typed(), { text: "" });
});

test("what is changed after it was sent once goes under an id of its own", async () => {
  const first = await opened();
  first.edit(() => ({ text: "第一次" }));
  await first.send(request(first.id()));
  const again = await opened(first.id());
  assert.equal(again.id(), first.id());
  again.edit(() => ({ text: "改过" }));
  assert.notEqual(again.id(), first.id());
  assert.deepEqual(
    gridNotes.all().map(({ text }) => text),
    ["改过"],
  );
});

test("one that waits does not go out while it is looked at, and goes on waiting afterwards", async () => {
  const desk = await opened();
  desk.edit(() => ({ text: "聊了聊" }));
  await desk.send(request(desk.id()));
  const looking = await opened(desk.id());
  await gridOutbox.sendWaiting();
  assert.equal(asked.length, 1);
  looking.leave();
  assert.deepEqual(
    gridNotes.all().map(({ state }) => state),
    ["waiting"],
  );
});

test("what the village refused stays, says why, and is found by its page", async () => {
  answer = { ok: false, code: "changed_meanwhile", message: "刚有别人改过" };
  const desk = await opened();
  desk.edit(() => ({ text: "聊了聊" }));
  await desk.send(request(desk.id()));
  assert.equal((await opened()).refusal(), "刚有别人改过");
});

test("a note that was sent in the meantime cannot be written on", async () => {
  assert.equal(await open("gone"), undefined);
});

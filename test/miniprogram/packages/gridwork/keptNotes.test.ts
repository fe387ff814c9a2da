import assert from "node:assert/strict";
import { test } from "node:test";
import { noteViews } from "../../../../miniprogram/packages/gridwork/kept-notes/view.ts";
import {
  type GridNote,
  gridDeliveryText,
  refused,
  waiting,
  writing,
} from "../../../../miniprogram/services/gridNote.ts";

const note = (id: string, householdId = "h1", address = "/form?householdId=h1"): GridNote => ({
  ...{ id, householdId, address, title: "走访 · 张三", text: "聊了聊", typed: {} },
  state: "writing",
});

test("what the village refused stands first, then what waits, then what is half written", () => {
  const notes = [note("a"), waiting(note("b")), refused(note("c"), "日期还没到")];
  assert.deepEqual(
    noteViews(notes, "").map(({ id, action }) => [id, action]),
    [
      ["c", "去修改"],
      ["b", "看一看"],
      ["a", "继续写"],
    ],
  );
});

test("a household shows its own", () => {
  const notes = [note("a"), note("b", "h2")];
  assert.deepEqual(
    noteViews(notes, "h2").map(({ id }) => id),
    ["b"],
  );
});

test("a note leads to the page that writes on it; what a sheet asked for leads nowhere", () => {
  const [typed] = noteViews([note("a")], "");
  assert.equal(typed?.url, "/form?householdId=h1&note=a");
  const [asked] = noteViews([refused(note("b", "h1", ""), "刚有别人改过")], "");
  assert.deepEqual([asked?.url, asked?.action], ["", "知道了"]);
});

test("the reason of a refusal goes when the person writes on", () => {
  assert.deepEqual(writing(refused(note("a"), "日期还没到")), note("a"));
});

test("the person is told of what went out by itself, and of a refusal before anything else", () => {
  assert.equal(gridDeliveryText([{ kind: "waiting" }]), "");
  assert.match(
    gridDeliveryText([{ kind: "sent" }, { kind: "waiting" }]),
    /1条网格记录已经发出去了/,
  );
  assert.match(gridDeliveryText([{ kind: "sent" }, { kind: "refused", message: "" }]), /没有存上/);
});

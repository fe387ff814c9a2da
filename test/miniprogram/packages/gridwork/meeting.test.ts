import assert from "node:assert/strict";
import { test } from "node:test";
import {
  clashViews,
  meet,
  mendingOf,
  settled,
} from "../../../../miniprogram/packages/gridwork/meeting.ts";

const seen = { door: "12", phone: "", note: "" };
const typed = { ...mendingOf(3, seen), fields: { ...seen, door: "12-3" } };

test("while nobody else has changed it, what is typed stays as it is", () => {
  assert.equal(meet(typed, { revision: 3, fields: seen }), typed);
});

test("a field that nobody typed in follows what others made of it", () => {
  const met = meet(typed, { revision: 4, fields: { ...seen, phone: "139" } });
  assert.deepEqual(met.fields, { door: "12-3", phone: "139", note: "" });
  assert.deepEqual([met.revision, met.clashes], [4, []]);
});

test("a field that both changed keeps what was typed, beside what is there now", () => {
  const met = meet(typed, { revision: 4, fields: { ...seen, door: "12-4" } });
  assert.equal(met.fields.door, "12-3");
  assert.deepEqual(clashViews(met, { door: "门牌号", phone: "电话", note: "备注" }), [
    { field: "door", label: "门牌号", now: "12-4", typed: "12-3" },
  ]);
});

test("both having typed the same is no clash", () => {
  const met = meet(typed, { revision: 4, fields: { ...seen, door: "12-3" } });
  assert.deepEqual([met.fields.door, met.clashes], ["12-3", []]);
});

test("a clash that nobody has settled yet outlives another change of something else", () => {
  const first = meet(typed, { revision: 4, fields: { ...seen, door: "12-4" } });
  const second = meet(first, { revision: 5, fields: { ...seen, door: "12-4", phone: "139" } });
  assert.deepEqual([second.clashes, second.fields.phone], [["door"], "139"]);
});

test("the person says of each which holds", () => {
  const met = meet(typed, { revision: 4, fields: { ...seen, door: "12-4" } });
  assert.deepEqual([settled(met, "door", true).fields.door, met.fields.door], ["12-4", "12-3"]);
  assert.deepEqual(settled(met, "door", true).clashes, []);
  const kept = settled(met, "door", false);
  assert.deepEqual([kept.fields.door, kept.clashes], ["12-3", []]);
});

test("what was emptied is said as such", () => {
  const met = meet(typed, { revision: 4, fields: { ...seen, door: "" } });
  const [clash] = clashViews(met, { door: "门牌号", phone: "电话", note: "备注" });
  assert.equal(clash?.now, "没有写");
});

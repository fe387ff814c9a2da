import assert from "node:assert/strict";
import { test } from "node:test";
import { changesInWords } from "../../../core/households/inWords.ts";
import { endedResident, mendedHousehold } from "../../../core/households/make.ts";
import { fromAnhui, household, resident } from "./things.ts";

test("a change names the fields that differ, from what to what", () => {
  const before = resident("r1", { phone: "" });
  const after = resident("r1", { phone: "13900000001", kind: "floating", floating: fromAnhui });
  assert.deepEqual(changesInWords({ kind: "resident", before, after }), {
    what: "changed",
    name: "王小明",
    fields: [
      { label: "类别", from: "户籍", to: "流动" },
      { label: "电话", from: "", to: "13900000001" },
      { label: "来自", from: "", to: "安徽阜阳" },
      { label: "来的日期", from: "", to: "2026-03-01" },
      { label: "房东", from: "", to: "王大明" },
    ],
  });
});

test("an ID number is told without its middle", () => {
  const before = resident("r1");
  const after = resident("r1", { idNumber: "11010519491231002X" });
  const { fields } = changesInWords({ kind: "resident", before, after });
  assert.deepEqual(fields, [{ label: "身份证号", from: "", to: "110***********002X" }]);
});

test("new, moved and ended are said as such", () => {
  const one = household();
  const there = mendedHousehold(one, { ...one, hamlet: "西浜", door: "7" });
  assert.deepEqual(changesInWords({ kind: "household", before: null, after: one }), {
    ...{ what: "new", name: "王大明", fields: [] },
  });
  assert.deepEqual(changesInWords({ kind: "household", before: one, after: there }), {
    ...{ what: "moved", name: "王大明" },
    fields: [
      { label: "自然村", from: "东浜", to: "西浜" },
      { label: "门牌", from: "12-3", to: "7" },
    ],
  });
  const person = resident("r1");
  const elsewhere = resident("r1", {}, household({ id: "h2" }));
  assert.equal(
    changesInWords({ kind: "resident", before: person, after: elsewhere }).what,
    "moved",
  );
  const gone = endedResident(person, { why: "moved", on: "2026-05-01", to: "上海" });
  assert.deepEqual(changesInWords({ kind: "resident", before: person, after: gone }), {
    ...{ what: "ended", name: "王小明" },
    fields: [
      { label: "注销", from: "", to: "搬走了" },
      { label: "注销日期", from: "", to: "2026-05-01" },
      { label: "去向", from: "", to: "上海" },
    ],
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { choicesOf, toggled } from "../../../../miniprogram/components/reason-sheet/reasons.ts";

test("a tapped reason is written behind what stands there, and marked", () => {
  const reason = toggled("老陈也在", "日期不对");
  assert.equal(reason, "老陈也在；日期不对");
  assert.deepEqual(choicesOf(["照片不清楚", "日期不对"], reason), [
    { text: "照片不清楚", chosen: false },
    { text: "日期不对", chosen: true },
  ]);
});

test("a second tap takes it away and leaves the rest", () => {
  assert.equal(toggled("照片不清楚；日期不对", "照片不清楚"), "日期不对");
  assert.equal(toggled("日期不对", "日期不对"), "");
});

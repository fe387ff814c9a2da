import assert from "node:assert/strict";
import { test } from "node:test";
import { dayText, fullDayText, monthText } from "../../../miniprogram/texts/days.ts";

test("days and months are read without leading zeros", () => {
  assert.equal(dayText("2014-03-05"), "3月5日");
  assert.equal(fullDayText("2014-12-31"), "2014年12月31日");
  assert.equal(monthText("03"), "3月");
});

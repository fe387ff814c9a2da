import assert from "node:assert/strict";
import { test } from "node:test";
import {
  dayAt,
  momentAt,
  nearDayText,
  startText,
  timeAt,
  whenText,
} from "../../../miniprogram/texts/when.ts";

const evening = "2014-03-05T11:00:00.000Z"; // 19:00 in the village
const midnight = "2014-03-05T16:30:00.000Z"; // 00:30 of the next day in the village

test("moments are shown in the village's time, wherever the phone is", () => {
  assert.deepEqual([dayAt(evening), timeAt(evening)], ["2014-03-05", "19:00"]);
  assert.deepEqual([dayAt(midnight), timeAt(midnight)], ["2014-03-06", "00:30"]);
});

test("a day and a time that were picked are the village's", () => {
  assert.equal(new Date(momentAt("2014-03-05", "19:00")).toISOString(), evening);
});

test("near days have their words, others their date and weekday, other years their year", () => {
  const from = (today: string) => nearDayText("2014-03-05", today);
  assert.equal(from("2014-03-06"), "昨天");
  assert.equal(from("2014-03-05"), "今天");
  assert.equal(from("2014-03-04"), "明天");
  assert.equal(from("2014-03-03"), "后天");
  assert.equal(from("2014-03-01"), "3月5日 周三");
  assert.equal(from("2013-03-05"), "2014年3月5日 周三");
});

test("when it is: from and to, with the day of the end where it is another", () => {
  assert.equal(startText(evening, "2014-03-04"), "明天19:00");
  assert.equal(startText(evening, "2014-02-01"), "3月5日 周三 19:00");
  assert.equal(whenText(evening, "2014-03-05T12:30:00.000Z", "2014-03-05"), "今天19:00到20:30");
  assert.equal(whenText(evening, midnight, "2014-03-05"), "今天19:00到明天00:30");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import { shownAt, toView } from "../../../../../miniprogram/packages/activities/code/view.ts";

type Reply = Api["getCheckInCodes"]["output"];

const from = Date.parse("2014-05-20T11:00:00.000Z");
const codes = [0, 30, 60].map((seconds) => ({
  text: `code-${seconds}`,
  from: new Date(from + seconds * 1000).toISOString(),
}));
const aReply = (fields: Partial<Reply> = {}): Reply => ({
  ...{ now: codes[0]?.from ?? "", title: "支部党员大会", codes },
  ...fields,
});

test("each code stands for its half minute, and the seconds that are left are counted", () => {
  assert.deepEqual(shownAt(codes, from), { text: "code-0", seconds: 30 });
  assert.deepEqual(shownAt(codes, from + 29_500), { text: "code-0", seconds: 1 });
  assert.deepEqual(shownAt(codes, from + 30_000), { text: "code-30", seconds: 30 });
});

test("when the codes have run out, none is shown rather than an old one", () => {
  assert.deepEqual(shownAt(codes, from + 61_000), { text: "", seconds: 0 });
  assert.deepEqual(shownAt(codes, from - 1000), { text: "", seconds: 0 });
});

test("beside the activity's code stands who has come", () => {
  const latest = [{ name: "张三", at: "2014-05-20T11:12:00.000Z", late: true }];
  const view = toView(aReply({ came: { present: 9, expected: 12, latest } }), from);
  assert.equal(view.came?.count, "已到9人，应到12人");
  assert.deepEqual(view.came?.latest, [{ name: "张三", at: "19:12 迟到" }]);
});

test("one's own code is done with once it was scanned", () => {
  assert.equal(toView(aReply({ mine: "expected" }), from).isDone, false);
  assert.equal(toView(aReply({ mine: "present" }), from).isDone, true);
});

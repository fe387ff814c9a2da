import assert from "node:assert/strict";
import { test } from "node:test";
import {
  doneOf,
  questionOf,
  toView,
} from "../../../../../miniprogram/packages/committee/changes/view.ts";
import { change, draftOf } from "../drafts.ts";

const differences = [change, { place: "rules", kind: "removed", words: "“爱心帮扶”取消" } as const];

test("every change is a sentence with what kind of change it is", () => {
  const view = toView(draftOf({ differences }), "");
  assert(view.kind === "ready");
  assert.equal(view.than, "和第2版（2026年1月1日起）比，改了2处");
  assert.deepEqual(
    view.changes.map(({ tag, words }) => [tag, words]),
    [
      ["修改", change.words],
      ["取消", "“爱心帮扶”取消"],
    ],
  );
});

test("where there is nothing to publish it says why", () => {
  const none = toView(draftOf({ drafted: false }), "");
  const same = toView(draftOf(), "");
  assert(none.kind === "empty" && same.kind === "empty");
  assert.match(none.sentence, /^还没有草稿/);
  assert.match(same.sentence, /^草稿和第2版一样/);
});

test("it begins today unless another day is chosen", () => {
  const view = toView(draftOf({ differences }), "");
  assert(view.kind === "ready");
  assert.deepEqual([view.start.day, view.start.text], ["2026-05-20", "今天（2026年5月20日）"]);
  const later = toView(draftOf({ differences }), "2026-07-01");
  assert(later.kind === "ready");
  assert.equal(later.start.text, "2026年7月1日");
});

test("with another scale only the first days of years not yet open can be chosen, and it says why", () => {
  const start = {
    ...{ from: "2026-05-20", until: "2028-12-31", only: ["2027-01-01", "2028-01-01"] },
  };
  const view = toView(draftOf({ differences, start }), "2026-07-01");
  assert(view.kind === "ready");
  assert.equal(view.start.day, "2027-01-01");
  assert.deepEqual(
    view.start.only.map(({ chosen }) => chosen),
    [true, false],
  );
  assert.match(view.start.note, /只能从还没开账的年份第一天起执行/);
});

test("before publishing it says in plain words what that means", () => {
  const question = questionOf(draftOf({ differences }), "2026-07-01");
  assert.match(question, /^《党员积分管理细则》第3版从2026年7月1日起执行，改了2处。/);
  assert.match(question, /以前做的事还按第2版记分，已经记的账不变/);
  assert.match(question, /再修订一版，而且不能早于2026年7月1日起执行。$/);
  assert.match(questionOf(draftOf({ differences }), "2026-05-20"), /只能再修订一版。$/);
  assert.equal(doneOf(3, "2026-07-01").title, "第3版发布了");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import {
  decidedText,
  nextOf,
  returnReasons,
  toView,
} from "../../../../../miniprogram/packages/review/review/view.ts";
import { aRow, aSubmission, mayNothing } from "../../submissions.ts";

type Submission = Api["getSubmission"]["output"];

const reviewed = (fields: Partial<Submission> = {}): Submission =>
  aSubmission({ may: { ...mayNothing, review: true }, ...fields });

test("every grade is one tap away, and the question names member, rule, grade and points", () => {
  assert.deepEqual(toView(reviewed()).grades, [
    {
      id: "normal",
      title: "按要求完成一次",
      points: "+2",
      question: "张三的“环境卫生”：按要求完成一次，记2分。",
    },
    {
      id: "major",
      title: "为整治作出重大贡献",
      points: "+3.5",
      question: "张三的“环境卫生”：为整治作出重大贡献，记3.5分。",
    },
  ]);
});

test("where there is nothing to decide, it says why and offers no grade", () => {
  const closedOf = (fields: Partial<Submission>) => {
    const { closed, grades } = toView(aSubmission({ ...fields }));
    assert.deepEqual(grades, []);
    return closed;
  };
  assert.equal(closedOf({ status: "approved", points: 350 }), "这条已经通过，记了3.5分");
  assert.equal(closedOf({ status: "returned", reason: "太简单" }), "这条已经退回：太简单");
  assert.equal(closedOf({ status: "withdrawn" }), "这条已经撤回");
  assert.equal(closedOf({ status: "pending" }), "这条不由您审核");
});

test("what was decided is said with its points", () => {
  const about = toView(reviewed());
  assert.equal(
    decidedText(about, { status: "approved", points: 350, others: 0 }),
    "张三的“环境卫生”已通过，记3.5分",
  );
  assert.equal(
    decidedText(about, { status: "returned", points: 0, others: 0 }),
    "张三的“环境卫生”已退回",
  );
});

test("it is said how many others got a line with it", () => {
  const decided = decidedText(toView(reviewed()), { status: "approved", points: 200, others: 2 });
  assert.equal(decided, "张三的“环境卫生”已通过，记2分，一起做的2位也记了分");
});

test("of an honour the level that the member says comes first, and the committee decides", () => {
  const honour = { title: "市先进", gradeId: "major", sameDeedAs: "s7", sameDeed: "镇先进" };
  const view = toView(reviewed({ honour }));
  assert.deepEqual(
    view.grades.map(({ id }) => id),
    ["major", "normal"],
  );
  assert.deepEqual(view.honour, { title: "市先进", sameDeed: "镇先进" });
});

test("hours are counted out in the question, which promises nothing beyond a cap", () => {
  const grades = [{ id: "normal", title: "每小时", points: 100 }];
  const view = toView(reviewed({ grades, unit: "小时", quantity: 6 }));
  assert.equal(view.amount, "6小时");
  assert.equal(view.grades[0]?.points, "+6");
  assert.match(view.grades[0]?.question ?? "", /每小时1分，共6小时，应记6分，封顶的按封顶记。$/);
});

test("only who has not answered can be attested, and only by who decides", () => {
  const participants = (["asked", "yes", "no"] as const).map((answer, index) => ({
    ...{ memberId: `m${index}`, name: "李四", answer },
  }));
  const attestable = (may: Submission["may"]) =>
    toView(aSubmission({ participants, may })).participants.map(({ mayAttest }) => mayAttest);
  assert.deepEqual(attestable({ ...mayNothing, review: true }), [true, false, false]);
  assert.deepEqual(attestable(mayNothing), [false, false, false]);
});

test("who wrote it down is told to the reviewer with how the member agreed", () => {
  const recorder = { name: "王五", consent: "当面说好的" };
  assert.equal(toView(reviewed({ recorder })).recorded, "王五代录（当面说好的）");
});

test("after a decision comes the one that has waited longest, never the same again", () => {
  const row = aRow();
  const rows = [row, { ...row, id: "s2" }, { ...row, id: "s3" }];
  assert.deepEqual(nextOf({ claims: [], rows, more: false }, "s1"), { kind: "next", id: "s2" });
  assert.deepEqual(nextOf({ claims: [], rows: [row], more: false }, "s1"), { kind: "finished" });
});

test("all ready-made reasons together still fit the limit of a reason", () => {
  assert(returnReasons.join("；").length <= 200);
});

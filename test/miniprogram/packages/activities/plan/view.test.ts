import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import {
  type Draft,
  draftOf,
  newDraft,
  planOf,
  problemOf,
  toView,
  withBranch,
  withKind,
  withMember,
} from "../../../../../miniprogram/packages/activities/plan/view.ts";

type Form = Api["getActivityForm"]["output"];

const form: Form = {
  ...{ today: "2014-05-20", earliest: "2014-01-01" },
  kinds: [
    { id: "branch", title: "支部党员大会", for: "branch" },
    { id: "theme-day", title: "主题党日", for: "branch" },
    { id: "committee", title: "党委会议", for: "all" },
  ],
  branches: [
    { id: "b1", name: "第一党支部", own: false },
    { id: "b2", name: "第二党支部", own: true },
  ],
  members: [
    { id: "m1", name: "张三", branchId: "b1" },
    { id: "m2", name: "李四", branchId: "b2" },
  ],
};

const draft = newDraft("a1", form);
const chosen = (view: ReturnType<typeof toView>) =>
  view.audiences.find(({ isChosen }) => isChosen)?.title;

test("a new plan is ready to send: the first kind, the own branch, this evening", () => {
  assert.equal(problemOf(draft), undefined);
  assert.deepEqual(planOf(draft), {
    ...{ activityId: "a1", kind: "branch", title: "支部党员大会", place: "村部会议室" },
    ...{ startsAt: "2014-05-20T19:00:00+08:00", endsAt: "2014-05-20T20:30:00+08:00" },
    ...{ branchId: "b2", expects: "branch", memberIds: [] },
  });
});

test("another kind brings its name, unless somebody has written one", () => {
  assert.equal(withKind(draft, form, "theme-day").title, "主题党日");
  const written = { ...draft, title: "清理河道" };
  assert.equal(withKind(written, form, "theme-day").title, "清理河道");
});

test("a village's meeting has no branch and expects everybody; back again it is the own branch's", () => {
  const village = withKind(draft, form, "committee");
  assert.deepEqual([village.branchId, village.expects], ["", "all"]);
  const view = toView(form, village);
  assert.deepEqual([chosen(view), view.branches.length], ["全村党员", 0]);
  const again = withKind(village, form, "branch");
  assert.deepEqual([again.branchId, again.expects], ["b2", "branch"]);
});

test("a circle that was chosen stays with another kind of the same sort", () => {
  const some: Draft = { ...draft, expects: "chosen", memberIds: ["m2"] };
  assert.deepEqual(withKind(some, form, "theme-day").memberIds, ["m2"]);
});

test("named are members of the branch, and another branch has others", () => {
  const some: Draft = { ...withMember(draft, "m2"), expects: "chosen" };
  assert.deepEqual(
    toView(form, some).members.map(({ title, isChosen }) => [title, isChosen]),
    [["李四", true]],
  );
  assert.deepEqual(withMember(some, "m2").memberIds, []);
  const moved = withBranch(some, "b1");
  assert.deepEqual(moved.memberIds, []);
  assert.deepEqual(
    toView(form, moved).members.map(({ title }) => title),
    ["张三"],
  );
});

test("names that were ticked are not sent when everybody is expected after all", () => {
  assert.deepEqual(planOf(withMember(draft, "m2")).memberIds, []);
});

test("what is missing is asked for in plain words", () => {
  assert.equal(problemOf({ ...draft, title: " " }), "请写活动的名称");
  assert.equal(problemOf({ ...draft, place: "" }), "请写在哪里");
  assert.equal(problemOf({ ...draft, to: "19:00" }), "结束时间要晚于开始时间");
  assert.equal(problemOf({ ...draft, expects: "chosen" }), "请选参加的人");
  const noKinds = newDraft("a1", { ...form, kinds: [] });
  assert.equal(problemOf(noKinds), "积分细则里还没有要开的会");
});

test("a plan that is changed comes back as it stands", () => {
  const plan = {
    ...{ kind: "branch", title: "选举", place: "祠堂", branchId: "b2", expects: "branch" as const },
    ...{ startsAt: "2014-05-21T11:00:00.000Z", endsAt: "2014-05-21T12:00:00.000Z", memberIds: [] },
  };
  const kept = draftOf("a1", plan);
  assert.deepEqual([kept.day, kept.from, kept.to], ["2014-05-21", "19:00", "20:00"]);
  assert.equal(toView(form, kept).isNew, false);
  assert.equal(toView(form, kept).day.text, "明天");
});

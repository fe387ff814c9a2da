import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import { toView } from "../../../../../miniprogram/packages/activities/list/view.ts";

type Reply = Api["listActivities"]["output"];
type Row = Reply["past"][number];
type Requirement = NonNullable<Reply["calendar"]>["branch"][number];
type Period = Requirement["periods"][number];

const now = "2014-05-20T04:00:00.000Z";

const aRow = (fields: Partial<Row> = {}): Row => ({
  ...{ id: "a1", kindTitle: "支部党员大会", title: "支部党员大会", place: "村部" },
  ...{ startsAt: "2014-05-21T11:00:00.000Z", endsAt: "2014-05-21T12:30:00.000Z" },
  ...{ branch: "第一党支部", status: "open", checksIn: false, manages: false, leaves: 0 },
  ...fields,
});

const aReply = (fields: Partial<Reply> = {}): Reply => ({
  ...{ now, coming: [], toConfirm: [], past: [], more: false, mayPlan: false },
  ...fields,
});

const rowOf = (fields: Partial<Row>) => toView(aReply({ coming: [aRow(fields)] })).coming[0];

const months = (states: readonly Period["state"][]): Period[] =>
  states.map((state, index) => ({
    ...{ months: [String(index + 1).padStart(2, "0")], held: state === "held" ? 1 : 0, state },
  }));

const requirement = (every: Requirement["every"], periods: Period[]) =>
  toView(
    aReply({
      calendar: {
        ...{ year: 2014, village: [] },
        branch: [{ kind: "theme-day", title: "主题党日", every, periods }],
      },
    }),
  ).requirements[0]?.rows[0];

test("a row says when, where and whose; the village's own is 全村", () => {
  const row = rowOf({});
  assert.equal(row?.when, "明天19:00到20:30");
  assert.equal(row?.about, "村部\u00a0· 第一党支部");
  assert.equal(rowOf({ branch: "" })?.about, "村部\u00a0· 全村");
});

test("what the person has to do stands on the row", () => {
  const over = { endsAt: "2014-05-20T03:00:00.000Z" };
  assert.equal(rowOf({ leaves: 2, manages: true })?.note, "2人请假，等您答复");
  assert.equal(rowOf({ ...over, manages: true })?.note, "开完了，请结束登记");
  assert.equal(rowOf(over)?.note, "等书记结束登记");
  assert.equal(rowOf({ status: "closing", manages: true })?.note, "登记还没有办完，请再按一次");
  assert.equal(rowOf({ status: "closing" })?.note, "书记正在登记");
  assert.equal(rowOf({})?.note, "");
});

test("where one can check in now, the row says so, and one button leads to the camera", () => {
  const view = toView(aReply({ coming: [aRow({ checksIn: true, mine: "expected" })] }));
  assert.equal(view.checksIn, true);
  assert.equal(view.coming[0]?.tag?.text, "正在签到");
  assert.equal(toView(aReply({ coming: [aRow({ mine: "present" })] })).checksIn, false);
});

test("how one stood, and how many came", () => {
  const turnout = { present: 9, late: 1, absent: 2, leave: 1 };
  const row = rowOf({ status: "closed", mine: "absent", turnout });
  assert.equal(row?.tag?.text, "缺席");
  assert.equal(row?.note, "9人到会，1人请假，2人缺席");
  assert.equal(rowOf({ status: "cancelled", mine: "expected" })?.tag?.text, "已取消");
  assert.equal(rowOf({ status: "reversed", mine: "present" })?.tag?.text, "已作废");
});

test("what waits for this person's press stands apart and not among the past ones too", () => {
  const row = aRow({ status: "closed" });
  const view = toView(aReply({ toConfirm: [row], past: [row, aRow({ id: "a2" })] }));
  assert.deepEqual(
    [view.toConfirm, view.past].map((rows) => rows.map(({ id }) => id)),
    [["a1"], ["a2"]],
  );
  assert.equal(view.toConfirm[0]?.note, "有一位的分等您确认");
});

test("the calendar names the months that have passed without a meeting", () => {
  const states = ["held", "held", "missing", "held", "due", "due", "due"] as const;
  assert.deepEqual(requirement("month", months(states)), {
    title: "主题党日\u00a0· 每月一次",
    text: "3月还没开；5月还要开",
    isMissing: true,
  });
  const planned = ["held", "held", "held", "held", "planned"] as const;
  assert.deepEqual(requirement("month", months(planned))?.text, "5月已经安排");
  const all = ["held", "held", "held", "held", "held", "due"] as const;
  assert.deepEqual(requirement("month", months(all))?.text, "到现在都开了");
});

test("three or more in a row are named by the first and the last", () => {
  const states = ["missing", "missing", "missing", "missing", "due"] as const;
  assert.equal(requirement("month", months(states))?.text, "1月到4月还没开；5月还要开");
  const two = ["missing", "missing", "held", "missing", "held"] as const;
  assert.equal(requirement("month", months(two))?.text, "1月、2月、4月还没开");
});

test("a quarter is named by its place in the year", () => {
  const quarter = (first: number, state: Period["state"]): Period => ({
    months: [first, first + 1, first + 2].map((month) => String(month).padStart(2, "0")),
    ...{ held: 0, state },
  });
  const periods = [quarter(1, "missing"), quarter(4, "due"), quarter(7, "due"), quarter(10, "due")];
  assert.equal(requirement("quarter", periods)?.text, "第一季度还没开；第二季度还要开");
});

test("nothing at all is an empty page", () => {
  assert.equal(toView(aReply()).empty, true);
  assert.equal(toView(aReply({ past: [aRow()] })).empty, false);
});

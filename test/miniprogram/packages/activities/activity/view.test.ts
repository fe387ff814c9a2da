import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import { doneText, toView } from "../../../../../miniprogram/packages/activities/activity/view.ts";

type Reply = Api["getActivity"]["output"];
type Row = NonNullable<Reply["roll"]>["rows"][number];
type Counts = NonNullable<Reply["roll"]>["counts"];

const nothing: Reply["may"] = {
  ...{ checkIn: false, askLeave: false, answerLeave: false, markRoll: false, change: false },
  ...{ close: false, confirm: false, reopen: false, reverse: false },
};

const aReply = (fields: Partial<Reply> = {}): Reply => ({
  ...{ id: "a1", kindTitle: "支部党员大会", title: "支部党员大会", place: "村部" },
  ...{ startsAt: "2014-05-20T11:00:00.000Z", endsAt: "2014-05-20T12:30:00.000Z" },
  ...{ now: "2014-05-20T11:10:00.000Z", checkInOpensAt: "2014-05-20T10:00:00.000Z" },
  ...{ branch: "第一党支部", expects: "branch", status: "open" },
  ...{ rates: { present: 200, late: 0, absent: 0 }, may: nothing },
  ...fields,
});

const aRow = (fields: Partial<Row> = {}): Row => ({
  ...{ memberId: "m1", name: "张三", status: "expected", late: false, own: false, waiting: false },
  ...fields,
});

const counts = (fields: Partial<Counts> = {}): Counts => ({
  ...{ expected: 0, present: 0, absent: 0, leaveAsked: 0, leaveGranted: 0, leaveRefused: 0 },
  late: 0,
  ...fields,
});

const run = { ...nothing, answerLeave: true, markRoll: true, close: true };
const rollOf = (rows: Row[], fields: Partial<Reply> = {}, counted: Partial<Counts> = {}) =>
  toView(aReply({ may: run, ...fields, roll: { rows, more: false, counts: counts(counted) } }))
    .roll;

const fact = (name: string, fields: Partial<Reply> = {}) =>
  toView(aReply(fields)).facts.find((one) => one.name === name)?.text;

const mine = (fields: Partial<Row>, reply: Partial<Reply> = {}) =>
  toView(aReply({ mine: aRow({ own: true, ...fields }), ...reply })).mine;

test("when, where, who is expected and what it counts stand on top", () => {
  assert.equal(fact("时间"), "今天19:00到20:30");
  assert.equal(fact("参加"), "第一党支部\u00a0· 全支部");
  assert.equal(fact("参加", { branch: "", expects: "all" }), "全村党员");
  assert.equal(fact("积分"), "到会记2分");
  const strict = { rates: { present: 300, late: -50, absent: -100 }, lateAfter: 10 };
  assert.equal(fact("积分", strict), "到会记3分；迟到（超过10分钟）扣0.5分；没请假缺席扣1分");
  assert.equal(fact("类别"), undefined);
  assert.equal(fact("类别", { title: "选举大会" }), "支部党员大会");
});

test("a member reads how they stand", () => {
  const at = "2014-05-20T11:02:00.000Z";
  assert.equal(mine({ status: "present", how: "code", at })?.text, "19:02签到");
  assert.equal(
    mine({ status: "present", how: "scanned", at, late: true })?.text,
    "19:02签到，迟到",
  );
  assert.equal(mine({ status: "present", how: "roll", at })?.text, "书记在名册上记了到会");
  assert.equal(mine({})?.text, "现在可以签到");
  const early = mine({}, { now: "2014-05-19T11:00:00.000Z" });
  assert.deepEqual([early?.tag.text, early?.text], ["请您参加", "18:00开始可以签到"]);
  assert.equal(mine({ status: "leaveAsked", reason: "看病" })?.text, "您写的原因：看病");
  assert.equal(
    mine({ status: "leaveRefused", reason: "看病", answer: "请来" })?.text,
    "答复：请来",
  );
  assert.equal(mine({}, { status: "cancelled" }), undefined);
});

test("a member reads why there is no line yet, or none", () => {
  const closed = { status: "closed" } as const;
  const waiting = { status: "present", waiting: true } as const;
  assert.equal(mine(waiting, closed)?.text, "您的分要等另一位书记或党委成员确认");
  assert.equal(mine(waiting, { status: "reversed" })?.text, "您的分要等另一位党委成员来冲正");
  assert.equal(
    mine({ status: "absent", refused: "这名党员在那一天免于考核" }, closed)?.text,
    "这次没有记分：这名党员在那一天免于考核",
  );
});

test("the roll stands in groups: requests first, then who is still to come, who came, who stays away", () => {
  const rows = [
    aRow({ memberId: "m1", status: "leaveAsked", reason: "看病" }),
    aRow({ memberId: "m2" }),
    aRow({ memberId: "m3", status: "leaveRefused", answer: "请来" }),
    aRow({ memberId: "m4", status: "present", how: "code", at: "2014-05-20T11:02:00.000Z" }),
    aRow({ memberId: "m5", status: "absent" }),
  ];
  const groups = rollOf(rows)?.groups ?? [];
  assert.deepEqual(
    groups.map(({ title }) => title),
    ["请假，等您答复 · 1人", "没到 · 2人", "到了 · 1人", "缺席 · 1人"],
  );
  assert.deepEqual(groups[0]?.rows[0], {
    ...{ memberId: "m1", name: "张三", text: "看病", answers: true },
  });
  assert.equal(groups[1]?.rows[1]?.tag?.text, "! 没准假");
  assert.equal(groups[2]?.rows[0]?.text, "19:02扫码");
});

test("one's own request is another person's to answer, and after the end nobody's", () => {
  const own = rollOf([aRow({ status: "leaveAsked", reason: "看病", own: true })])?.groups[0];
  assert.equal(own?.rows[0]?.answers, false);
  assert.equal(own?.rows[0]?.text, "看病；要另一位来答复");
  const late = { may: { ...run, answerLeave: false } };
  const over = rollOf([aRow({ status: "leaveAsked", reason: "看病" })], late)?.groups[0];
  assert.equal(over?.title, "请了假，没有答复 · 1人");
});

test("before closing it is said what will be recorded", () => {
  const twelve = { present: 9, leaveGranted: 1, expected: 2 };
  assert.equal(rollOf([], {}, twelve)?.preview, "9人到会，各记2分；2人缺席，不扣分；1人请假。");
  const strict = { rates: { present: 300, late: -50, absent: -100 }, lateAfter: 10 };
  assert.equal(
    rollOf([], { ...strict, mine: aRow({ own: true }) }, { ...twelve, late: 1 })?.preview,
    "9人到会，各记3分；其中1人迟到，另扣0.5分；2人缺席，各扣1分；1人请假。您自己的分要另一位书记或党委成员确认。",
  );
  assert.deepEqual(
    rollOf([], {}, twelve)?.counts.map(({ name, count }) => `${name}${count}`),
    ["应到12", "已到9", "请假1", "没到2"],
  );
});

test("what the button says depends on what pressing it does", () => {
  assert.equal(rollOf([])?.close, "结束登记");
  assert.equal(rollOf([], { status: "closing" })?.close, "接着办完");
  const confirms = { may: { ...nothing, confirm: true }, status: "closed" } as const;
  assert.equal(rollOf([], confirms)?.close, "确认这一位的分");
  assert.equal(rollOf([], { may: nothing })?.close, "");
  const reverses = { ...nothing, reverse: true };
  assert.equal(rollOf([], { may: reverses, status: "closed" })?.reverse, "整场作废");
  const reversal = { by: "李四", reason: "没有开" };
  const partly = rollOf([], { may: reverses, status: "reversing", reversal });
  assert.equal(partly?.reverse, "把剩下的也冲正");
  assert.equal(doneText({ waiting: false }), "办好了");
});

test("that it is off, undone or being corrected is said before all", () => {
  const notice = (fields: Partial<Reply>) => toView(aReply(fields)).notice;
  assert.equal(notice({}), "");
  assert.equal(notice({ status: "cancelled" }), "这次活动取消了");
  const because = { by: "李四", reason: "漏记了" };
  assert.equal(notice({ reopened: because }), "李四正在更正名册：漏记了");
  assert.equal(notice({ reopened: because, status: "closed" }), "");
  assert.match(notice({ reversal: because, status: "reversed" }), /李四把这次活动作废了：漏记了/);
});

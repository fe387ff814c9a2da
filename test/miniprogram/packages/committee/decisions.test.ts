import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import { toView as decisionView } from "../../../../miniprogram/packages/committee/decision/view.ts";
import { toView } from "../../../../miniprogram/packages/committee/decisions/view.ts";

type Row = Api["listDecisions"]["output"]["rows"][number];
type Decision = Api["getDecision"]["output"];

const row: Row = {
  ...{ id: "d1", memberId: "v-m4", member: "张三", rule: "应做未做", grade: "不参加义务劳动一次" },
  ...{ quantity: 1, base: -200, isVeto: false, occurredOn: "2026-05-10", reason: "没有来修堤" },
  ...{ proposedBy: "李四", proposedOn: "2026-05-11", status: "proposed", waits: false },
};

const decision = (fields: Partial<Decision> = {}): Decision => ({
  ...row,
  ...{ clause: "第六条", unit: "", year: 2026, reversed: false },
  counts: { points: -200, sentence: "按《细则》…扣2分。" },
  may: { confirm: false, withdraw: false },
  ...fields,
});

test("a decision says what it does: what was counted once it is confirmed, what the rule says before", () => {
  const amounts = toView(
    [
      row,
      { ...row, base: 900, status: "confirmed", points: 400 },
      { ...row, base: 0, isVeto: true },
      { ...row, base: -500, isVeto: true },
    ],
    false,
  ).rows.map(({ amount }) => amount);
  assert.deepEqual(amounts, ["扣2分", "加4分", "一票否决", "一票否决，扣5分"]);
});

test("what waits for the reader is told apart from what waits for somebody else", () => {
  const tagOf = (fields: Partial<Row>) => toView([{ ...row, ...fields }], false).rows[0]?.tag.text;
  assert.equal(tagOf({ waits: true }), "等您确认");
  assert.equal(tagOf({}), "等另一位确认");
  assert.equal(tagOf({ status: "rejected" }), "没有同意");
});

test("before it is confirmed, the question names member, rule, amount and whose names will stand there", () => {
  const view = decisionView(decision({ waits: true, may: { confirm: true, withdraw: false } }));
  assert.equal(view.action, "确认，扣2分");
  assert.equal(view.question, "张三的“应做未做”：扣2分。您和李四的名字都会记在这一行上。");
  assert.equal(view.about, "第六条\u00a0· 不参加义务劳动一次\u00a0· 2026年5月10日");
});

test("caps count: the amount is what the engine would record, not what the rule says", () => {
  const capped = decision({ base: 900, counts: { points: 400, sentence: "…" } });
  assert.deepEqual([decisionView(capped).amount, decisionView(capped).loses], ["加4分", false]);
});

test("what the rulebook refuses is said, and nothing is shown as counted", () => {
  const { counts: _, ...refused } = decision({ hindrance: "这名党员在那一天免于考核" });
  const view = decisionView(refused);
  assert.deepEqual([view.hindrance, view.sentence], ["这名党员在那一天免于考核", ""]);
});

test("a veto says which band is the best that is left", () => {
  const view = decisionView(
    decision({ isVeto: true, base: 0, counts: { points: 0, sentence: "…" }, veto: "不合格" }),
  );
  assert.equal(view.veto, "一票否决：不管多少分，最多评为“不合格”。");
  assert.deepEqual([view.amount, view.loses], ["一票否决", true]);
});

test("who proposed and who decided is told step by step", () => {
  const stepsOf = (fields: Partial<Decision>) => decisionView(decision(fields)).steps;
  const decided = { decidedBy: "王五", decidedOn: "2026-05-12" };
  assert.deepEqual(stepsOf({}), ["李四5月11日提出"]);
  assert.deepEqual(stepsOf({ status: "confirmed", ...decided }), [
    "李四5月11日提出",
    "王五5月12日确认",
  ]);
  assert.deepEqual(stepsOf({ status: "rejected", rejection: "请过假", ...decided }), [
    "李四5月11日提出",
    "王五5月12日没有同意：请过假",
  ]);
  assert.deepEqual(stepsOf({ status: "withdrawn" }), ["李四5月11日提出", "李四撤回"]);
});

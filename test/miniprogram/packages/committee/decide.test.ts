import assert from "node:assert/strict";
import { test } from "node:test";
import {
  doneView,
  type Form,
  problemOf,
  toView,
  type Wish,
} from "../../../../miniprogram/packages/committee/decide/view.ts";

const rule = { clause: "第六条", example: "无故不参加扣2分", unit: "", category: "负面清单" };

const form: Form = {
  ...{ member: "张三", branch: "第一党支部", own: false },
  ...{ today: "2026-05-20", earliest: "2026-01-01", day: "2026-05-20" },
  rules: [
    {
      ...{ ...rule, id: "volunteer", title: "志愿服务", category: "岗位履职", unit: "小时" },
      grades: [{ id: "normal", title: "每小时", points: 150 }],
    },
    {
      ...{ ...rule, id: "missed", title: "应做未做" },
      grades: [{ id: "labour", title: "不参加一次", points: -200 }],
    },
    {
      ...{ ...rule, id: "veto", title: "受处分", veto: "不合格" },
      grades: [{ id: "veto", title: "一票否决", points: 0 }],
    },
  ],
};

const wish = (fields: Partial<Wish> = {}): Wish => ({
  ...{ ruleId: "", gradeId: "", quantity: 1, reason: "" },
  ...fields,
});
const labour = wish({ ruleId: "missed", gradeId: "labour", reason: "没有来" });
const hours = wish({ ruleId: "volunteer", gradeId: "normal", reason: "帮了忙" });

test("rules stand under their categories, each with what it counts", () => {
  const { groups } = toView(form, wish());
  assert.deepEqual(
    groups.map(({ title, rules }) => [title, rules.map(({ note }) => note)]),
    [
      ["岗位履职", ["第六条\u00a0· 1.5分"]],
      ["负面清单", ["第六条\u00a0· 扣2分", "第六条\u00a0· 一票否决"]],
    ],
  );
});

test("the button says what is proposed: grade times quantity", () => {
  const actionOf = (one: Wish) => toView(form, one).action;
  assert.equal(actionOf(wish()), "提出");
  assert.equal(actionOf(labour), "提出：扣2分");
  assert.equal(actionOf({ ...hours, quantity: 3 }), "提出：加4.5分");
  assert.equal(actionOf(wish({ ruleId: "veto", gradeId: "veto" })), "提出：一票否决");
});

test("what is missing is asked for before it is sent", () => {
  assert.equal(problemOf(form, wish({ reason: "没有来" })), "请先选按哪一条记");
  assert.equal(problemOf(form, { ...labour, reason: " " }), "请写明原因");
  for (const quantity of [0, 1.5, 101, Number.NaN]) {
    assert.equal(problemOf(form, { ...hours, quantity }), "数量请写1到100");
  }
  assert.equal(problemOf(form, labour), undefined);
});

test("a rule that another day does not have is no longer chosen", () => {
  const later = { ...form, rules: form.rules.filter(({ id }) => id !== "missed") };
  assert.equal(toView(later, labour).chosen, undefined);
  assert.equal(problemOf(later, labour), "请先选按哪一条记");
});

test("once proposed, it says that somebody else must confirm", () => {
  assert.equal(
    doneView(form, labour).text,
    "张三的“应做未做”，扣2分。另一位委员确认以后，才会记进一本通。",
  );
});

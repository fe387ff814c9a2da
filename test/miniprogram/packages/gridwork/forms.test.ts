import assert from "node:assert/strict";
import { test } from "node:test";
import {
  firmInput,
  firmOf,
  problemOf as firmProblem,
  newFirm,
} from "../../../../miniprogram/packages/gridwork/enterprise-form/view.ts";
import {
  newOne,
  oneOf,
  personInput,
  problemOf as personProblem,
} from "../../../../miniprogram/packages/gridwork/resident-form/view.ts";
import {
  newService,
  problemOf as serviceProblem,
  toView as serviceView,
} from "../../../../miniprogram/packages/gridwork/service-form/view.ts";
import {
  newVisit,
  toView,
  visitInput,
  problemOf as visitProblem,
} from "../../../../miniprogram/packages/gridwork/visit-form/view.ts";

const today = "2026-05-20";
const standing = { refusal: "", found: "" };

test("a visit is of today unless another day is said", () => {
  assert.equal(toView(newVisit(today), today, standing).onText, "今天");
  assert.equal(
    toView({ ...newVisit(today), on: "2025-05-20" }, today, standing).onText,
    "2025年5月20日",
  );
});

test("a need is asked for only where there is one, and what was typed in vain is not sent", () => {
  const visit = { ...newVisit(today), text: " 聊了聊 ", need: "修屋顶" };
  assert.equal(visitProblem(visit), undefined);
  assert.deepEqual(visitInput("v1", "h1", visit), {
    ...{ visitId: "v1", householdId: "h1", on: today, text: "聊了聊", need: "" },
  });
  assert.match(visitProblem({ ...visit, hasNeed: true, need: " " }) ?? "", /需要什么/);
  assert.match(visitProblem(newVisit(today)) ?? "", /写几句/);
});

test("once a member is chosen the others step aside", () => {
  const people = ["甲", "乙"].map((name) => ({ memberId: name, name, branch: "第一党支部" }));
  const around = { people, looked: "甲", today };
  const open = serviceView(newService(today), around, standing);
  assert.deepEqual([open.members.length, open.nobody], [1, ""]);
  const chosen = { ...newService(today), memberId: "乙", member: "乙" };
  assert.deepEqual(serviceView(chosen, around, standing).members, [{ id: "乙", title: "乙" }]);
  assert.equal(serviceProblem(newService(today)), "请选是哪位党员");
  assert.equal(serviceProblem(chosen), "请写做了什么");
});

test("an enterprise needs a hamlet and a name, and counts in digits", () => {
  const { enterpriseId, firm } = newFirm("e1", ["东浜"]);
  const typed = (fields: Partial<typeof firm.fields>) => ({
    enterpriseId,
    firm: { ...firm, fields: { ...firm.fields, ...fields } },
  });
  assert.equal(firmProblem(typed({})), "请写名称");
  assert.equal(firmProblem(typed({ name: "木器厂", workers: "十二" })), "几个人干活，只写数字");
  const whole = typed({ name: "木器厂", workers: "" });
  assert.equal(firmProblem(whole), undefined);
  assert.equal(firmInput("c1", whole).workers, 0);
});

test("a changed enterprise or person names the revision that was seen", () => {
  const enterprise = {
    ...{ enterpriseId: "e1", hamlet: "东浜", name: "木器厂", trade: "", contact: "", phone: "" },
    ...{ workers: 12, note: "", revision: 4 },
  };
  const { revision, workers } = firmInput("c1", firmOf(enterprise));
  assert.deepEqual([revision, workers], [4, 12]);
  const resident = {
    ...{ residentId: "r1", name: "张三", kind: "living" as const, birthday: "", phone: "" },
    ...{ idNumber: "", floating: null, isRepresentative: false, note: "", revision: 7 },
  };
  const input = personInput("c1", "h1", oneOf(resident));
  assert.deepEqual([input?.revision, input?.residentId, input?.householdId], [7, "r1", "h1"]);
});

test("nobody is sent of whom it is not known how they belong to the village", () => {
  assert.equal(personInput("c1", "h1", newOne("r1")), undefined);
  assert.equal(personProblem(newOne("r1")), "请写姓名");
});

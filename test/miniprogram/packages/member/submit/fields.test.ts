import assert from "node:assert/strict";
import { test } from "node:test";
import { doneView } from "../../../../../miniprogram/packages/member/submit/ending.ts";
import {
  amountView,
  behalfView,
  honourView,
} from "../../../../../miniprogram/packages/member/submit/fields.ts";
import { aDraft } from "../../../services/support.ts";
import { aRule } from "../../rules.ts";

const form = {
  today: "2014-06-01",
  earliest: "2014-01-01",
  rulebook: "积分考核细则",
  honours: [{ submissionId: "s7", title: "镇优秀共产党员" }],
  rules: [],
};

const honour = { title: "区优秀共产党员", gradeId: "district", sameDeedAs: "" };
const levels = aRule({
  honour: true,
  grades: [
    { id: "town", title: "镇级", points: 500 },
    { id: "district", title: "区级", points: 800 },
  ],
});

test("an honour's level is chosen among those of its rule, each with its points", () => {
  assert.deepEqual(honourView(honour, levels, form)?.levels, [
    { id: "town", title: "镇级", note: "5分", chosen: false },
    { id: "district", title: "区级", note: "8分", chosen: true },
  ]);
  const one = aRule({ honour: true, grades: levels.grades.slice(0, 1) });
  assert.deepEqual(honourView(honour, one, form)?.levels, []);
});

test("an honour is for a deed of its own, unless another of this year is named", () => {
  const chosen = (sameDeedAs: string) =>
    honourView({ ...honour, sameDeedAs }, levels, form)?.deeds.map((deed) => [
      deed.title,
      deed.chosen,
    ]);
  assert.deepEqual(chosen(""), [
    ["是另一件事", true],
    ["镇优秀共产党员", false],
  ]);
  assert.deepEqual(chosen("s7")?.[1], ["镇优秀共产党员", true]);
  assert.deepEqual(honourView(honour, levels, { ...form, honours: [] })?.deeds, []);
});

test("hours say what they would bring before any cap; a rule without unit asks for none", () => {
  const grades = [{ id: "normal", title: "每小时", points: 150 }];
  const hours = amountView(aDraft({ quantity: 3 }), aRule({ unit: "小时", grades }));
  assert.equal(hours?.note, "每小时1.5分，共3小时，应记4.5分（封顶前）");
  assert.equal(amountView(aDraft(), aRule()), undefined);
});

test("a phrase of consent is marked once it is chosen", () => {
  const behalf = { memberId: "v-m9", name: "张三", consent: "电话里说好的" };
  const draft = aDraft({ behalf, operation: "submitOnBehalf" });
  const chosen = behalfView(draft)?.phrases.filter((phrase) => phrase.chosen);
  assert.deepEqual(chosen, [{ text: "电话里说好的", chosen: true }]);
  assert.equal(behalfView(aDraft()), undefined);
  const again = aDraft({ behalf, operation: "resubmitDuty" });
  assert.deepEqual(behalfView(again)?.phrases, [], "how they agreed is known already");
});

test("the end says into whose booklet it goes, and whether it has gone yet", () => {
  const behalf = { memberId: "v-m9", name: "张三", consent: "当面说好的" };
  assert.equal(doneView({ behalf }, true).text, "审核以后，积分会记进张三的一本通。");
  assert.equal(doneView({}, false).title, "已经存在手机里");
  assert.deepEqual(
    [doneView({ behalf }, true).mayWriteAnother, doneView({}, true).mayWriteAnother],
    [false, true],
  );
});

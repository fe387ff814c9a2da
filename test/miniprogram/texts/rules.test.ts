import assert from "node:assert/strict";
import { test } from "node:test";
import { capText, gradesText, gradeText } from "../../../miniprogram/texts/rules.ts";

test("gains, deductions and nothing each have their word", () => {
  assert.deepEqual([250, -50, 0].map(gradeText), ["2.5分", "扣0.5分", "不计分"]);
});

test("a cap says its period and its side", () => {
  assert.equal(capText({ per: "month", of: "gains", most: 600 }), "每月最多6分");
  assert.equal(capText({ per: "event", of: "losses", most: 50 }), "每次最多扣0.5分");
});

test("one grade is its points; several are told apart by their titles", () => {
  const once = { id: "a", title: "完成一次", points: 200 };
  assert.equal(gradesText([once]), "2分");
  assert.equal(
    gradesText([once, { id: "b", title: "缺席", points: -100 }]),
    "完成一次2分，缺席扣1分",
  );
});

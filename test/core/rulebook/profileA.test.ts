import assert from "node:assert/strict";
import { test } from "node:test";
import { profileA } from "../../../core/rulebook/profileA.ts";
import facts from "../../../local/demo/tangjiao.json" with { type: "json" };

const pointsOf = (ruleId: string, gradeId: string) =>
  profileA.find((rule) => rule.id === ruleId)?.grades.find((grade) => grade.id === gradeId)?.points;

test("profile A counts what the village's report says, in hundredths", () => {
  assert.equal(pointsOf("mediation", "normal"), facts.rules.邻里纠纷调解 * 100);
  assert.equal(pointsOf("cleanup", "normal"), facts.rules.环境卫生 * 100);
  assert.equal(pointsOf("cleanup", "major"), facts.rules.环境卫生·重大贡献 * 100);
  assert.equal(pointsOf("committee-meeting", "normal"), facts.rules["党委会议(活动)"] * 100);
  assert.equal(pointsOf("branch-meeting", "normal"), facts.rules["支部会议(活动)"] * 100);
  assert.equal(pointsOf("honour", "normal"), facts.rules["市、区、镇荣誉称号"] * 100);
});

test("every rule that the report does not name is labelled as our default", () => {
  const ours = profileA.filter((rule) => rule.origin === "default").map((rule) => rule.id);
  assert.deepEqual(ours, ["repair", "care", "patrol", "flood"]);
});

test("rule ids are safe as field names of an account", () => {
  for (const { id } of profileA) assert.match(id, /^[a-z][a-z-]*$/);
});

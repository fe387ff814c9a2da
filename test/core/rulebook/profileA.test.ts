import assert from "node:assert/strict";
import { test } from "node:test";
import { points } from "../../../core/kernel/points.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { gradeById, isForMembers, ruleById } from "../../../core/rulebook/rulebook.ts";
import facts from "../../../local/demo/tangjiao.json" with { type: "json" };
import { lived, on, onEach } from "./lived.ts";

const pointsOf = (ruleId: string, gradeId: string) =>
  gradeById(ruleById(profileA, ruleId), gradeId).points;

test("profile A counts what the village's report says, in hundredths", () => {
  assert.equal(pointsOf("mediation", "normal"), facts.rules.邻里纠纷调解 * 100);
  assert.equal(pointsOf("cleanup", "normal"), facts.rules.环境卫生 * 100);
  assert.equal(pointsOf("cleanup", "major"), facts.rules.环境卫生·重大贡献 * 100);
  assert.equal(pointsOf("committee-meeting", "normal"), facts.rules["党委会议(活动)"] * 100);
  assert.equal(pointsOf("branch-meeting", "normal"), facts.rules["支部会议(活动)"] * 100);
  assert.equal(pointsOf("honour", "normal"), facts.rules["市、区、镇荣誉称号"] * 100);
});

test("every rule that the report does not name is labelled as our default", () => {
  const ours = profileA.rules.filter((rule) => rule.origin === "default").map((rule) => rule.id);
  assert.deepEqual(ours, ["repair", "care", "patrol", "flood"]);
});

test("members can submit every rule of profile A, and the committee decides its own and honours", () => {
  assert.ok(profileA.rules.every(isForMembers));
  const byCommittee = profileA.rules.filter((rule) => rule.approver === "committee");
  assert.deepEqual(
    byCommittee.map((rule) => rule.id),
    ["committee-meeting", "honour"],
  );
});

test("a member's year sums up: 2 clean-ups, 1 major one, 1 dispute, 4 meetings, 1 honour are 29", () => {
  const { points: counted, resultOn } = lived(profileA, [
    ...onEach(["2014-03-05", "2014-03-12"], "cleanup", "normal"), // 2 + 2
    on("2014-04-02", "cleanup", "major"), // 3
    on("2014-05-20", "mediation", "normal"), // 3
    ...onEach(["2014-03-28", "2014-06-27", "2014-09-26"], "branch-meeting", "normal"), // 2 + 2 + 2
    on("2014-07-01", "committee-meeting", "normal"), // 3
    on("2014-12-30", "honour", "normal"), // 10
  ]);
  assert.deepEqual(counted, [2, 2, 3, 3, 2, 2, 2, 3, 10].map(points));
  const year = resultOn("2014-12-31");
  assert.equal(year.score, points(29));
  assert.deepEqual(
    year.quarters.map(({ sum }) => sum),
    [2 + 2 + 2, 3 + 3 + 2, 2 + 3, 10].map(points),
  );
});

test("profile A has no base, no end and no bands: the score is the sum", () => {
  const cleanups = Array.from({ length: 100 }, () => on("2014-03-05", "cleanup", "major"));
  const { sum, resultOn } = lived(profileA, cleanups);
  assert.equal(sum, points(300));
  assert.deepEqual(resultOn("2014-12-31").score, points(300));
  assert.equal(resultOn("2014-12-31").band, undefined);
  assert.equal(lived(profileA, []).resultOn("2014-12-31").score, 0);
});

test("one deed honoured by the town and then by the district counts once", () => {
  const { points: counted } = lived(profileA, [
    on("2014-06-01", "honour", "normal", { event: "flood-rescue" }),
    on("2014-09-01", "honour", "normal", { event: "flood-rescue" }),
    on("2014-09-01", "honour", "normal", { event: "clean-village" }),
  ]);
  assert.deepEqual(counted, [10, 0, 10].map(points));
});

test("rule ids are safe as field names of an account", () => {
  for (const { id } of profileA.rules) assert.match(id, /^[a-z][a-z-]*$/);
});

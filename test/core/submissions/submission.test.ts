import assert from "node:assert/strict";
import { test } from "node:test";
import { profileB } from "../../../core/rulebook/profileB.ts";
import type { Rule } from "../../../core/rulebook/scheme.ts";
import { checkDay, underRule } from "../../../core/submissions/duty.ts";
import { review } from "../../../core/submissions/review.ts";
import { resubmitted, submitted, withdrawn } from "../../../core/submissions/submission.ts";
import { defaultSettings, type Village } from "../../../core/villages/village.ts";
import {
  cleanup,
  committee,
  expectRefusal,
  member,
  noon,
  pending,
  person,
  rulebook,
  secretary,
} from "../support.ts";

const approve = { decision: "approve", gradeId: "normal", attested: [] } as const;
const giveBack = { decision: "return", reason: "照片不清楚" } as const;
const anHonour = {
  ruleId: "honour",
  honour: { title: "优秀共产党员", gradeId: "normal", sameDeedAs: "" },
};
const written = { duty: cleanup, under: underRule(rulebook, cleanup, ""), participants: [] };
const village: Village = {
  ...{ id: "v", name: "村", town: "镇", openYear: 2026, years: [2026, 2025] },
  ...{ yearStart: 1, settings: defaultSettings },
};

test("a duty can be submitted from the first day of the open year until today", () => {
  checkDay("2026-01-01", "2026-05-20", village);
  checkDay("2026-05-20", "2026-05-20", village);
  expectRefusal("date_in_future", () => checkDay("2026-05-21", "2026-05-20", village));
  expectRefusal("date_before_open_year", () => checkDay("2025-12-31", "2026-05-20", village));
});

test("a day of a year whose booklets are not open yet is refused", () => {
  expectRefusal("year_not_open", () => checkDay("2027-01-01", "2027-01-01", village));
});

test("identity, branch and grid of a submission come from the caller", () => {
  const { memberId, branchId, gridId, villageId, status } = pending({ by: member });
  assert.deepEqual(
    { memberId, branchId, gridId, villageId, status },
    { memberId: "member", branchId: "v-b1", gridId: "v-g1", villageId: "v", status: "pending" },
  );
});

test("a duty under a rule that the rulebook lacks is refused", () => {
  expectRefusal("unknown_rule", () => underRule(rulebook, { ...cleanup, ruleId: "dancing" }, ""));
});

test("a deduction is nobody's to submit, whatever the rulebook", () => {
  const hundred = { ...rulebook, ...profileB };
  expectRefusal("unknown_rule", () => underRule(hundred, { ...cleanup, ruleId: "missed" }, ""));
  expectRefusal("unknown_rule", () => underRule(hundred, { ...cleanup, ruleId: "veto" }, ""));
});

test("what the engine would refuse at the approval is refused when it is handed in", () => {
  const ruleWith = (change: Partial<Rule>) => ({
    ...rulebook,
    rules: rulebook.rules.map((rule) => (rule.id === "cleanup" ? { ...rule, ...change } : rule)),
  });
  const until = { until: "2026-05-18" };
  expectRefusal("rule_expired", () => underRule(ruleWith(until), cleanup, ""));
  const cadres = ruleWith({ classes: ["cadre"] });
  expectRefusal("rule_not_for_class", () => underRule(cadres, cleanup, "old"));
  assert.equal(underRule(cadres, cleanup, "cadre").ruleTitle, "环境卫生");
  const three = { ...cleanup, quantity: 3 };
  expectRefusal("invalid_input", () => underRule(rulebook, three, ""));
  assert.equal(underRule(ruleWith({ unit: "小时" }), three, "").ruleTitle, "环境卫生");
});

test("an honour says its title and level; another duty has none", () => {
  const honour = { title: "优秀共产党员", gradeId: "normal", sameDeedAs: "" };
  expectRefusal("honour_missing", () => underRule(rulebook, { ...cleanup, ruleId: "honour" }, ""));
  expectRefusal("invalid_input", () => underRule(rulebook, { ...cleanup, honour }, ""));
  const grand = { ...cleanup, ruleId: "honour", honour: { ...honour, gradeId: "grand" } };
  expectRefusal("unknown_grade", () => underRule(rulebook, grand, ""));
});

test("the branch's secretary approves, and the grade is kept", () => {
  const major = review(pending(), { ...approve, gradeId: "major" }, secretary, noon);
  assert.equal(major.status === "approved" && major.gradeId, "major");
});

test("nobody reviews their own submission, whatever their roles", () => {
  const own = pending({ by: secretary });
  expectRefusal("own_submission", () => review(own, approve, secretary, noon));
  const committees = pending({ by: committee });
  expectRefusal("own_submission", () => review(committees, approve, committee, noon));
});

test("a secretary reviews only the own branch; the committee any branch of the village", () => {
  const elsewhere = person({ id: "other", branchId: "v-b2", roles: ["member", "secretary"] });
  expectRefusal("other_branch", () => review(pending(), approve, elsewhere, noon));
  assert.equal(review(pending(), approve, committee, noon).status, "approved");
});

test("a member without office reviews nothing", () => {
  const neighbour = person({ id: "neighbour" });
  expectRefusal("not_permitted", () => review(pending(), approve, neighbour, noon));
});

test("another village's submission does not exist for a reviewer", () => {
  const stranger = person({ villageId: "w", roles: ["member", "committee"] });
  expectRefusal("not_found", () => review(pending(), approve, stranger, noon));
});

test("an honour is approved by the committee, not by the secretary", () => {
  const honour = pending({ duty: anHonour });
  expectRefusal("committee_decides", () => review(honour, approve, secretary, noon));
  assert.equal(review(honour, approve, committee, noon).status, "approved");
});

test("what has been reviewed is not reviewed again", () => {
  const approved = review(pending(), approve, secretary, noon);
  expectRefusal("already_reviewed", () => review(approved, approve, secretary, noon));
  const returned = review(pending(), giveBack, secretary, noon);
  expectRefusal("already_reviewed", () => review(returned, approve, secretary, noon));
});

test("what was taken back cannot be reviewed", () => {
  const gone = withdrawn(pending(), member);
  expectRefusal("not_found", () => review(gone, approve, secretary, noon));
});

test("a returned submission carries the reason, and goes in again without it", () => {
  const returned = review(pending(), giveBack, secretary, noon);
  assert.equal(returned.status === "returned" && returned.reason, "照片不清楚");
  const mended = { ...cleanup, text: "打扫了河边，补了照片" };
  const again = resubmitted(returned, { ...written, duty: mended }, noon);
  assert.equal(again.status, "pending");
  assert.equal(again.text, mended.text);
  assert.equal("reason" in again, false);
});

test("only a returned submission goes in again", () => {
  expectRefusal("not_returned", () => resubmitted(pending(), written, noon));
});

test("a member takes back what is pending or returned, never what is approved", () => {
  const returned = review(pending(), giveBack, secretary, noon);
  assert.equal(withdrawn(pending(), member).status, "withdrawn");
  assert.equal(withdrawn(returned, member).status, "withdrawn");
  const approved = review(pending(), approve, secretary, noon);
  expectRefusal("not_withdrawable", () => withdrawn(approved, member));
});

test("nobody takes back what is another's", () => {
  const neighbour = person({ id: "neighbour" });
  expectRefusal("not_found", () => withdrawn(pending(), neighbour));
});

const recorder = { id: "staff", name: "某某", consent: "当面说好的" };

test("who wrote it down for another is not its reviewer, and stays its owner", () => {
  const chief = person({ id: "staff", roles: ["member", "gridStaff", "secretary"] });
  const forOther = submitted("s2", written, member, noon, recorder);
  assert.equal(forOther.ownerId, "staff");
  assert.deepEqual(forOther.involved, ["member", "staff"]);
  expectRefusal("recorder_reviews", () => review(forOther, approve, chief, noon));
  assert.equal(review(forOther, approve, secretary, noon).status, "approved");
});

test("a member takes back what was written down for them, as its recorder can", () => {
  const forOther = submitted("s2", written, member, noon, recorder);
  assert.equal(withdrawn(forOther, member).status, "withdrawn");
  assert.equal(withdrawn(forOther, person({ id: "staff" })).status, "withdrawn");
});

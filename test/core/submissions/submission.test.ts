import assert from "node:assert/strict";
import { test } from "node:test";
import { awardOf } from "../../../core/submissions/award.ts";
import {
  checkDay,
  resubmitted,
  review,
  underRule,
  withdrawn,
} from "../../../core/submissions/submission.ts";
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

const approve = { decision: "approve", gradeId: "normal" } as const;
const giveBack = { decision: "return", reason: "照片不清楚" } as const;
const village: Village = {
  ...{ id: "v", name: "村", town: "镇", openYear: 2026, years: [2026, 2025] },
  settings: defaultSettings,
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
  expectRefusal("unknown_rule", () => underRule(rulebook, "dancing"));
});

test("the branch's secretary approves, and the grade decides the points", () => {
  const normal = review(pending(), approve, rulebook, secretary, noon);
  const major = review(pending(), { ...approve, gradeId: "major" }, rulebook, secretary, noon);
  assert.equal(normal.status === "approved" && normal.points, 200);
  assert.equal(major.status === "approved" && major.points, 300);
});

test("a grade that the rule lacks is refused", () => {
  const grand = { ...approve, gradeId: "grand" };
  expectRefusal("unknown_grade", () => review(pending(), grand, rulebook, secretary, noon));
});

test("nobody reviews their own submission, whatever their roles", () => {
  const own = pending({ by: secretary });
  expectRefusal("own_submission", () => review(own, approve, rulebook, secretary, noon));
  const committees = pending({ by: committee });
  expectRefusal("own_submission", () => review(committees, approve, rulebook, committee, noon));
});

test("a secretary reviews only the own branch; the committee any branch of the village", () => {
  const elsewhere = person({ id: "other", branchId: "v-b2", roles: ["member", "secretary"] });
  expectRefusal("other_branch", () => review(pending(), approve, rulebook, elsewhere, noon));
  assert.equal(review(pending(), approve, rulebook, committee, noon).status, "approved");
});

test("a member without office reviews nothing", () => {
  const neighbour = person({ id: "neighbour" });
  expectRefusal("not_permitted", () => review(pending(), approve, rulebook, neighbour, noon));
});

test("another village's submission does not exist for a reviewer", () => {
  const stranger = person({ villageId: "w", roles: ["member", "committee"] });
  expectRefusal("not_found", () => review(pending(), approve, rulebook, stranger, noon));
});

test("an honour is approved by the committee, not by the secretary", () => {
  const honour = pending({ duty: { ruleId: "honour" } });
  expectRefusal("committee_decides", () => review(honour, approve, rulebook, secretary, noon));
  assert.equal(review(honour, approve, rulebook, committee, noon).status, "approved");
});

test("what has been reviewed is not reviewed again", () => {
  const approved = review(pending(), approve, rulebook, secretary, noon);
  expectRefusal("already_reviewed", () => review(approved, approve, rulebook, secretary, noon));
  const returned = review(pending(), giveBack, rulebook, secretary, noon);
  expectRefusal("already_reviewed", () => review(returned, approve, rulebook, secretary, noon));
});

test("what was taken back cannot be reviewed", () => {
  const gone = withdrawn(pending());
  expectRefusal("not_found", () => review(gone, approve, rulebook, secretary, noon));
});

test("a returned submission carries the reason, and goes in again without it", () => {
  const returned = review(pending(), giveBack, rulebook, secretary, noon);
  assert.equal(returned.status === "returned" && returned.reason, "照片不清楚");
  const mended = { ...cleanup, text: "打扫了河边，补了照片" };
  const again = resubmitted(returned, mended, underRule(rulebook, "cleanup"), noon);
  assert.equal(again.status, "pending");
  assert.equal(again.text, mended.text);
  assert.equal("reason" in again, false);
});

test("only a returned submission goes in again", () => {
  const under = underRule(rulebook, "cleanup");
  expectRefusal("not_returned", () => resubmitted(pending(), cleanup, under, noon));
});

test("a member takes back what is pending or returned, never what is approved", () => {
  const returned = review(pending(), giveBack, rulebook, secretary, noon);
  assert.equal(withdrawn(pending()).status, "withdrawn");
  assert.equal(withdrawn(returned).status, "withdrawn");
  const approved = review(pending(), approve, rulebook, secretary, noon);
  expectRefusal("not_withdrawable", () => withdrawn(approved));
});

test("an award says which rule, clause and version, and who approved", () => {
  const major = { ...approve, gradeId: "major" };
  const approved = review(pending(), major, rulebook, secretary, noon);
  assert(approved.status === "approved");
  const line = awardOf(approved, rulebook);
  assert.equal(line.id, "award-s1");
  assert.equal(line.accountId, "member_2026");
  assert.equal(line.approvedBy, "secretary");
  assert.equal(
    line.explanation.sentence,
    "按《积分管理细则》第1版第二条“环境卫生”，为整治作出重大贡献，计3分。",
  );
});

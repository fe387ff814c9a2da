import { idOf } from "../kernel/ids.ts";
import { yearOf } from "../kernel/time.ts";
import { awardId, explain, type Line } from "../ledger/entry.ts";
import { gradeById, type Rulebook, ruleById } from "../rulebook/rulebook.ts";
import type { Approved } from "./submission.ts";

/** The line that an approved submission earns its member. */
export function awardOf(submission: Approved, rulebook: Rulebook): Line {
  const rule = ruleById(rulebook, submission.ruleId);
  const year = yearOf(submission.workedOn);
  return {
    id: awardId(submission.id),
    villageId: submission.villageId,
    accountId: idOf.account(submission.memberId, year),
    memberId: submission.memberId,
    year,
    kind: "award",
    sourceId: submission.id,
    ruleId: rule.id,
    points: submission.points,
    occurredOn: submission.workedOn,
    recordedAt: submission.reviewedAt,
    approvedBy: submission.reviewedBy,
    approvedByName: submission.reviewedByName,
    branchId: submission.branchId,
    gridId: submission.gridId,
    explanation: explain(rulebook, rule, gradeById(rule, submission.gradeId)),
  };
}

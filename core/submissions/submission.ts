import { collection } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import { yearOf } from "../kernel/time.ts";
import { gradeById, type Rule, type Rulebook, ruleById } from "../rulebook/rulebook.ts";
import type { Village } from "../villages/village.ts";

export const statuses = ["pending", "returned", "approved", "withdrawn"] as const;
export type Status = (typeof statuses)[number];

/** What the member wrote: evidence (佐证) of a duty done. */
export type Duty = Readonly<{
  ruleId: string;
  workedOn: LocalDate;
  text: string;
  /** File ids in the cloud's storage; private. */
  photos: readonly string[];
}>;

type Common = Duty &
  Readonly<{
    /** Made on the phone, so that sending twice is submitting once. */
    id: string;
    villageId: string;
    memberId: string;
    memberName: string;
    /** The member's branch and grid on the day of submitting. */
    branchId: string;
    gridId: string;
    /** The version that held on the day of the duty; it scores the award, whatever comes after. */
    rulebookId: string;
    ruleTitle: string;
    approver: Rule["approver"];
    submittedAt: Instant;
  }>;

type Decided = Readonly<{ reviewedBy: string; reviewedByName: string; reviewedAt: Instant }>;

/** 履职申报: what a member did, on its way to an entry. */
export type Submission = Common &
  (
    | Readonly<{ status: "pending" }>
    | Readonly<{ status: "withdrawn" }>
    | (Decided & Readonly<{ status: "returned"; reason: string }>)
    | (Decided & Readonly<{ status: "approved"; gradeId: string; points: Points }>)
  );

export type Pending = Extract<Submission, { status: "pending" }>;
export type Approved = Extract<Submission, { status: "approved" }>;

export const submissions = collection<Submission>("submissions");

/** A duty can be submitted from the first day of the open year until today. */
export function checkDay(workedOn: LocalDate, today: LocalDate, village: Village): void {
  if (workedOn > today) refuse("date_in_future");
  if (yearOf(workedOn) < village.openYear) refuse("date_before_open_year");
  if (!village.years.includes(yearOf(workedOn))) refuse("year_not_open");
}

/** A new submission of the caller: identity, branch and grid come from the caller alone. */
export const submitted = (
  submissionId: string,
  duty: Duty,
  under: Under,
  caller: Caller,
  at: Instant,
): Pending => ({
  id: submissionId,
  villageId: caller.villageId,
  memberId: caller.id,
  memberName: caller.name,
  branchId: caller.branchId,
  gridId: caller.gridId,
  ...dutyOf(duty),
  ...under,
  submittedAt: at,
  status: "pending",
});

/** The rule a duty is submitted under, as far as a submission keeps it. */
type Under = Pick<Common, "rulebookId" | "ruleTitle" | "approver">;

export function underRule(rulebook: Rulebook, ruleId: string): Under {
  const { title, approver } = ruleById(rulebook, ruleId);
  return { rulebookId: rulebook.id, ruleTitle: title, approver };
}

const dutyOf = ({ ruleId, workedOn, text, photos }: Duty): Duty => ({
  ruleId,
  workedOn,
  text,
  photos,
});

export const sameDuty = (one: Duty, other: Duty): boolean =>
  JSON.stringify(dutyOf(one)) === JSON.stringify(dutyOf(other));

/** Only what has not been decided can be taken back. */
export function withdrawn(submission: Submission): Submission {
  if (submission.status !== "pending" && submission.status !== "returned") {
    refuse("not_withdrawable");
  }
  return { ...common(submission), status: "withdrawn" };
}

/** A returned submission goes in again, mended. */
export function resubmitted(
  submission: Submission,
  duty: Duty,
  under: Under,
  at: Instant,
): Pending {
  if (submission.status !== "returned") refuse("not_returned");
  return { ...common(submission), ...dutyOf(duty), ...under, submittedAt: at, status: "pending" };
}

/** Everything but what belongs to a status. */
function common(submission: Submission): Common {
  const { id, villageId, memberId, memberName, branchId, gridId } = submission;
  const { rulebookId, ruleTitle, approver, submittedAt } = submission;
  return {
    ...{ id, villageId, memberId, memberName, branchId, gridId },
    ...dutyOf(submission),
    ...{ rulebookId, ruleTitle, approver, submittedAt },
  };
}

type Decision = Readonly<
  { decision: "approve"; gradeId: string } | { decision: "return"; reason: string }
>;

/**
 * The branch's secretary or the committee decides, never the member's own self.
 * @param rulebook the version that the submission names
 */
export function review(
  submission: Submission,
  decision: Decision,
  rulebook: Rulebook,
  reviewer: Caller,
  at: Instant,
): Extract<Submission, Decided> {
  checkReviewer(submission, reviewer);
  if (submission.status === "withdrawn") refuse("not_found");
  if (submission.status !== "pending") refuse("already_reviewed");
  const decided = {
    ...common(submission),
    ...{ reviewedBy: reviewer.id, reviewedByName: reviewer.name, reviewedAt: at },
  };
  if (decision.decision === "return") {
    return { ...decided, status: "returned", reason: decision.reason };
  }
  const { points } = gradeById(ruleById(rulebook, submission.ruleId), decision.gradeId);
  return { ...decided, status: "approved", gradeId: decision.gradeId, points };
}

/** @throws Refusal saying why this person may not decide about this submission */
export function checkReviewer(submission: Submission, reviewer: Caller): void {
  if (submission.villageId !== reviewer.villageId) refuse("not_found");
  if (submission.memberId === reviewer.id) refuse("own_submission");
  if (reviewer.roles.includes("committee")) return;
  if (!reviewer.roles.includes("secretary")) refuse("not_permitted");
  if (submission.branchId !== reviewer.branchId) refuse("other_branch");
  if (submission.approver === "committee") refuse("committee_decides");
}

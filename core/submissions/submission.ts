import { collection } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import { yearOf } from "../kernel/time.ts";
import type { Rule } from "../rulebook/rulebook.ts";

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
export function checkDay(workedOn: LocalDate, today: LocalDate, openYear: number): void {
  if (workedOn > today) refuse("date_in_future");
  if (yearOf(workedOn) < openYear) refuse("date_before_open_year");
}

/** A new submission of the caller: identity, branch and grid come from the caller alone. */
export const submitted = (
  submissionId: string,
  duty: Duty,
  rule: Rule,
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
  ruleTitle: rule.title,
  approver: rule.approver,
  submittedAt: at,
  status: "pending",
});

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
export function resubmitted(submission: Submission, duty: Duty, rule: Rule, at: Instant): Pending {
  if (submission.status !== "returned") refuse("not_returned");
  return {
    ...common(submission),
    ...dutyOf(duty),
    ruleTitle: rule.title,
    approver: rule.approver,
    submittedAt: at,
    status: "pending",
  };
}

/** Everything but what belongs to a status. */
function common(submission: Submission): Common {
  const { id, villageId, memberId, memberName, branchId, gridId } = submission;
  const { ruleTitle, approver, submittedAt } = submission;
  return {
    ...{ id, villageId, memberId, memberName, branchId, gridId },
    ...dutyOf(submission),
    ...{ ruleTitle, approver, submittedAt },
  };
}

import { collection } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";
import { type Duty, dutyOf, type Under } from "./duty.ts";
import { askedAmong, type Participant } from "./participant.ts";

export const statuses = ["pending", "returned", "approved", "withdrawn"] as const;
export type Status = (typeof statuses)[number];

type Common = Duty &
  Under &
  Readonly<{
    /** Made on the phone, so that sending twice is submitting once. */
    id: string;
    villageId: string;
    memberId: string;
    memberName: string;
    /** The member's branch and grid on the day of submitting. */
    branchId: string;
    gridId: string;
    /** 代录: who wrote it down for the member, and how the member agreed. */
    recorder?: Recorder;
    /** Who may take it back and mend it: the recorder where there is one, the member otherwise. */
    ownerId: string;
    participants: readonly Participant[];
    /** Everybody it concerns: member, recorder and participants. None of them may review it. */
    involved: readonly string[];
    /** Participants who have not said yes or no. */
    asked: readonly string[];
    submittedAt: Instant;
  }>;

export type Recorder = Signature & Readonly<{ consent: string }>;

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

/** The member whom a submission is about, as far as it is kept. */
export type Subject = Readonly<{
  id: string;
  villageId: string;
  name: string;
  branchId: string;
  gridId: string;
}>;

/** A new submission; who it is about and who wrote it never come from the phone's word alone. */
export const submitted = (
  submissionId: string,
  written: Readonly<{ duty: Duty; under: Under; participants: readonly Participant[] }>,
  subject: Subject,
  at: Instant,
  recorder?: Recorder,
): Pending => ({
  id: submissionId,
  villageId: subject.villageId,
  memberId: subject.id,
  memberName: subject.name,
  branchId: subject.branchId,
  gridId: subject.gridId,
  ...(recorder ? { recorder } : {}),
  ownerId: recorder?.id ?? subject.id,
  ...writing(written, [subject.id, ...(recorder ? [recorder.id] : [])]),
  submittedAt: at,
  status: "pending",
});

/** What changes when a submission is written anew. */
const writing = (
  {
    duty,
    under,
    participants,
  }: Readonly<{ duty: Duty; under: Under; participants: readonly Participant[] }>,
  others: readonly string[],
) => ({
  ...dutyOf(duty),
  ...under,
  participants,
  involved: [...others, ...participants.map(({ id }) => id)],
  asked: askedAmong(participants),
});

/** Only what has not been decided can be taken back. */
export function withdrawn(submission: Submission): Submission {
  if (submission.status !== "pending" && submission.status !== "returned") {
    refuse("not_withdrawable");
  }
  return { ...common(submission), asked: [], status: "withdrawn" };
}

/** A returned submission goes in again, mended. */
export function resubmitted(
  submission: Submission,
  written: Readonly<{ duty: Duty; under: Under; participants: readonly Participant[] }>,
  at: Instant,
): Pending {
  if (submission.status !== "returned") refuse("not_returned");
  const { memberId, recorder } = submission;
  const { honour: _, ...rest } = common(submission);
  return {
    ...rest,
    ...writing(written, [memberId, ...(recorder ? [recorder.id] : [])]),
    submittedAt: at,
    status: "pending",
  };
}

/** Everything but what belongs to a status. */
function common(submission: Submission): Common {
  const { id, villageId, memberId, memberName, branchId, gridId, recorder, ownerId } = submission;
  const { rulebookId, ruleTitle, approver, submittedAt } = submission;
  const { participants, involved, asked } = submission;
  return {
    ...{ id, villageId, memberId, memberName, branchId, gridId, ownerId },
    ...(recorder ? { recorder } : {}),
    ...dutyOf(submission),
    ...{ participants, involved, asked },
    ...{ rulebookId, ruleTitle, approver, submittedAt },
  };
}

/** With the participants' answers, whatever the status. */
export const withParticipants = <S extends Submission>(
  submission: S,
  participants: readonly Participant[],
): S => ({ ...submission, participants, asked: askedAmong(participants) });

type Decision = Readonly<
  { decision: "approve"; gradeId: string } | { decision: "return"; reason: string }
>;

/**
 * The branch's secretary or the committee decides, never anybody it concerns.
 * @returns an approved one with 0 points: how many they are, the engine says when it is recorded
 */
export function review(
  submission: Submission,
  decision: Decision,
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
  return decision.decision === "return"
    ? { ...decided, status: "returned", reason: decision.reason }
    : { ...decided, status: "approved", gradeId: decision.gradeId, points: 0 };
}

/** @throws Refusal saying why this person may not decide about this submission */
export function checkReviewer(submission: Submission, reviewer: Caller): void {
  if (submission.villageId !== reviewer.villageId) refuse("not_found");
  if (submission.recorder?.id === reviewer.id) refuse("recorder_reviews");
  if (submission.involved.includes(reviewer.id)) refuse("own_submission");
  if (reviewer.roles.includes("committee")) return;
  if (!reviewer.roles.includes("secretary")) refuse("not_permitted");
  if (submission.branchId !== reviewer.branchId) refuse("other_branch");
  if (submission.approver === "committee") refuse("committee_decides");
}

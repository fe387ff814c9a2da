import { collection } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";
import { type Duty, dutyOf, type Under } from "./duty.ts";
import { askedAmong, type Participant, withAnswersOf } from "./participant.ts";

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
    /** Who may mend it: the recorder where there is one, the member otherwise. */
    ownerId: string;
    participants: readonly Participant[];
    /** Everybody it concerns: member, recorder and participants. None of them may review it. */
    involved: readonly string[];
    /** Participants who have not said yes or no. */
    asked: readonly string[];
    /** The day of an honour, by which the village's honours are listed; "" for another duty. */
    honouredOn: LocalDate;
    submittedAt: Instant;
    /** Decisions that were taken back, the oldest first; left out where there are none. */
    undone?: readonly Undone[];
  }>;

export type Recorder = Signature & Readonly<{ consent: string }>;

export type Decided = Readonly<{ reviewedBy: string; reviewedByName: string; reviewedAt: Instant }>;

/** 撤销: a decision that its reviewer took back, and when. */
export type Undone = Decided & Readonly<{ status: "approved" | "returned"; undoneAt: Instant }>;

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

/** What is written down of a duty, checked and with what its rule and its participants add. */
export type Written = Readonly<{
  duty: Duty;
  under: Under;
  participants: readonly Participant[];
}>;

/** A new submission; who it is about and who wrote it never come from the phone's word alone. */
export const submitted = (
  submissionId: string,
  written: Written,
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
  ...writing(written, subject.id, recorder),
  submittedAt: at,
  status: "pending",
});

/** What changes when a submission is written anew. */
const writing = (
  { duty, under, participants }: Written,
  memberId: string,
  recorder: Recorder | undefined,
) => ({
  ...dutyOf(duty),
  ...under,
  participants,
  involved: [memberId, ...(recorder ? [recorder.id] : []), ...participants.map(({ id }) => id)],
  asked: askedAmong(participants),
  honouredOn: duty.honour ? duty.workedOn : "",
});

/** Only what has not been decided can be taken back: by its owner, or by the member whose it is. */
export function withdrawn(submission: Submission, by: Caller): Submission {
  if (!mayWithdraw(submission, by)) refuse("not_found");
  if (submission.status !== "pending" && submission.status !== "returned") {
    refuse("not_withdrawable");
  }
  return { ...common(submission), asked: [], status: "withdrawn" };
}

/** A recorder has the member's consent, and the member can take it back. */
export const mayWithdraw = ({ ownerId, memberId }: Submission, { id }: Caller): boolean =>
  id === ownerId || id === memberId;

/** A returned submission goes in again, mended. Answers hold for what was asked: this rule, this day. */
export function resubmitted(submission: Submission, written: Written, at: Instant): Pending {
  if (submission.status !== "returned") refuse("not_returned");
  const { honour: _, ...rest } = common(submission);
  const { ruleId, workedOn } = written.duty;
  const sameDeed = submission.ruleId === ruleId && submission.workedOn === workedOn;
  const participants = sameDeed
    ? withAnswersOf(submission.participants, written.participants)
    : written.participants;
  return {
    ...rest,
    ...writing({ ...written, participants }, submission.memberId, submission.recorder),
    submittedAt: at,
    status: "pending",
  };
}

/** Everything but what belongs to a status. */
export function common(submission: Submission): Common {
  const { id, villageId, memberId, memberName, branchId, gridId, recorder, ownerId } = submission;
  const { rulebookId, ruleTitle, approver, submittedAt } = submission;
  const { participants, involved, asked, honouredOn, undone } = submission;
  return {
    ...{ id, villageId, memberId, memberName, branchId, gridId, ownerId },
    ...(recorder ? { recorder } : {}),
    ...dutyOf(submission),
    ...{ participants, involved, asked, honouredOn },
    ...{ rulebookId, ruleTitle, approver, submittedAt },
    ...(undone ? { undone } : {}),
  };
}

/**
 * What the ids of its lines are made from: the id alone, or with a "." that no id from a phone can hold
 * where decisions were undone, as the lines of an earlier approval stand beside their reversals for ever.
 */
export const lineSource = ({ id, undone = [] }: Pick<Submission, "id" | "undone">): string =>
  undone.length === 0 ? id : `${id}.${undone.length + 1}`;

/** With the participants' answers, whatever the status. */
export const withParticipants = <S extends Submission>(
  submission: S,
  participants: readonly Participant[],
): S => ({ ...submission, participants, asked: askedAmong(participants) });

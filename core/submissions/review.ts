import type { Caller } from "../kernel/operation.ts";
import { Refusal, refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { attested, unsettled } from "./participant.ts";
import {
  common,
  type Decided,
  type Pending,
  type Submission,
  withParticipants,
} from "./submission.ts";

type Decision = Readonly<
  {
    /** The moment of the handing in that the reviewer has seen: what was mended since is not decided. */
    submittedAt?: Instant | undefined;
  } & (
    | {
        decision: "approve";
        gradeId: string;
        /** Participants whom the reviewer knows to have taken part. */
        attested: readonly string[];
      }
    | { decision: "return"; reason: string }
  )
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
  const { submittedAt = submission.submittedAt } = decision;
  if (submittedAt !== submission.submittedAt) refuse("mended_meanwhile");
  const decided = {
    ...common(submission),
    ...{ reviewedBy: reviewer.id, reviewedByName: reviewer.name, reviewedAt: at },
  };
  if (decision.decision === "return") {
    return { ...decided, status: "returned", reason: decision.reason };
  }
  return withParticipants(
    { ...decided, status: "approved", gradeId: decision.gradeId, points: 0 },
    attested(submission.participants, decision.attested),
  );
}

/** How long a reviewer may take back what they decided. */
export const undoMinutes = 10;

/**
 * 撤销: whoever decided takes their last decision back, and it waits again. What was decided stays to be
 * read with it.
 * @throws Refusal `not_undoable` where nothing is decided: the member has mended or withdrawn it since
 */
export function undoneReview(submission: Submission, reviewer: Caller, at: Instant): Pending {
  checkReviewer(submission, reviewer);
  if (submission.status !== "approved" && submission.status !== "returned") refuse("not_undoable");
  const { status, reviewedBy, reviewedByName, reviewedAt } = submission;
  if (reviewedBy !== reviewer.id) refuse("not_own_review");
  if (Date.parse(at) - Date.parse(reviewedAt) > undoMinutes * 60_000) refuse("undo_too_late");
  const undone = { status, reviewedBy, reviewedByName, reviewedAt, undoneAt: at };
  const before = common(submission);
  return withParticipants(
    { ...before, undone: [...(before.undone ?? []), undone], status: "pending" },
    unsettled(before.participants),
  );
}

export function mayUndo(submission: Submission, caller: Caller, at: Instant): boolean {
  return allows(() => undoneReview(submission, caller, at));
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

export function mayReview(submission: Submission, caller: Caller): boolean {
  return allows(() => checkReviewer(submission, caller));
}

function allows(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

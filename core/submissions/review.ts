import type { Caller } from "../kernel/operation.ts";
import { Refusal, refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { attested } from "./participant.ts";
import { common, type Decided, type Submission, withParticipants } from "./submission.ts";

type Decision = Readonly<
  | {
      decision: "approve";
      gradeId: string;
      /** Participants whom the reviewer knows to have taken part. */
      attested: readonly string[];
    }
  | { decision: "return"; reason: string }
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
  if (decision.decision === "return") {
    return { ...decided, status: "returned", reason: decision.reason };
  }
  return withParticipants(
    { ...decided, status: "approved", gradeId: decision.gradeId, points: 0 },
    attested(submission.participants, decision.attested),
  );
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
  try {
    checkReviewer(submission, caller);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

import type { Caller } from "../kernel/operation.ts";
import { mayReview } from "./review.ts";
import type { Submission } from "./submission.ts";

export const parts = ["member", "recorder", "participant", "none"] as const;

/** What somebody has to do with a submission: it is theirs, or they wrote it down, or took part. */
export type Part = (typeof parts)[number];

export function partOf({ memberId, recorder, involved }: Submission, { id }: Caller): Part {
  if (id === memberId) return "member";
  if (id === recorder?.id) return "recorder";
  return involved.includes(id) ? "participant" : "none";
}

/**
 * Photos and what others answered are for the member, the recorder and the reviewers. Who is said to
 * have taken part reads what it is about, and no more.
 */
export function maySeeAll(submission: Submission, caller: Caller): boolean {
  const part = partOf(submission, caller);
  return part === "member" || part === "recorder" || mayReview(submission, caller);
}

import { collection } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import type { Caller } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import type { Post } from "./post.ts";

type Common = Readonly<{
  /** Member, post and year: one member claims one post once a year. */
  id: string;
  villageId: string;
  memberId: string;
  memberName: string;
  branchId: string;
  postId: string;
  postTitle: string;
  ruleId: string;
  /** The grid where the post is done; need not be the member's own. */
  gridId: string;
  year: number;
  speciality: string;
  claimedAt: Instant;
}>;

type Decided = Readonly<{ reviewedBy: string; reviewedAt: Instant }>;

/** 认领: a member takes a post for a year; the secretary confirms. */
export type Claim = Common &
  (
    | Readonly<{ status: "pending" }>
    | Readonly<{ status: "withdrawn" }>
    | (Decided & Readonly<{ status: "confirmed" }>)
    | (Decided & Readonly<{ status: "returned"; reason: string }>)
  );

export const claims = collection<Claim>("claims");

/** A claim that came back or was taken back may be made again. */
export const holdsPlace = (claim: Claim | undefined): boolean =>
  claim?.status === "pending" || claim?.status === "confirmed";

export const claimed = (
  post: Post,
  wish: Readonly<{ gridId: string; speciality: string; year: number }>,
  caller: Caller,
  at: Instant,
): Claim => ({
  id: idOf.claim(caller.id, post.id, wish.year),
  villageId: caller.villageId,
  memberId: caller.id,
  memberName: caller.name,
  branchId: caller.branchId,
  postId: post.id,
  postTitle: post.title,
  ruleId: post.ruleId,
  gridId: wish.gridId,
  year: wish.year,
  speciality: wish.speciality,
  claimedAt: at,
  status: "pending",
});

export function withdrawnClaim(claim: Claim, caller: Caller): Claim {
  if (claim.memberId !== caller.id) refuse("not_found");
  if (claim.status !== "pending") refuse("claim_not_withdrawable");
  return { ...claim, status: "withdrawn" };
}

type Decision = Readonly<{ decision: "confirm" } | { decision: "return"; reason: string }>;

/** The branch's secretary or the committee decides, never the member's own self. */
export function reviewedClaim(
  claim: Claim,
  decision: Decision,
  reviewer: Caller,
  at: Instant,
): Extract<Claim, Decided> {
  if (claim.villageId !== reviewer.villageId) refuse("not_found");
  if (claim.memberId === reviewer.id) refuse("own_claim");
  if (!reviewer.roles.includes("committee") && claim.branchId !== reviewer.branchId) {
    refuse("other_branch");
  }
  if (claim.status !== "pending") refuse("claim_not_pending");
  const decided = { reviewedBy: reviewer.id, reviewedAt: at };
  return decision.decision === "confirm"
    ? { ...claim, ...decided, status: "confirmed" }
    : { ...claim, ...decided, status: "returned", reason: decision.reason };
}

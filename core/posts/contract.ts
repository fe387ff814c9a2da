import * as z from "zod";
import { Id, Ordinal } from "../kernel/ids.ts";
import { Reason } from "../kernel/reason.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { Name } from "../villages/contract.ts";

export const OfferPostInput = z.strictObject({
  ordinal: Ordinal,
  title: Name,
  duty: z.string().trim().min(1).max(200),
  /** The rule under which its work is submitted. */
  ruleId: Id,
  places: z
    .array(z.strictObject({ gridId: Id, places: z.int().min(1).max(999) }))
    .min(1)
    .max(200),
});
export const OfferPostOutput = z.object({ postId: z.string() });

/** The village's posts in the open year, with the places of every grid and my own claims. */
export const ListPostsInput = z.strictObject({});
export const ListPostsOutput = z.object({
  year: Year,
  myGridId: z.string(),
  posts: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      duty: z.string(),
      rule: z.string(),
      /** Points of the usual grade. */
      points: z.int(),
      grids: z.array(
        z.object({ gridId: z.string(), grid: z.string(), places: z.int(), taken: z.int() }),
      ),
      /** My claim of this post this year, if there is one. */
      claim: z
        .object({
          id: z.string(),
          grid: z.string(),
          status: z.enum(["pending", "confirmed", "returned", "withdrawn"]),
          reason: z.string().optional(),
        })
        .optional(),
    }),
  ),
});

export const ClaimPostInput = z.strictObject({
  postId: Id,
  gridId: Id,
  /** 特长: what the member is good at, in their own words. */
  speciality: z.string().trim().max(50).default(""),
});
export const ClaimPostOutput = z.object({ claimId: z.string(), status: z.literal("pending") });

export const WithdrawClaimInput = z.strictObject({ claimId: Id });
export const WithdrawClaimOutput = z.object({ status: z.literal("withdrawn") });

export const ReviewClaimInput = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("confirm"), claimId: Id }),
  z.strictObject({ decision: z.literal("return"), claimId: Id, reason: Reason }),
]);
export const ReviewClaimOutput = z.object({ status: z.enum(["confirmed", "returned"]) });

/** A claim as its reviewer sees it. */
export const ClaimShape = z.object({
  id: z.string(),
  member: z.string(),
  post: z.string(),
  grid: z.string(),
  speciality: z.string(),
  claimedOn: LocalDate,
});

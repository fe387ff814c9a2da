import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { tell } from "../members/tell.ts";
import { claims, reviewedClaim } from "./claim.ts";
import { ReviewClaimInput, ReviewClaimOutput } from "./contract.ts";
import { freeOne, takenPlaces } from "./post.ts";

/** The secretary confirms a claim, or returns it with a reason and the place is free again. */
export const reviewClaim = operation({
  name: "reviewClaim",
  who: ["secretary", "committee"],
  input: ReviewClaimInput,
  output: ReviewClaimOutput,
  async run({ caller, input, at, db, notices }) {
    const decided = await db.transact(async (tx) => {
      const claim = (await tx.get(claims, input.claimId)) ?? refuse("not_found");
      const reviewed = reviewedClaim(claim, input, caller, at);
      if (reviewed.status === "returned") {
        const takenId = idOf.places(claim.postId, claim.gridId, claim.year);
        const taken = (await tx.get(takenPlaces, takenId)) ?? refuse("not_found");
        await tx.put(takenPlaces, freeOne(taken));
      }
      await tx.put(claims, reviewed);
      return reviewed;
    });
    await tell(
      { db, notices },
      { id: decided.memberId },
      {
        kind: "decided",
        page: "packages/member/posts/index",
        title: `认领${decided.postTitle}`,
        status: decided.status === "confirmed" ? "已确认" : "已退回",
        at,
      },
    );
    return { status: decided.status };
  },
});

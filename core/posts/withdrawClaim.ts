import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { claims, withdrawnClaim } from "./claim.ts";
import { WithdrawClaimInput, WithdrawClaimOutput } from "./contract.ts";
import { freeOne, takenPlaces } from "./post.ts";

/** The member thinks again before the secretary has decided; the place is free for others. */
export const withdrawClaim = operation({
  name: "withdrawClaim",
  who: ["member"],
  input: WithdrawClaimInput,
  output: WithdrawClaimOutput,
  async run({ caller, input, db }) {
    await db.transact(async (tx) => {
      const claim = (await tx.get(claims, input.claimId)) ?? refuse("not_found");
      const withdrawn = withdrawnClaim(claim, caller);
      const takenId = idOf.places(claim.postId, claim.gridId, claim.year);
      const taken = (await tx.get(takenPlaces, takenId)) ?? refuse("not_found");
      await tx.put(takenPlaces, freeOne(taken));
      await tx.put(claims, withdrawn);
    });
    return { status: "withdrawn" as const };
  },
});

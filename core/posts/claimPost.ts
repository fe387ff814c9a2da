import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { tell } from "../members/tell.ts";
import { villageById } from "../villages/village.ts";
import { claimed, claims, holdsPlace } from "./claim.ts";
import { ClaimPostInput, ClaimPostOutput } from "./contract.ts";
import { nobodyYet, posts, takenPlaces, takeOne } from "./post.ts";

/** A member takes a post for the open year; the place is held until the secretary decides. */
export const claimPost = operation({
  name: "claimPost",
  who: ["member"],
  input: ClaimPostInput,
  output: ClaimPostOutput,
  async run({ caller, input: { postId, gridId, speciality }, at, db, notices }) {
    const { openYear: year } = await villageById(db, caller.villageId);
    const claimId = idOf.claim(caller.id, postId, year);
    const claim = await db.transact(async (tx) => {
      const post = (await tx.get(posts, postId)) ?? refuse("not_found");
      if (post.villageId !== caller.villageId) refuse("not_found");
      if (holdsPlace(await tx.get(claims, claimId))) refuse("already_claimed");
      const takenId = idOf.places(postId, gridId, year);
      const taken = (await tx.get(takenPlaces, takenId)) ?? nobodyYet(post, gridId, year);
      await tx.put(takenPlaces, takeOne(post, taken));
      const made = claimed(post, { gridId, speciality, year }, caller, at);
      await tx.put(claims, made);
      return made;
    });
    const reviewers = { branchId: caller.branchId, roles: { contains: "secretary" } };
    await tell(
      { db, notices },
      { ...reviewers, id: { not: caller.id } },
      {
        kind: "toReview",
        page: "packages/review/queue/index",
        title: `认领${claim.postTitle}`,
        status: "待确认",
        at,
      },
    );
    return { claimId, status: "pending" as const };
  },
});

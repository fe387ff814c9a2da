import { gridsOf } from "../grids/grid.ts";
import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { ruleById, rulebookOn } from "../rulebook/rulebook.ts";
import { OfferPostInput, OfferPostOutput } from "./contract.ts";
import { posts } from "./post.ts";

/** The committee offers a post in some or all grids. */
export const offerPost = operation({
  name: "offerPost",
  who: ["committee"],
  input: OfferPostInput,
  output: OfferPostOutput,
  async run({ caller: { villageId }, input, at, db }) {
    const [rulebook, grids] = await Promise.all([
      rulebookOn(db, villageId, localDate(at)),
      gridsOf(db, villageId),
    ]);
    ruleById(rulebook, input.ruleId);
    const known = (gridId: string) => grids.some((grid) => grid.id === gridId);
    if (!input.places.every(({ gridId }) => known(gridId))) refuse("not_found");
    const id = idOf.post(villageId, input.ordinal);
    await db.transact(async (tx) => {
      if (await tx.get(posts, id)) refuse("already_exists");
      await tx.insert(posts, { id, villageId, ...input });
    });
    return { postId: id };
  },
});

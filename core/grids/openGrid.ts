import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { OpenGridInput, OpenGridOutput } from "./contract.ts";
import { grids, gridsOf, gridWithHamlet } from "./grid.ts";

/** A hamlet belongs to one grid only, since it decides the grid of everybody registered there. */
export const openGrid = operation({
  name: "openGrid",
  who: ["committee"],
  input: OpenGridInput,
  output: OpenGridOutput,
  async run({ caller: { villageId }, input, db }) {
    const id = idOf.grid(villageId, input.ordinal);
    const others = await gridsOf(db, villageId);
    if (input.hamlets.some((hamlet) => gridWithHamlet(others, hamlet))) refuse("hamlet_taken");
    await db.transact(async (tx) => {
      if (await tx.get(grids, id)) refuse("already_exists");
      await tx.insert(grids, { id, villageId, ...input });
    });
    return { gridId: id };
  },
});

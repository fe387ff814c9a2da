import { operation } from "../kernel/operation.ts";
import { RecountGridsInput, RecountGridsOutput } from "./enterpriseContract.ts";
import { recount } from "./recount.ts";

/** The committee has everything counted now, not tonight. */
export const recountGrids = operation({
  name: "recountGrids",
  who: ["committee"],
  input: RecountGridsInput,
  output: RecountGridsOutput,
  run: async ({ caller, at, db }) => ({ differences: await recount(db, caller.villageId, at) }),
});

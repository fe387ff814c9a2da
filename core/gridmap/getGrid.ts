import { operation } from "../kernel/operation.ts";
import { villageById } from "../villages/village.ts";
import { GetGridInput, GetGridOutput } from "./contract.ts";
import { gridDetail } from "./gridDetail.ts";

/** What is asked for when somebody taps another grid than the map has opened. */
export const getGrid = operation({
  name: "getGrid",
  who: "anyone",
  input: GetGridInput,
  output: GetGridOutput,
  async run({ caller, input, db }) {
    const village = await villageById(db, caller.id ? caller.villageId : input.villageId);
    return gridDetail(db, village, input.gridId);
  },
});

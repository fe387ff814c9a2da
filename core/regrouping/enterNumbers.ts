import { grids } from "../grids/grid.ts";
import { operation } from "../kernel/operation.ts";
import { EnterNumbersInput, EnterNumbersOutput } from "./contract.ts";
import { currentGrid } from "./regroup.ts";

/** 村里填报: a grid's numbers as the committee knows them, until it goes back to what is counted. */
export const enterNumbers = operation({
  name: "enterNumbers",
  who: ["committee"],
  input: EnterNumbersInput,
  output: EnterNumbersOutput,
  async run({ caller: { villageId, id: by, name: byName }, input: { gridId, numbers }, at, db }) {
    await db.transact(async (tx) => {
      const { entered: _, ...grid } = await currentGrid(tx, gridId, villageId);
      await tx.put(grids, numbers ? { ...grid, entered: { ...numbers, by, byName, at } } : grid);
    });
    return { source: numbers ? ("entered" as const) : ("counted" as const) };
  },
});

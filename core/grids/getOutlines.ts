import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { GetOutlinesInput, GetOutlinesOutput } from "./contract.ts";
import { gridsOf } from "./grid.ts";
import { nothingDrawn, outlineOf, outlines } from "./outlines.ts";

/** For drawing: one grid's outline corner by corner, and its neighbours' as the map shows them. */
export const getOutlines = operation({
  name: "getOutlines",
  who: ["committee"],
  input: GetOutlinesInput,
  output: GetOutlinesOutput,
  async run({ caller: { villageId }, input: { gridId }, db }) {
    const [grids, found] = await Promise.all([gridsOf(db, villageId), db.get(outlines, villageId)]);
    if (!grids.some(({ id }) => id === gridId)) refuse("not_found");
    const { revision, drawn, shown } = found ?? nothingDrawn(villageId);
    return {
      revision,
      grids: grids.map(({ id, ordinal, name }) => {
        const outline = outlineOf(id === gridId ? drawn : shown, id);
        return { ...{ id, ordinal, name }, ...(outline ? { outline } : {}) };
      }),
    };
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { DrawOutlineInput, DrawOutlineOutput } from "./contract.ts";
import { gridsOf } from "./grid.ts";
import { tidied } from "./outline.ts";
import {
  flawBeside,
  isSameOutline,
  nothingDrawn,
  outlineOf,
  outlines,
  refuseFlaw,
  withOutlines,
} from "./outlines.ts";

/** The committee draws one grid's land; a refusal's place is where the drawing is wrong. */
export const drawOutline = operation({
  name: "drawOutline",
  who: ["committee"],
  input: DrawOutlineInput,
  output: DrawOutlineOutput,
  async run({ caller: { villageId }, input: { gridId, outline: sent, revision }, db }) {
    const current = new Set((await gridsOf(db, villageId)).map(({ id }) => id));
    if (!current.has(gridId)) refuse("not_found");
    const outline = sent && tidied(sent);
    return db.transact(async (tx) => {
      const now = (await tx.get(outlines, villageId)) ?? nothingDrawn(villageId);
      // Sent again after an answer that got lost.
      if (isSameOutline(outlineOf(now.drawn, gridId), outline)) return { revision: now.revision };
      if (now.revision !== revision) refuse("grid_changed");
      const flaw = outline && flawBeside(now, gridId, outline, current);
      if (flaw) refuseFlaw(flaw);
      const next = withOutlines(now, [{ gridId, outline }]);
      await tx.put(outlines, next);
      return { revision: next.revision };
    });
  },
});

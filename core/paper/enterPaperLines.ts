import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { villageById } from "../villages/village.ts";
import { EnterPaperLinesInput, EnterPaperLinesOutput } from "./contract.ts";
import {
  checkHeld,
  checkPast,
  type PaperLine,
  paperParts,
  paperYearId,
  paperYears,
  partId,
} from "./paper.ts";

/**
 * Puts a part of a batch aside until the batch is whole. What waits for confirmation can no longer be
 * changed: the same part sent again is taken as received.
 */
export const enterPaperLines = operation({
  name: "enterPaperLines",
  who: ["committee"],
  input: EnterPaperLinesInput,
  output: EnterPaperLinesOutput,
  async run({ caller: { villageId }, input: { year, batchId, part, lines }, at, db }) {
    checkPast(await villageById(db, villageId), year, at);
    const yearId = paperYearId(villageId, year);
    const id = partId(yearId, batchId, part);
    const ordinals = lines.map(({ ordinal }) => ordinal);
    const range = { from: Math.min(...ordinals), to: Math.max(...ordinals) };
    await db.transact(async (tx) => {
      const paper = await tx.get(paperYears, yearId);
      if (paper?.batchId !== batchId) {
        await tx.put(paperParts, { id, villageId, year, batchId, part, ...range, lines });
        return;
      }
      checkHeld(paper);
      const there = await tx.get(paperParts, id);
      if (!there || !areSame(there.lines, lines)) refuse("paper_entered");
    });
    return { lines: lines.length };
  },
});

const areSame = (some: readonly PaperLine[], others: readonly PaperLine[]): boolean =>
  some.length === others.length &&
  some.every(({ ordinal, ruleId, times, points }, index) => {
    const other = others[index];
    return (
      ordinal === other?.ordinal &&
      ruleId === other.ruleId &&
      times === other.times &&
      points === other.points
    );
  });

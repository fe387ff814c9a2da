import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { lastDayOf } from "../kernel/time.ts";
import { tellCommittee } from "../members/tellCommittee.ts";
import { rulebookFor } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { booklets, checkUnused, linesOfBatch } from "./batch.ts";
import { EnterPaperYearInput, EnterPaperYearOutput } from "./contract.ts";
import {
  checkHeld,
  checkLines,
  checkPast,
  isHeld,
  isSame,
  type PaperYear,
  paperYearId,
  paperYears,
  sumsByRule,
} from "./paper.ts";

/**
 * A past year's booklets wait to be confirmed, once all of it has been checked. Nothing is recorded yet.
 * The same batch sent again answers as the first time; another one for the year is refused.
 */
export const enterPaperYear = operation({
  name: "enterPaperYear",
  who: ["committee"],
  input: EnterPaperYearInput,
  output: EnterPaperYearOutput,
  async run({ caller, input, at, db, notices }) {
    const { year, batchId, parts, knownTotal } = input;
    const { villageId } = caller;
    const village = await villageById(db, villageId);
    checkPast(village, year, at);
    const id = paperYearId(villageId, year);
    const known = await db.get(paperYears, id);
    if (known?.batchId === batchId) checkHeld(known);
    if (known && isHeld(known)) return receipt(known);
    await checkUnused(db, villageId, year);
    const [rulebook, everybody, lines] = await Promise.all([
      rulebookFor(db, villageId, lastDayOf(year, village.yearStart)),
      booklets(db, villageId),
      linesOfBatch(db, { id, batchId, parts }),
    ]);
    checkLines(lines, new Set(everybody.keys()), rulebook, knownTotal);
    const wanted: PaperYear = {
      ...{ id, villageId, year, batchId, parts, knownTotal, lines: lines.length },
      booklets: new Set(lines.map(({ ordinal }) => ordinal)).size,
      byRule: sumsByRule(lines, rulebook),
      rulebookId: rulebook.id,
      enteredBy: { id: caller.id, name: caller.name },
      enteredAt: at,
      status: "proposed",
    };
    const entered = await db.transact(async (tx) => {
      const now = await tx.get(paperYears, id);
      if (now && isHeld(now)) return now;
      await tx.put(paperYears, wanted);
      return wanted;
    });
    if (entered === wanted) {
      await tellCommittee({ db, notices }, villageId, [caller.id], {
        kind: "toReview",
        page: `packages/committee/paper/index?year=${year}`,
        title: `${year}年纸质一本通`,
        status: "待确认",
        at,
      });
    }
    return receipt(entered);

    function receipt(paper: PaperYear) {
      if (!isSame(paper, input)) refuse("paper_entered");
      return { status: paper.status, lines: paper.lines, booklets: paper.booklets };
    }
  },
});

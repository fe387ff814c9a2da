import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { refuse } from "../kernel/refusal.ts";
import { ruleById } from "../rulebook/rulebook.ts";
import { booklets, linesOfBatch, rulebookOf } from "./batch.ts";
import { ListPaperLinesInput, ListPaperLinesOutput } from "./contract.ts";
import { paperYearId, paperYears } from "./paper.ts";

/** The booklets of a batch by number, to be compared with the paper before they are confirmed. */
export const listPaperLines = operation({
  name: "listPaperLines",
  who: ["committee"],
  input: ListPaperLinesInput,
  output: ListPaperLinesOutput,
  async run({ caller: { villageId }, input: { year, skip }, db }) {
    const paper = (await db.get(paperYears, paperYearId(villageId, year))) ?? refuse("not_found");
    const [rulebook, names, lines] = await Promise.all([
      rulebookOf(db, paper),
      booklets(db, villageId),
      linesOfBatch(db, paper),
    ]);
    const ordinals = [...new Set(lines.map(({ ordinal }) => ordinal))].sort((a, b) => a - b);
    const { rows, more } = cutPage(ordinals.slice(skip, skip + pageLimit));
    return {
      rows: rows.map((ordinal) => {
        const own = lines.filter((line) => line.ordinal === ordinal);
        return {
          ...{ ordinal, name: names.get(ordinal) ?? "" },
          points: own.reduce((sum, { points }) => sum + points, 0),
          lines: own.map(({ ruleId, times, points }) => ({
            ...{ rule: ruleById(rulebook, ruleId).title, times, points },
          })),
        };
      }),
      more,
    };
  },
});

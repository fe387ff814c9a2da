import type * as z from "zod";
import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { Refusal, sentences } from "../kernel/refusal.ts";
import { lastDayOf, localDate } from "../kernel/time.ts";
import { rulebookFor } from "../rulebook/rulebook.ts";
import { type Village, villageById } from "../villages/village.ts";
import { booklets, checkUnused } from "./batch.ts";
import { GetPaperFormInput, GetPaperFormOutput } from "./contract.ts";
import {
  checkPast,
  isHeld,
  lastPaperYear,
  type PaperYear,
  paperYearId,
  paperYears,
} from "./paper.ts";

/** What a year's booklets are entered with: its rules, the members' numbers, and what was entered. */
export const getPaperForm = operation({
  name: "getPaperForm",
  who: ["committee"],
  input: GetPaperFormInput,
  output: GetPaperFormOutput,
  async run({ caller, input, at, db }) {
    const { villageId } = caller;
    const village = await villageById(db, villageId);
    const last = lastPaperYear(village, at);
    const year = input.year ?? newestWithout(village, last);
    checkPast(village, year, at);
    const [rulebook, everybody, paper] = await Promise.all([
      rulebookFor(db, villageId, lastDayOf(year, village.yearStart)),
      booklets(db, villageId),
      db.get(paperYears, paperYearId(villageId, year)),
    ]);
    return {
      ...{ year, last },
      rules: rulebook.rules.map(({ id, title }) => ({ id, title })),
      members: [...everybody].map(([ordinal, name]) => ({ ordinal, name })),
      paper: paper && shapeOf(paper, caller),
      hindrance: paper && isHeld(paper) ? undefined : await hindranceOf(db, villageId, year),
    };
  },
});

/** The newest of the past years that has no booklets yet. */
function newestWithout({ years }: Village, last: number): number {
  let year = last;
  while (years.includes(year)) year -= 1;
  return year;
}

async function hindranceOf(
  db: Database,
  villageId: string,
  year: number,
): Promise<string | undefined> {
  try {
    await checkUnused(db, villageId, year);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return sentences[error.code];
    throw error;
  }
}

type Shape = NonNullable<z.input<typeof GetPaperFormOutput>["paper"]>;

function shapeOf(paper: PaperYear, caller: Caller): Shape {
  const { batchId, status, knownTotal, lines, booklets: count, byRule, enteredBy } = paper;
  const own = enteredBy.id === caller.id;
  return {
    ...{ batchId, status, knownTotal, lines, booklets: count, byRule: [...byRule] },
    ...{ enteredBy: enteredBy.name, enteredOn: localDate(paper.enteredAt) },
    ...("decidedBy" in paper && {
      decidedBy: paper.decidedBy.name,
      decidedOn: localDate(paper.decidedAt),
    }),
    rejection: status === "rejected" ? paper.rejection : undefined,
    may: {
      confirm: status === "proposed" && !own,
      withdraw: status === "proposed" && own,
      goOn: status === "confirmed",
    },
  };
}

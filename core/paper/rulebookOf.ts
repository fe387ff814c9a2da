import type { Database } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import { firstDayOf, lastDayOf } from "../kernel/time.ts";
import { type Rulebook, rulebooks, type Terms, termsOf } from "../rulebook/rulebook.ts";
import type { Village } from "../villages/village.ts";

/**
 * The rulebook whose rules a paper year's lines name: the version in force on the year's last day, or the
 * village's first one where that begins later.
 */
export async function rulebookOf(
  db: Database,
  { id: villageId, yearStart }: Village,
  year: number,
): Promise<Rulebook> {
  const lastDay = lastDayOf(year, yearStart);
  const [inForce] = await db.find(rulebooks, {
    where: { villageId, effectiveFrom: { atMost: lastDay } },
    orderBy: [["effectiveFrom", "desc"]],
    limit: 1,
  });
  if (inForce) return inForce;
  const [first] = await db.find(rulebooks, {
    where: { villageId },
    orderBy: [["effectiveFrom", "asc"]],
    limit: 1,
  });
  return first ?? refuse("not_found");
}

/**
 * How the year's lines become a score. Before the village's first rulebook no scale held, and a later one
 * scores nothing backwards: there the score is the sum on the paper.
 */
export function termsOfPaper(rulebook: Rulebook, year: number): Terms {
  const { effectiveFrom, yearStart } = rulebook;
  return effectiveFrom <= firstDayOf(year, yearStart)
    ? termsOf(rulebook)
    : { per: "year", year: "sum", yearStart, start: 0 };
}

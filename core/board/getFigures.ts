import type * as z from "zod";
import { operation } from "../kernel/operation.ts";
import type { Points } from "../kernel/points.ts";
import { localDate, type Month } from "../kernel/time.ts";
import type { Account } from "../ledger/account.ts";
import { rulebookFor } from "../rulebook/rulebook.ts";
import type { Category } from "../rulebook/scheme.ts";
import { villageById } from "../villages/village.ts";
import { GetFiguresInput, GetFiguresOutput } from "./contract.ts";
import { monthsBegun, periodOf } from "./period.ts";
import { readYears } from "./readYears.ts";

type Figures = z.input<typeof GetFiguresOutput>;
type Booklet = Pick<Account, "memberId" | "byMonth" | "byRule">;

/** 图表: the village's points month by month and by category, and a member's own months. */
export const getFigures = operation({
  name: "getFigures",
  who: "anyone",
  input: GetFiguresInput,
  output: GetFiguresOutput,
  async run({ caller, input: { villageId, ...input }, at, db }) {
    const village = await villageById(db, villageId);
    const year = input.year ?? village.openYear;
    const period = periodOf(year, "year", village.yearStart);
    const [{ now, before }, { categories }] = await Promise.all([
      readYears(db, villageId, year, ["memberId", "byMonth", "byRule"]),
      rulebookFor(db, villageId, period.until),
    ]);
    const begun = monthsBegun(period, localDate(at), village.yearStart);
    const figures = (some: readonly Booklet[], then: readonly Booklet[]) =>
      monthFigures(period.months, begun, some, then);
    const own = now.filter(({ memberId }) => memberId === caller.id);
    const ownBefore = before.filter(({ memberId }) => memberId === caller.id);
    return {
      ...{ village: village.name, year, years: [...village.years] },
      months: figures(now, before),
      categories: byCategory(now, categories),
      ...(own.length > 0 ? { own: figures(own, ownBefore) } : {}),
    };
  },
});

function monthFigures(
  months: readonly Month[],
  begun: readonly Month[],
  now: readonly Booklet[],
  before: readonly Booklet[],
): Figures["months"] {
  const sumOf = (some: readonly Booklet[], month: Month): Points =>
    some.reduce((sum, { byMonth }) => sum + (byMonth[month] ?? 0), 0);
  return months.map((month) => ({
    month,
    ...(begun.includes(month) ? { points: sumOf(now, month) } : {}),
    ...(before.length > 0 ? { before: sumOf(before, month) } : {}),
  }));
}

/** What belonged to a category that the rulebook has dropped since. */
const otherTitle = "其他";

/** What the lines of each category sum up to, the most first; categories without a line are left out. */
function byCategory(
  booklets: readonly Booklet[],
  categories: readonly Category[],
): Figures["categories"] {
  const sums = new Map<string, Points>();
  for (const { byRule } of booklets) {
    for (const { category, months } of Object.values(byRule)) {
      const title = categories.find(({ id }) => id === category)?.title ?? otherTitle;
      const points = Object.values(months).reduce(
        (sum, { gained, lost }) => sum + gained + lost,
        0,
      );
      sums.set(title, (sums.get(title) ?? 0) + points);
    }
  }
  return [...sums]
    .map(([title, points]) => ({ title, points }))
    .sort((one, other) => other.points - one.points);
}

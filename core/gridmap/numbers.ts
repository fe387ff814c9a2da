import { type Grid, gridWithHamlet } from "../grids/grid.ts";
import { type Counts, type HamletNumbers, noCounts } from "../households/numbers.ts";

/** The six numbers of a grid: 户数, 人口数, 党员数, 村民代表数, 企业数, 新居民数. */
export type GridNumbers = Counts & Readonly<{ members: number }>;

/** How many party members are registered in a hamlet. */
export type MembersOf = Readonly<{ hamlet: string; count: number }>;

/** A grid's numbers: the sum over its hamlets, whichever grid they were in when they were counted. */
export function numbersOf(
  grid: Grid,
  counted: readonly HamletNumbers[],
  members: readonly MembersOf[],
): GridNumbers {
  const here = ({ hamlet }: { hamlet: string }) => gridWithHamlet([grid], hamlet) !== undefined;
  const sum = (key: keyof Counts) =>
    counted.filter(here).reduce((total, numbers) => total + numbers[key], 0);
  const keys = Object.keys(noCounts) as Array<keyof Counts>;
  const counts = Object.fromEntries(keys.map((key) => [key, sum(key)])) as Counts;
  return {
    ...counts,
    members: members.filter(here).reduce((total, { count }) => total + count, 0),
  };
}

/**
 * A number as everybody may read it; null stands for "fewer than that, but somebody". A nought is told: it says
 * that there is nobody, so it finds nobody out. No sum over grids goes beside these numbers, since the
 * difference would tell a single hidden one.
 */
export const shownNumber = (value: number, fewerThan: number): number | null =>
  value > 0 && value < fewerThan ? null : value;

import type { Points } from "../kernel/points.ts";
import { type LocalDate, type Month, monthOf } from "../kernel/time.ts";

/** What one rule has brought in one month, or under one mark: gains, and losses as a negative sum. */
export type Tally = Readonly<{ times: number; gained: Points; lost: Points }>;

/** What a member's year has counted so far, as fine as the caps of a rulebook can ask. */
export type Counters = Readonly<{
  byRule: Readonly<Record<string, RuleCounter>>;
  /** The same by day and by deed, for rules with such caps alone: "cleanup@2014-03-05". */
  marks: Readonly<Record<string, Tally>>;
}>;

/** One rule's year. */
export type RuleCounter = Readonly<{
  /** The rule's latest name and category: a later version may have moved or dropped the rule. */
  title: string;
  category: string;
  months: Readonly<Record<Month, Tally>>;
}>;

export const noCounters: Counters = { byRule: {}, marks: {} };

/** @param at a day, or an event as `eventMark` writes it */
export const markOf = (ruleId: string, at: string): string => `${ruleId}@${at}`;

/** An event as part of a mark: no id that a phone makes can pass for a day. */
export const eventMark = (event: string): string => `event-${event}`;

export function sumOf(tallies: Iterable<Tally | undefined>): Tally {
  let [times, gained, lost] = [0, 0, 0];
  for (const tally of tallies) {
    if (!tally) continue;
    times += tally.times;
    gained += tally.gained;
    lost += tally.lost;
  }
  return { times, gained, lost };
}

/**
 * The sum of some rules.
 * @param within some months of the year, or the day or event of a mark; the whole year when left out
 */
export function sumOfRules(
  { byRule, marks }: Counters,
  ruleIds: readonly string[],
  within?: readonly Month[] | string,
): Tally {
  const tallies: Array<Tally | undefined> = [];
  for (const ruleId of ruleIds) {
    if (typeof within === "string") {
      tallies.push(marks[markOf(ruleId, within)]);
      continue;
    }
    const months = byRule[ruleId]?.months;
    if (!months) continue;
    for (const month of within ?? Object.keys(months)) tallies.push(months[month]);
  }
  return sumOf(tallies);
}

/** The rules of a category that have counted, also those that the rulebook has dropped since. */
export const rulesCountedIn = ({ byRule }: Counters, category: string): string[] =>
  Object.keys(byRule).filter((ruleId) => byRule[ruleId]?.category === category);

/** What a line does to the counters. */
export type Counted = Readonly<{
  ruleId: string;
  ruleTitle: string;
  category: string;
  /** The day whose month it counts in. */
  countsOn: LocalDate;
  points: Points;
  /** How often the rule was met; an opening line from paper can stand for many. */
  times: number;
  marks: readonly string[];
  /** A reversal: the points are those of the line that it undoes, with the other sign. */
  undoes: boolean;
}>;

/** The counters after one more line. A reversal leaves no trace of what it undoes. */
export function counted({ byRule, marks }: Counters, line: Counted): Counters {
  const { ruleId, points, undoes } = line;
  const isGain = undoes ? points < 0 : points > 0;
  const change: Tally = {
    times: undoes ? -line.times : line.times,
    gained: isGain ? points : 0,
    lost: isGain ? 0 : points,
  };
  const before = byRule[ruleId];
  const kept = undoes ? before : undefined;
  const title = kept?.title ?? line.ruleTitle;
  const category = kept?.category ?? line.category;
  const months = added(before?.months ?? {}, monthOf(line.countsOn), change);
  const isEmpty = Object.keys(months).length === 0;
  return {
    byRule: isEmpty
      ? without(byRule, ruleId)
      : { ...byRule, [ruleId]: { title, category, months } },
    marks: line.marks.reduce((after, mark) => added(after, mark, change), marks),
  };
}

type Named<T> = Readonly<Record<string, T>>;

function added(tallies: Named<Tally>, key: string, change: Tally): Named<Tally> {
  const after = sumOf([tallies[key], change]);
  const isEmpty = after.times === 0 && after.gained === 0 && after.lost === 0;
  return isEmpty ? without(tallies, key) : { ...tallies, [key]: after };
}

function without<T>(all: Named<T>, key: string): Named<T> {
  const { [key]: _, ...others } = all;
  return others;
}

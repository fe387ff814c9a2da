import type { RefusalCode } from "../kernel/refusal.ts";
import {
  addDays,
  firstDayOf,
  type LocalDate,
  type Month,
  monthDays,
  months,
  monthsOfQuarter,
} from "../kernel/time.ts";

/** Which part of a points year: all of it, a quarter, or a month of the calendar. */
export const parts = [
  "year",
  ...(["q1", "q2", "q3", "q4"] as const),
  ...(["m01", "m02", "m03", "m04", "m05", "m06"] as const),
  ...(["m07", "m08", "m09", "m10", "m11", "m12"] as const),
] as const;
export type Part = (typeof parts)[number];

/** A stretch of a points year that can be published. */
export type Period = Readonly<{
  year: number;
  part: Part;
  /** "2014年3月", "2014年第一季度", "2014年度" */
  title: string;
  /** Its months, in the order of the year. */
  months: readonly Month[];
  /** Its first and its last day. */
  from: LocalDate;
  until: LocalDate;
}>;

/** @param yearStart the month in which the village's points year starts */
export function periodOf(year: number, part: Part, yearStart: number): Period {
  const covered = monthsIn(part, yearStart);
  const [first = "01"] = covered;
  const last = covered.at(-1) ?? first;
  const [from] = monthDays(year, first, yearStart);
  const [, until] = monthDays(year, last, yearStart);
  return { year, part, title: titleOf(year, part, from), months: covered, from, until };
}

function monthsIn(part: Part, yearStart: number): readonly Month[] {
  if (part.startsWith("m")) return [part.slice(1)];
  if (part.startsWith("q")) return monthsOfQuarter(quarterIn(part), yearStart);
  return [...months.slice(yearStart - 1), ...months.slice(0, yearStart - 1)];
}

/** Which quarter of the year a part is, 0 to 3; only for parts that are quarters. */
export const quarterIn = (part: Part): number => Number(part.slice(1)) - 1;

/** A month is named by the calendar, also where the points year begins in the year before. */
function titleOf(year: number, part: Part, from: LocalDate): string {
  if (part === "year") return `${year}年度`;
  if (part.startsWith("q")) return `${year}年第${"一二三四"[quarterIn(part)]}季度`;
  return `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`;
}

/** What is known of a period that has been published. */
type Published = Pick<Period, "part" | "from" | "until">;

/**
 * Why a period cannot be published today. Months, quarters and the year may be published side by side,
 * the longer ones at any time after the shorter; but none may leave days before it that were never
 * published, since publishing closes them, and none may lie inside one that is published already.
 * @param published all periods of the same year that have been
 * @returns undefined when it can
 */
export function hindranceOf(
  { year, part, from, until }: Period,
  published: readonly Published[],
  today: LocalDate,
  yearStart: number,
): RefusalCode | undefined {
  if (published.some((one) => one.part === part)) return "already_published";
  if (today <= until) return "period_not_over";
  if (published.some((one) => one.from <= from && until <= one.until)) return "period_order";
  const yearBegins = firstDayOf(year, yearStart);
  const hasNoGap = from === yearBegins || published.some((one) => from <= addDays(one.until, 1));
  return hasNoGap ? undefined : "period_order";
}

/** The periods of a year that can be published today: the earliest end first, the shortest of one end. */
export const duePeriods = (
  year: number,
  published: readonly Published[],
  today: LocalDate,
  yearStart: number,
): Period[] =>
  parts
    .map((part) => periodOf(year, part, yearStart))
    .filter((period) => hindranceOf(period, published, today, yearStart) === undefined)
    .sort(
      (one, other) => one.until.localeCompare(other.until) || other.from.localeCompare(one.from),
    );

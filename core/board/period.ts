import { type LocalDate, type Month, monthDays, months, monthsOfQuarter } from "../kernel/time.ts";

/** Which part of a points year: all of it, a quarter, or a month of the calendar. */
export const parts = [
  "year",
  ...(["q1", "q2", "q3", "q4"] as const),
  ...(["m01", "m02", "m03", "m04", "m05", "m06"] as const),
  ...(["m07", "m08", "m09", "m10", "m11", "m12"] as const),
] as const;
export type Part = (typeof parts)[number];

/** A stretch of a points year that has points of its own: what the board shows and a publication freezes. */
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

/** Which part of the year is asked for: one month, one quarter (1 to 4), or all of it. */
export function partOf({
  month,
  quarter,
}: Readonly<{ month?: Month | undefined; quarter?: number | undefined }>): Part {
  const wanted = month ? `m${month}` : quarter ? `q${quarter}` : "year";
  return parts.find((part) => part === wanted) ?? "year";
}

/**
 * The months of a period that have begun by a day, the month of that day included: a year that is under
 * way is compared with the same months of the year before, not with all of it.
 */
export const monthsBegun = (
  { year, months }: Pick<Period, "year" | "months">,
  today: LocalDate,
  yearStart: number,
): readonly Month[] => months.filter((month) => monthDays(year, month, yearStart)[0] <= today);

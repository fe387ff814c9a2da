import { type Period, parts, periodOf } from "../board/period.ts";
import type { RefusalCode } from "../kernel/refusal.ts";
import { addDays, firstDayOf, type LocalDate } from "../kernel/time.ts";

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

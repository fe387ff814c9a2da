import dayjs from "dayjs";
import utc from "dayjs/plugin/utc.js";
import * as z from "zod";

dayjs.extend(utc);

/** A moment: ISO 8601 in UTC, as `Date.toISOString` writes it. */
export type Instant = string;

/** A day of the village's calendar, "2014-03-05". Compares and sorts as text. */
export type LocalDate = string;

/** China has one time zone and no summer time, so a fixed offset is exact. */
const shanghaiMinutes = 8 * 60;

/** The day it is in the village at this moment. */
export const localDate = (at: Instant): LocalDate =>
  dayjs.utc(at).utcOffset(shanghaiMinutes).format("YYYY-MM-DD");

/**
 * The points year (考核年度) a day belongs to: the calendar year in which it ends. A year that starts in
 * December: 2014 runs from 2013-12-01 to 2014-11-30.
 * @param yearStart the month it starts in, 1 to 12
 */
export function yearOf(date: LocalDate, yearStart = 1): number {
  const year = Number(date.slice(0, 4));
  return yearStart > 1 && Number(date.slice(5, 7)) >= yearStart ? year + 1 : year;
}

export const firstDayOf = (year: number, yearStart: number): LocalDate =>
  `${yearStart > 1 ? year - 1 : year}-${String(yearStart).padStart(2, "0")}-01`;

export const lastDayOf = (year: number, yearStart: number): LocalDate =>
  addDays(firstDayOf(year + 1, yearStart), -1);

/** "01" … "12", the key under which an account keeps a month's points. */
export type Month = string;

export const monthOf = (date: LocalDate): Month => date.slice(5, 7);

export const months: readonly Month[] = Array.from({ length: 12 }, (_, index) =>
  String(index + 1).padStart(2, "0"),
);

/** Which quarter of a year that starts in `yearStart` a month lies in: 0 to 3. */
export const quarterOf = (month: Month, yearStart: number): number =>
  Math.floor(((Number(month) - yearStart + 12) % 12) / 3);

/** The three months of a quarter, in the order of the year. */
export const monthsOfQuarter = (quarter: number, yearStart: number): readonly Month[] =>
  [0, 1, 2].map((after) => months[(yearStart - 1 + quarter * 3 + after) % 12] ?? "01");

/** The first and last day of a month of a points year. */
export function monthDays(year: number, month: Month, yearStart: number): [LocalDate, LocalDate] {
  const calendarYear = yearStart > 1 && Number(month) >= yearStart ? year - 1 : year;
  const first = `${calendarYear}-${month}-01`;
  return [first, dayjs.utc(first).endOf("month").format("YYYY-MM-DD")];
}

export function earlier(one: LocalDate, other: LocalDate): LocalDate {
  if (one < other) return one;
  return other;
}

export const addDays = (date: LocalDate, days: number): LocalDate =>
  dayjs.utc(date).add(days, "day").format("YYYY-MM-DD");

/** 5月6日, as it is written where the year is plain. */
export const dayText = (date: LocalDate): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

export const LocalDate = z.iso.date();
export const Year = z.int().min(2000).max(2100);
export const Month = z.string().regex(/^(0[1-9]|1[0-2])$/);

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

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** "01" … "12", the key under which an account keeps a month's points. */
export type Month = string;

export const monthOf = (date: LocalDate): Month => date.slice(5, 7);

export const months: readonly Month[] = Array.from({ length: 12 }, (_, index) =>
  String(index + 1).padStart(2, "0"),
);

export const addDays = (date: LocalDate, days: number): LocalDate =>
  dayjs.utc(date).add(days, "day").format("YYYY-MM-DD");

export const LocalDate = z.iso.date();
export const Year = z.int().min(2000).max(2100);
export const Month = z.string().regex(/^(0[1-9]|1[0-2])$/);

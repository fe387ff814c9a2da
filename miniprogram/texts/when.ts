import { dayText, fullDayText } from "./days";

/** China has one time zone and no summer time; a phone that travels still shows the village's time. */
const shanghaiMilliseconds = 8 * 60 * 60 * 1000;
const dayMilliseconds = 24 * 60 * 60 * 1000;

const inVillage = (instant: string): string =>
  new Date(Date.parse(instant) + shanghaiMilliseconds).toISOString();

/** The village's day of a moment: "2014-03-05". */
export const dayAt = (instant: string): string => inVillage(instant).slice(0, 10);

/** The village's time of day of a moment: "19:00". */
export const timeAt = (instant: string): string => inVillage(instant).slice(11, 16);

/** A village's day and time of day as a moment, for an operation. */
export const momentAt = (day: string, time: string): string => `${day}T${time}:00+08:00`;

/** "今天", "明天", "3月5日 周三"; with the year where it is another. */
export function nearDayText(day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / dayMilliseconds);
  const near = ["昨天", "今天", "明天", "后天"][days + 1];
  if (near) return near;
  const date = day.slice(0, 4) === today.slice(0, 4) ? dayText(day) : fullDayText(day);
  return `${date} ${weekdayText(day)}`;
}

const weekdayText = (day: string): string =>
  `周${"日一二三四五六"[new Date(Date.parse(day)).getUTCDay()]}`;

/** "明天19:00", "3月5日 周三 19:00" */
export function startText(startsAt: string, today: string): string {
  const day = nearDayText(dayAt(startsAt), today);
  return `${day}${day.length > 2 ? " " : ""}${timeAt(startsAt)}`;
}

/** "明天19:00到20:30"; with the day of the end where it is another. */
export function whenText(startsAt: string, endsAt: string, today: string): string {
  const isOneDay = dayAt(startsAt) === dayAt(endsAt);
  const end = isOneDay ? timeAt(endsAt) : startText(endsAt, today);
  return `${startText(startsAt, today)}到${end}`;
}

import { refuseRequest } from "../refusal.ts";
import { typeName } from "../value.ts";
import { dateFromParts, dateFromString } from "./dateReading.ts";
import type { Named, Operator, Result } from "./operator.ts";
import { isNil } from "./scope.ts";
import { type Offset, zoneOffset } from "./timeZone.ts";

const day = 86_400_000;

/** Over dates, in UTC or in the zone that is asked for. */
export const dates: Readonly<Record<string, Operator>> = {
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
  $dateToString: {
    required: ["date"],
    optional: ["format", "timezone", "onNull"],
    run: dateToString,
  },
  $dayOfMonth: part("$dayOfMonth", (local) => local.getUTCDate()),
  $dayOfWeek: part("$dayOfWeek", (local) => local.getUTCDay() + 1),
  $dayOfYear: part("$dayOfYear", dayOfYear),
  $hour: part("$hour", (local) => local.getUTCHours()),
  $isoDayOfWeek: part("$isoDayOfWeek", isoDayOfWeek),
  $isoWeek: part("$isoWeek", isoWeek),
  $isoWeekYear: part("$isoWeekYear", isoWeekYear),
  $millisecond: part("$millisecond", (local) => local.getUTCMilliseconds()),
  $minute: part("$minute", (local) => local.getUTCMinutes()),
  $month: part("$month", (local) => local.getUTCMonth() + 1),
  $second: part("$second", (local) => local.getUTCSeconds()),
  $week: part("$week", week),
  $year: part("$year", (local) => local.getUTCFullYear()),
};

/** @param local a date whose UTC fields are what the zone's clocks show */
type Part = (local: Date) => number;

function part(name: string, run: Part): Named {
  return {
    required: ["date"],
    optional: ["timezone"],
    sole: "date",
    run: ({ date, timezone }) => {
      if (isNil(date) || timezone === null) return null;
      return run(localOf(dateOf(name, date), zoneOffset(name, timezone)));
    },
  };
}

function dateOf(name: string, value: Result): Date {
  if (value instanceof Date) return value;
  refuseRequest(`${name} can't convert from type ${typeName(value)} to date`);
}

function localOf(date: Date, offset: Offset): Date {
  return new Date(date.getTime() + offset(date));
}

function dayOfYear(local: Date): number {
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  return (midnight - Date.UTC(local.getUTCFullYear(), 0, 1)) / day + 1;
}

/** 0 to 53: week 1 begins with the first Sunday of the year. */
function week(local: Date): number {
  return Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);
}

function isoDayOfWeek(local: Date): number {
  return local.getUTCDay() || 7;
}

/** An ISO week belongs to the year that its Thursday is in. */
function thursdayOf(local: Date): Date {
  return new Date(local.getTime() + (4 - isoDayOfWeek(local)) * day);
}

function isoWeek(local: Date): number {
  return Math.ceil(dayOfYear(thursdayOf(local)) / 7);
}

function isoWeekYear(local: Date): number {
  return thursdayOf(local).getUTCFullYear();
}

/** The numbers that a format can show, and to how many digits. */
const shown: Readonly<Record<string, readonly [Part, number]>> = {
  G: [isoWeekYear, 4],
  H: [(local) => local.getUTCHours(), 2],
  L: [(local) => local.getUTCMilliseconds(), 3],
  M: [(local) => local.getUTCMinutes(), 2],
  S: [(local) => local.getUTCSeconds(), 2],
  U: [week, 2],
  V: [isoWeek, 2],
  Y: [(local) => local.getUTCFullYear(), 4],
  d: [(local) => local.getUTCDate(), 2],
  j: [dayOfYear, 3],
  m: [(local) => local.getUTCMonth() + 1, 2],
  u: [isoDayOfWeek, 1],
  w: [(local) => local.getUTCDay() + 1, 1],
};

function dateToString(args: Readonly<Record<string, Result>>): Result {
  const { date, timezone, onNull = null } = args;
  if (isNil(date)) return onNull;
  if (timezone === null || args.format === null) return null;
  const offset = zoneOffset("$dateToString", timezone);
  const instant = dateOf("$dateToString", date);
  const local = localOf(instant, offset);
  const utc = timezone === undefined || timezone === "UTC" || timezone === "GMT";
  const { format = `%Y-%m-%dT%H:%M:%S.%L${utc ? "Z" : ""}` } = args;
  if (typeof format !== "string") refuseRequest("$dateToString's format must be a string");
  return format.replace(/%(.?)/gs, (_, specifier: string) => {
    const minutes = Math.round(offset(instant) / 60_000);
    if (specifier === "%") return "%";
    if (specifier === "Z") return String(minutes);
    if (specifier === "z") return offsetText(minutes);
    const [show, digits] = shown[specifier] ?? [];
    if (!show) refuseRequest(`$dateToString does not know the format specifier '%${specifier}'`);
    return String(show(local)).padStart(digits ?? 0, "0");
  });
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const digits = (n: number) => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${digits(Math.floor(size / 60))}${digits(size % 60)}`;
}

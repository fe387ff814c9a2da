import { refuseRequest } from "../refusal.ts";
import { wholeNumber } from "./arrays.ts";
import type { Named, Result } from "./operator.ts";
import { isNil } from "./scope.ts";
import { instantOf, zoneOffset } from "./timeZone.ts";

const day = 86_400_000;

/** From a calendar date (`year`…) or an ISO week date (`isoWeekYear`…); large parts carry over. */
export const dateFromParts: Named = {
  required: [],
  optional: [
    ...["year", "month", "day", "isoWeekYear", "isoWeek", "isoDayOfWeek"],
    ...["hour", "minute", "second", "millisecond", "timezone"],
  ],
  run: fromParts,
};

/**
 * Without a format it reads ISO 8601 and nothing else: other ways of writing a date, some of which
 * MongoDB guesses, are an error here (or `onError`).
 */
export const dateFromString: Named = {
  required: ["dateString"],
  optional: ["format", "timezone", "onError", "onNull"],
  run: fromString,
};

type Parts = Readonly<Record<string, Result>>;

function fromParts({ timezone, ...parts }: Parts): Result {
  if (Object.values(parts).some(isNil) || timezone === null) return null;
  const offset = zoneOffset("$dateFromParts", timezone);
  return instantOf(localFromParts(parts), offset);
}

function localFromParts(parts: Parts): Date {
  const number = (name: string, missing: number) =>
    parts[name] === undefined ? missing : wholeNumber(`$dateFromParts' ${name}`, parts[name]);
  const iso = parts.isoWeekYear !== undefined;
  const others = iso ? ["year", "month", "day"] : ["isoWeek", "isoDayOfWeek"];
  const mixed = others.find((name) => parts[name] !== undefined);
  if (mixed) refuseRequest(`$dateFromParts cannot mix calendar and ISO week parts ('${mixed}')`);
  if (!iso && parts.year === undefined) refuseRequest("$dateFromParts needs 'year'");
  const start = iso
    ? isoDate(number("isoWeekYear", 0), number("isoWeek", 1), number("isoDayOfWeek", 1))
    : utc(number("year", 0), number("month", 1) - 1, number("day", 1));
  const time = [number("hour", 0), number("minute", 0), number("second", 0)] as const;
  const [hours, minutes, seconds] = time;
  const clock = ((hours * 60 + minutes) * 60 + seconds) * 1000 + number("millisecond", 0);
  return new Date(start + clock);
}

/** `Date.UTC`, which however takes the years 0 to 99 for the twentieth century. */
function utc(year: number, month: number, date: number): number {
  return new Date(0).setUTCFullYear(year, month, date);
}

/** 4 January is always in ISO week 1. */
function isoDate(year: number, week: number, dayOfWeek: number): number {
  const january4 = utc(year, 0, 4);
  const monday = january4 - ((new Date(january4).getUTCDay() || 7) - 1) * day;
  return monday + ((week - 1) * 7 + dayOfWeek - 1) * day;
}

function fromString({ dateString, format, timezone, onError, onNull = null }: Parts): Result {
  if (isNil(dateString)) return onNull;
  if (format === null || timezone === null) return null;
  const parsed = typeof dateString === "string" ? parse(dateString, format) : undefined;
  if (!parsed) {
    if (onError !== undefined) return onError;
    refuseRequest(
      typeof dateString === "string"
        ? `Error parsing date string '${dateString}'`
        : "$dateFromString requires that 'dateString' be a string",
    );
  }
  const { zone, ...parts } = parsed;
  if (zone !== undefined && timezone !== undefined) {
    refuseRequest("$dateFromString got a time zone both in the string and as an argument");
  }
  return instantOf(localFromParts(parts), zoneOffset("$dateFromString", zone ?? timezone));
}

const iso8601 = "%Y-%m-%d";
const isoTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?)?(.*)$/;

function parse(text: string, format: Result): Parts | undefined {
  if (format !== undefined) {
    if (typeof format !== "string") refuseRequest("$dateFromString's format must be a string");
    return parseBy(format, text);
  }
  const [, date = "", hour = "0", minute = "0", second = "0", fraction = "0", rest = ""] =
    isoTime.exec(text) ?? [];
  const zone = zoneText(rest.trim());
  const parts = parseBy(iso8601, date);
  if (!parts || zone === null || tooLarge(hour, minute, second)) return undefined;
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  const millisecond = Number(fraction.padEnd(3, "0"));
  return { ...parts, ...clock, millisecond, ...(zone !== undefined && { zone }) };
}

const tooLarge = (hour: string, minute: string, second: string) =>
  Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59;

/** @returns undefined for none, null for what is not a zone */
function zoneText(text: string): string | undefined | null {
  if (text === "") return undefined;
  if (text === "Z") return "UTC";
  return /^[+-]\d\d(:?\d\d)?$/.test(text) ? text : null;
}

/** For each specifier: which part it gives, how it is written, and its limits. */
const readable: Readonly<Record<string, readonly [string, string, number, number]>> = {
  G: ["isoWeekYear", "\\d{4}", 0, 9999],
  H: ["hour", "\\d{1,2}", 0, 23],
  L: ["millisecond", "\\d{1,3}", 0, 999],
  M: ["minute", "\\d{1,2}", 0, 59],
  S: ["second", "\\d{1,2}", 0, 59],
  V: ["isoWeek", "\\d{1,2}", 1, 53],
  Y: ["year", "\\d{4}", 0, 9999],
  d: ["day", "\\d{1,2}", 1, 31],
  m: ["month", "\\d{1,2}", 1, 12],
  u: ["isoDayOfWeek", "\\d", 1, 7],
};

function parseBy(format: string, text: string): Parts | undefined {
  const names: string[] = [];
  const pattern = format.replace(/%(.?)|[^%]/gs, (literal, specifier?: string) => {
    if (specifier === undefined) return literal.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    if (specifier === "%") return "%";
    names.push(specifier);
    if (specifier === "z") return "(Z|[+-]\\d\\d:?\\d\\d)";
    const [, written] = readable[specifier] ?? [];
    if (!written) refuseRequest(`$dateFromString does not know the specifier '%${specifier}'`);
    return `(${written})`;
  });
  const found = new RegExp(`^${pattern}$`).exec(text);
  if (!found) return undefined;
  const parts: Record<string, Result> = {};
  for (const [at, specifier] of names.entries()) {
    const written = found[at + 1] ?? "";
    const [name, , least, most] = readable[specifier] ?? ["zone", "", 0, 0];
    const number = Number(written);
    if (name !== "zone" && (number < least || number > most)) return undefined;
    parts[name] = name === "zone" ? (written === "Z" ? "UTC" : written) : number;
  }
  const whole = [
    ["year", "month", "day"],
    ["isoWeekYear", "isoWeek", "isoDayOfWeek"],
  ].some((date) => date.every((name) => parts[name] !== undefined));
  return whole ? parts : undefined;
}

import { refuseRequest } from "../refusal.ts";
import type { Result } from "./operator.ts";

const minute = 60_000;

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export type Offset = (at: Date) => number;

/** Reads `Asia/Shanghai`, `+08:00`, `+0800` or `+08`; without a zone it is UTC. */
export function zoneOffset(name: string, zone: Result): Offset {
  if (zone === undefined) return () => 0;
  if (typeof zone !== "string") refuseRequest(`${name}'s timezone must be a string`);
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(zone) ?? [];
  if (sign) {
    const ahead = (Number(hours) * 60 + Number(minutes)) * minute;
    return () => (sign === "-" ? -ahead : ahead);
  }
  return namedOffset(name, zone);
}

/** The instant at which the zone's clocks show what `local` shows in UTC. */
export function instantOf(local: Date, offset: Offset): Date {
  const guess = new Date(local.getTime() - offset(local));
  return new Date(local.getTime() - offset(guess));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function namedOffset(name: string, zone: string): Offset {
  let format = formats.get(zone);
  if (!format) {
    format = formatOf(name, zone);
    formats.set(zone, format);
  }
  const known = format;
  return (at) => {
    const parts = known.formatToParts(at).map(({ type, value }) => [type, Number(value)]);
    const { year, month, day, hour, minute, second } = Object.fromEntries(parts);
    const shown = Date.UTC(year, month - 1, day, hour, minute, second);
    return shown - Math.floor(at.getTime() / 1000) * 1000;
  };
}

function formatOf(name: string, timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    refuseRequest(`${name} does not know the time zone '${timeZone}'`);
  }
}

import type { Mode } from "./picker.ts";

const firstYear = 1900;
const lastYear = 2100;

const two = (number: number) => String(number).padStart(2, "0");

/** The numbers from `first` to `last`, both included. */
function numbers(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Hours and minutes, `08:05`, within `start` and `end` where they are given. */
export function timeColumns(value: string, start: string, end: string): Mode {
  const [firstHour, firstMinute] = timeOf(start, [0, 0]);
  const [lastHour, lastMinute] = timeOf(end, [23, 59]);
  const hours = numbers(firstHour, lastHour);
  const minutesIn = (hour: number) =>
    numbers(hour === firstHour ? firstMinute : 0, hour === lastHour ? lastMinute : 59);
  const minutesAt = (rows: readonly number[]) => minutesIn(hours[rows[0] ?? 0] ?? firstHour);
  const now = new Date();
  const [hour, minute] = timeOf(value, [now.getHours(), now.getMinutes()]);
  return {
    columns: (rows) => [hours.map(two), minutesAt(rows).map(two)],
    rows: () => [rowOf(hours, hour), rowOf(minutesIn(hour), minute)],
    value: (rows) => `${two(hours[rows[0] ?? 0] ?? 0)}:${two(minutesAt(rows)[rows[1] ?? 0] ?? 0)}`,
  };
}

/** Year, month and day, `2016-09-01`, as many of them as `fields` says. */
export function dateColumns(value: string, start: string, end: string, fields: string): Mode {
  const first = dateOf(start, [firstYear, 1, 1]);
  const last = dateOf(end, [lastYear, 12, 31]);
  const today = new Date();
  const [year, month, day] = dateOf(value, [
    today.getFullYear(),
    today.getMonth() + 1,
    today.getDate(),
  ]);
  const years = numbers(first[0], last[0]);
  const monthsIn = (y: number) =>
    numbers(y === first[0] ? first[1] : 1, y === last[0] ? last[1] : 12);
  const daysIn = (y: number, m: number) => {
    const opens = y === first[0] && m === first[1];
    const closes = y === last[0] && m === last[1];
    return numbers(opens ? first[2] : 1, closes ? last[2] : new Date(y, m, 0).getDate());
  };
  const at = (rows: readonly number[]) => {
    const y = years[rows[0] ?? 0] ?? first[0];
    const months = monthsIn(y);
    const m = months[Math.min(rows[1] ?? 0, months.length - 1)] ?? 1;
    const days = daysIn(y, m);
    return { y, months, m, days, d: days[Math.min(rows[2] ?? 0, days.length - 1)] ?? 1 };
  };
  const parts = { year: 1, month: 2, day: 3 }[fields] ?? 3;
  return {
    columns(rows) {
      const { months, days } = at(rows);
      const all = [
        years.map((y) => `${y}年`),
        months.map((m) => `${m}月`),
        days.map((d) => `${d}日`),
      ];
      return all.slice(0, parts);
    },
    rows: () =>
      [rowOf(years, year), rowOf(monthsIn(year), month), rowOf(daysIn(year, month), day)].slice(
        0,
        parts,
      ),
    value(rows) {
      const { y, m, d } = at(rows);
      return [String(y), two(m), two(d)].slice(0, parts).join("-");
    },
  };
}

function rowOf(values: readonly number[], value: number): number {
  return Math.max(0, values.indexOf(value));
}

function timeOf(words: string, otherwise: readonly [number, number]): readonly [number, number] {
  const found = /^(\d{1,2}):(\d{1,2})$/.exec(words);
  return found ? [Number(found[1]), Number(found[2])] : otherwise;
}

type YearMonthDay = readonly [number, number, number];

function dateOf(words: string, otherwise: YearMonthDay): YearMonthDay {
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(words);
  if (!found) return otherwise;
  return [
    Number(found[1]),
    found[2] ? Number(found[2]) : otherwise[1],
    found[3] ? Number(found[3]) : otherwise[2],
  ];
}

import type { ChartConfiguration } from "chart.js";
import type { Api } from "../../../../core/api.ts";
import { monthText } from "../../../texts/days";
import { pointsText } from "../../../texts/points";
import { mixChart, mixHeight, monthsChart } from "./chart";

type Reply = Api["getFigures"]["output"];
type Month = Reply["months"][number];

/** One month's numbers; "" for a month that has not begun, and where there was no year before. */
export type MonthRow = Readonly<{ month: string; now: string; before: string; label: string }>;

export type Ready = Readonly<{
  kind: "ready";
  village: string;
  year: number;
  years: readonly number[];
  yearIndex: number;
  /** What the bars and the line are: "2014年", "2013年"; "" where there was no year before. */
  now: string;
  before: string;
  empty: boolean;
  months: readonly MonthRow[];
  categories: ReadonlyArray<Readonly<{ title: string; points: string; share: string }>>;
  mixHeight: number;
  /** Empty for whoever has no booklet of the year. */
  own: readonly MonthRow[];
}>;

export function toView(reply: Reply, scale: number): Ready {
  const { village, year, years, months, categories, own = [] } = reply;
  const hasBefore = months.some(({ before }) => before !== undefined);
  return {
    kind: "ready",
    ...{ village, year, years, yearIndex: Math.max(0, years.indexOf(year)) },
    now: `${year}年`,
    before: hasBefore ? `${year - 1}年` : "",
    empty: categories.length === 0 && months.every(({ before = 0 }) => before === 0),
    months: months.map((month) => monthRow(month, year)),
    categories: shares(categories),
    mixHeight: mixHeight(categories.length, scale),
    own: own.map((month) => monthRow(month, year)),
  };
}

function monthRow({ month, points, before }: Month, year: number): MonthRow {
  const now = points === undefined ? "" : pointsText(points);
  const then = before === undefined ? "" : pointsText(before);
  const said = [
    `${year}年${monthText(month)}，${now ? `${now}分` : "还没到"}`,
    ...(then ? [`${year - 1}年${then}分`] : []),
  ];
  return { month: monthText(month), now, before: then, label: said.join("，") };
}

/** Of what was gained: a category of deductions has no share. */
function shares(categories: Reply["categories"]): Ready["categories"] {
  const gained = categories.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  return categories.map(({ title, points }) => ({
    title,
    points: pointsText(points),
    share: points > 0 ? `${Math.round((100 * points) / gained)}%` : "",
  }));
}

/** What is drawn, by the id of its canvas. */
export function chartsOf(
  reply: Reply,
  scale: number,
): Readonly<Record<string, ChartConfiguration>> {
  const { year, months, categories, own } = reply;
  const byMonth = (some: readonly Month[]): ChartConfiguration => {
    const hasBefore = some.some(({ before }) => before !== undefined);
    return monthsChart(
      some.map(({ month }) => String(Number(month))),
      { title: `${year}年`, values: some.map(({ points }) => inPoints(points)) },
      hasBefore
        ? { title: `${year - 1}年`, values: some.map(({ before }) => inPoints(before)) }
        : undefined,
      scale,
    );
  };
  const mix = mixChart(
    categories.map(({ title }) => title),
    categories.map(({ points }) => points / 100),
    scale,
  );
  return { months: byMonth(months), mix, ...(own ? { own: byMonth(own) } : {}) };
}

const inPoints = (hundredths: number | undefined): number | null =>
  hundredths === undefined ? null : hundredths / 100;

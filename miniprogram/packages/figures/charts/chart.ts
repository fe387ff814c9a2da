import type { ChartConfiguration } from "chart.js";

/** Values in points for one place of the axis each; null for a month that has not begun. */
export type Series = Readonly<{ title: string; values: readonly (number | null)[] }>;

/** What is drawn is told apart by its form as well: full bars, and a dashed line with hollow dots. */
const inks = { bar: "#b8282a", line: "#26211d", text: "#5a524b", grid: "#e8e2d8" } as const;

/** Pixels of type before it grows with the page's. */
const typePixels = 13;

/** @param scale by which the page's type has grown */
const axis = (scale: number, hasGrid: boolean) => ({
  border: { display: false },
  grid: { display: hasGrid, color: inks.grid },
  ticks: {
    color: inks.text,
    font: { size: typePixels * scale },
    maxRotation: 0,
    autoSkipPadding: 8,
  },
});

/** Nothing moves and nothing answers a touch: the numbers stand beneath. */
const still: ChartConfiguration["options"] = {
  ...{ animation: false, responsive: false, events: [] },
};

/** A year month by month; the year before, where there was one, as a line over it. */
export function monthsChart(
  labels: readonly string[],
  now: Series,
  before: Series | undefined,
  scale: number,
): ChartConfiguration {
  const bars = {
    type: "bar" as const,
    label: now.title,
    data: [...now.values],
    backgroundColor: inks.bar,
    order: 1,
  };
  const line = before && {
    type: "line" as const,
    label: before.title,
    data: [...before.values],
    borderColor: inks.line,
    borderDash: [6, 4],
    borderWidth: 2,
    pointBackgroundColor: "#fff",
    pointBorderColor: inks.line,
    pointRadius: 4,
    order: 0,
  };
  return {
    type: "bar",
    data: { labels: [...labels], datasets: line ? [line, bars] : [bars] },
    options: { ...still, scales: { x: axis(scale, false), y: axis(scale, true) } },
  };
}

/** One bar a category, lying, so that its name has room. */
export const mixChart = (
  labels: readonly string[],
  values: readonly number[],
  scale: number,
): ChartConfiguration => ({
  type: "bar",
  data: {
    labels: [...labels],
    datasets: [{ data: [...values], backgroundColor: inks.bar, maxBarThickness: 28 }],
  },
  options: {
    ...still,
    indexAxis: "y",
    scales: { x: axis(scale, true), y: axis(scale, false) },
  },
});

/** Pixels that so many lying bars need. */
export const mixHeight = (bars: number, scale: number): number =>
  Math.round(40 * scale * bars + 40 * scale);

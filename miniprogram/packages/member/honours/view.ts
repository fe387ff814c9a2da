import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";
import { together } from "../../../texts/together";

type Row = Api["listHonours"]["output"]["rows"][number];

export type HonourView = Readonly<{
  /** Its place on the page. */
  place: number;
  name: string;
  branch: string;
  title: string;
  about: string;
}>;

/** One year's honours. */
export type YearView = Readonly<{ year: string; honours: readonly HonourView[] }>;

export type Ready = Readonly<{ kind: "ready"; years: readonly YearView[]; more: boolean }>;

/** @param rows all rows that have been asked for so far, the newest first */
export function toView(rows: readonly Row[], more: boolean): Ready {
  const honours = rows.map((row, place) => ({ year: yearOf(row), honour: honourView(row, place) }));
  const years = [...new Set(honours.map(({ year }) => year))];
  return {
    kind: "ready",
    years: years.map((year) => ({
      year,
      honours: honours.filter((one) => one.year === year).map(({ honour }) => honour),
    })),
    more,
  };
}

const yearOf = ({ day }: Row): string => `${Number(day.slice(0, 4))}年`;

const honourView = ({ name, branch, title, level, day }: Row, place: number): HonourView => ({
  ...{ place, name, branch, title },
  about: together(level, dayText(day)),
});

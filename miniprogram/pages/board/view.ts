import type { Api } from "../../../core/api.ts";
import type { Failed, Loading } from "../../services/load";
import { monthText } from "../../texts/days";
import { pointsText } from "../../texts/points";
import { together } from "../../texts/together";

type Input = Api["getBoard"]["input"];
type Reply = Api["getBoard"]["output"];

/** What the person wants to see. `year` 0 is the open year, `month` 0 the whole year. */
export type Wish = Readonly<{ by: Reply["by"]; year: number; month: number }>;

export const firstWish: Wish = { by: "members", year: 0, month: 0 };

export const inputOf = (villageId: string, { by, year, month }: Wish, skip: number): Input => ({
  villageId,
  by,
  skip,
  ...(year > 0 && { year }),
  ...(month > 0 && { month: String(month).padStart(2, "0") }),
});

export type RowView = Readonly<{
  /** Where it stands in the whole list, from 0. */
  place: number;
  /** "" where the village does not rank. */
  rank: string;
  /** "gold", "silver", "bronze" or "" */
  medal: string;
  name: string;
  note: string;
  points: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  village: string;
  year: number;
  /** Years with booklets, the newest first. */
  years: readonly number[];
  period: string;
  total: string;
  periodBefore: string;
  /** "" when the year before had no booklets. */
  totalBefore: string;
  ranked: boolean;
  /** Nobody has a point yet in this period. */
  empty: boolean;
  /** Twenty rows each, so that a further page is a small `setData`. */
  pages: ReadonlyArray<Readonly<{ from: number; rows: readonly RowView[] }>>;
  shown: number;
  end: "more" | "loading" | "failed" | "all";
}>;

export type View = Loading | Failed | Ready;

export const tabs: ReadonlyArray<Readonly<{ by: Reply["by"]; title: string }>> = [
  { by: "members", title: "党员" },
  { by: "branches", title: "支部" },
  { by: "grids", title: "网格" },
];

export const monthChoices: readonly string[] = [
  "全年",
  ...Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
];

export function toView(reply: Reply): Ready {
  const { village, year, years, total, totalYearBefore, ranked, rows, more } = reply;
  return {
    kind: "ready",
    ...{ village, year, years },
    period: periodText(reply, year),
    total: pointsText(total),
    periodBefore: periodText(reply, year - 1),
    totalBefore: totalYearBefore === undefined ? "" : pointsText(totalYearBefore),
    ranked,
    empty: total === 0 && rows.every(({ points }) => points === 0),
    pages: [pageView(rows, 0)],
    shown: rows.length,
    end: more ? "more" : "all",
  };
}

const periodText = ({ month }: Reply, year: number): string =>
  `${year}年${month ? monthText(month) : ""}`;

/** A further page, as the changes for `setData`. */
export const appended = ({ pages, shown }: Ready, { rows, more }: Reply) => ({
  [`view.pages[${pages.length}]`]: pageView(rows, shown),
  "view.shown": shown + rows.length,
  "view.end": more ? "more" : "all",
});

const pageView = (rows: Reply["rows"], from: number) => ({
  from,
  rows: rows.map((row, index) => rowView(row, from + index)),
});

const medals = ["gold", "silver", "bronze"];

function rowView(row: Reply["rows"][number], place: number): RowView {
  const { rank, name, branch, grid, members, points } = row;
  const medal = rank !== undefined && points > 0 ? (medals[rank - 1] ?? "") : "";
  return {
    place,
    rank: rank === undefined ? "" : String(rank),
    medal,
    name,
    note: members === undefined ? together(branch, grid) : `${members}名党员`,
    points: pointsText(points),
  };
}

/** The card in a chat; whoever opens it sees this village's board. */
export const shareCard = (view: View, villageId: string) => ({
  title: view.kind === "ready" ? `${view.village}积分榜 ${view.period}` : "积分榜",
  path: `/pages/board/index?village=${villageId}`,
});

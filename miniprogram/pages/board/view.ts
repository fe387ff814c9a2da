import type { Api } from "../../../core/api.ts";
import type { Failed, Loading } from "../../services/load";
import { monthText } from "../../texts/days";
import { pointsText, signedPointsText } from "../../texts/points";
import { together } from "../../texts/together";
import { type By, type Order, partChoices, queryOf, type Wish } from "./wish";

type Reply = Api["getBoard"]["output"];
type Row = Reply["rows"][number];

export type RowView = Readonly<{
  /** Where it stands in the whole list, from 0. */
  place: number;
  /** "" where the village does not rank, and where nothing can be compared. */
  rank: string;
  /** "gold", "silver", "bronze" or "" */
  medal: string;
  name: string;
  note: string;
  /** What the list is ordered by, in points; "" where there is nothing to compare. */
  points: string;
  /** The person's own, or that of their branch or grid. */
  own: boolean;
}>;

/** The own place, however far down; `skip` is where its page begins. */
export type MineView = Readonly<{ title: string; note: string; points: string; skip: number }>;

export type Ready = Readonly<{
  kind: "ready";
  village: string;
  year: number;
  /** Years with booklets, the newest first. */
  years: readonly number[];
  /** What can be chosen of a year, and what is. */
  parts: readonly string[];
  period: string;
  total: string;
  periodBefore: string;
  /** "" when the year before had no booklets. */
  totalBefore: string;
  ranked: boolean;
  orders: ReadonlyArray<OrderChoice>;
  /** What progress is measured against; "" in other orders. */
  compared: string;
  /** Nobody has a point yet in this period. */
  empty: boolean;
  /** How many the search has found; "" without one. */
  found: string;
  mine?: MineView;
  /** Twenty rows each, so that a further page is a small `setData`. */
  pages: ReadonlyArray<Readonly<{ from: number; rows: readonly RowView[] }>>;
  /** Where the first page stands in the whole list: 0 unless somebody jumped to their own place. */
  start: number;
  shown: number;
  end: "more" | "loading" | "failed" | "all";
  /** The own row's place, to mark it on further pages; −1 for none. */
  ownPlace: number;
}>;

export type View = Loading | Failed | Ready;

export type OrderChoice = Readonly<{ order: Order; title: string; chosen: boolean }>;

export const tabs: ReadonlyArray<Readonly<{ by: By; title: string }>> = [
  { by: "members", title: "党员" },
  { by: "branches", title: "支部" },
  { by: "grids", title: "网格" },
];

/** @param wish what was asked for, @param start where the first row stands in the whole list */
export function toView(reply: Reply, wish: Wish, start = 0): Ready {
  const { village, year, years, months, total, totalYearBefore, ranked, rows, mine } = reply;
  const searched = wish.by === "members" && wish.search !== "";
  const ownPlace = mine && !searched ? mine.place : -1;
  return {
    kind: "ready",
    ...{ village, year, years },
    parts: partChoices(months).map(({ title }) => title),
    period: reply.title,
    total: pointsText(total),
    periodBefore: reply.titleBefore,
    totalBefore: totalYearBefore === undefined ? "" : pointsText(totalYearBefore),
    ranked,
    orders: orderChoices(reply),
    compared: comparedText(reply),
    empty: total === 0 && rows.length > 0 && rows.every(({ points }) => points === 0),
    found: searched ? `找到${reply.count}名` : "",
    ...(mine && !searched ? { mine: mineView(reply, mine) } : {}),
    pages: [pageView(reply, start, ownPlace)],
    ...{ start, shown: rows.length, end: reply.more ? "more" : "all", ownPlace },
  };
}

/** Nothing to choose where the village does not rank; progress where there was a year before. */
function orderChoices({ ranked, by, order, totalYearBefore }: Reply): OrderChoice[] {
  const titles: Record<Order, string> = {
    total: by === "members" ? "按积分" : "按总分",
    average: "按人均",
    progress: "按进步",
  };
  const offered: Order[] = [
    "total",
    ...(by === "members" ? [] : (["average"] as const)),
    ...(totalYearBefore === undefined ? [] : (["progress"] as const)),
  ];
  if (!ranked || offered.length === 1) return [];
  return offered.map((one) => ({ order: one, title: titles[one], chosen: one === order }));
}

function comparedText({ order, titleBefore, comparedUntil }: Reply): string {
  if (order !== "progress") return "";
  return comparedUntil
    ? `和${titleBefore}比，只比到${monthText(comparedUntil)}。`
    : `和${titleBefore}比。`;
}

/** A further page, as the changes for `setData`. */
export const appended = ({ pages, start, shown, ownPlace }: Ready, reply: Reply) => ({
  [`view.pages[${pages.length}]`]: pageView(reply, start + shown, ownPlace),
  "view.shown": shown + reply.rows.length,
  "view.end": reply.more ? "more" : "all",
});

const pageView = (reply: Reply, from: number, ownPlace: number) => ({
  from,
  rows: reply.rows.map((row, index) => rowView(reply, row, from + index, ownPlace)),
});

const medals = ["gold", "silver", "bronze"];

function rowView({ order }: Reply, row: Row, place: number, ownPlace: number): RowView {
  const { rank, name, points } = row;
  const medal = rank !== undefined && points > 0 ? (medals[rank - 1] ?? "") : "";
  return {
    ...{ place, name, medal, rank: rank === undefined ? "" : String(rank) },
    note: noteOf(row, order),
    points: valueText(row, order),
    own: place === ownPlace,
  };
}

/** What a row is ordered by: its points where the village does not rank. */
function valueText(
  { points, average = 0, change }: Pick<Row, "points" | "average" | "change">,
  order: Reply["order"],
): string {
  if (order === "average") return pointsText(average);
  if (order === "progress") return change === undefined ? "" : signedPointsText(change);
  return pointsText(points);
}

/** Who it is, and behind an average or a progress the points themselves. */
function noteOf(row: Row, order: Reply["order"]): string {
  const { branch, grid, members, points, change } = row;
  const who = members === undefined ? [branch, grid] : [`${members}名党员`];
  if (order !== "average" && order !== "progress") return together(...who);
  const compared = order === "progress" && change === undefined ? "去年没有本子" : "";
  return together(...who, `${pointsText(points)}分`, compared);
}

function mineView({ by, order }: Reply, mine: NonNullable<Reply["mine"]>): MineView {
  const whose = { members: "我", branches: "我们支部", grids: "我们网格" }[by];
  const rank = mine.rank === undefined ? "" : `第${mine.rank}名`;
  return {
    title: rank ? `${whose}排${rank}` : `${whose}的积分`,
    note: "点一下，翻到那一页",
    points: valueText(mine, order),
    skip: mine.skip,
  };
}

/** The card in a chat; whoever opens it sees this village's board of the very period. */
export const shareCard = (view: View, wish: Wish, villageId: string) => ({
  title: view.kind === "ready" ? `${view.village}积分榜 ${view.period}` : "积分榜",
  path: `/pages/board/index?village=${villageId}&${queryOf(shownWish(view, wish))}`,
});

/** The open year has its number in a card: next year it shall still show this one. */
export const shownWish = (view: View, wish: Wish): Wish =>
  view.kind === "ready" ? { ...wish, year: view.year } : wish;

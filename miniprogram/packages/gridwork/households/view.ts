import { together } from "../../../texts/together";
import type { Choice } from "../choice-field/index";
import type { List } from "../list";
import { placeText, visitedText } from "../texts";

type Row = List["rows"][number];

/** What the list is narrowed to; "" for all. */
export const filters = [
  { id: "needs", title: "有需求没办" },
  { id: "floating", title: "流动人员" },
  { id: "newResidents", title: "新居民" },
  { id: "representatives", title: "村民代表" },
  { id: "unvisited", title: "好久没走访" },
] as const;
export type Filter = (typeof filters)[number]["id"];

export type RowView = Readonly<{
  id: string;
  head: string;
  place: string;
  /** "4人 · 流动2人" */
  people: string;
  visited: string;
  /** "2件需求没办"; "" without. */
  needs: string;
  /** The form of a visit there. */
  visitUrl: string;
}>;

export type NumberView = Readonly<{ label: string; value: string }>;

export type Ready = Readonly<{
  kind: "ready";
  gridId: string;
  grid: string;
  /** The grids to choose from; empty where there is one. */
  grids: readonly Choice[];
  numbers: readonly NumberView[];
  rows: readonly RowView[];
  more: boolean;
  /** Why there is none; "" when there is. */
  nobody: string;
  /** Whether this is what the phone saw before, since there is no signal. */
  isOld: boolean;
  /** Whether more than the first page was asked for. */
  further: boolean;
}>;

type Asked = Readonly<{ typed: string; filter: Filter | "" }>;

export function toView(list: List, { typed, filter }: Asked, isOld: boolean): Ready {
  const { gridId, grid, grids, numbers, rows, more } = list;
  return {
    ...{ kind: "ready", gridId, grid, more, isOld, further: false },
    grids: grids.length > 1 ? grids.map(({ id, name }) => ({ id, title: name })) : [],
    numbers: numberViews(numbers),
    rows: rows.map(rowView),
    nobody: rows.length > 0 ? "" : nobodyText(typed.trim(), filter),
  };
}

export const rowView = (row: Row): RowView => ({
  ...{ id: row.householdId, head: row.head, place: placeText(row), people: peopleText(row) },
  visited: visitedText(row.visitedOn),
  needs: row.openNeeds > 0 ? `${row.openNeeds}件需求没办` : "",
  visitUrl: visitUrl(row.householdId, row.head),
});

/** The household's name goes along, so that the form needs no signal. */
export const visitUrl = (householdId: string, head: string): string =>
  `/packages/gridwork/visit-form/index?householdId=${householdId}&head=${encodeURIComponent(head)}`;

function peopleText({ people, floating, newResidents, representatives }: Row): string {
  const settled = newResidents - floating;
  return together(
    `${people}人`,
    floating > 0 ? `流动${floating}人` : "",
    settled > 0 ? `新居民${settled}人` : "",
    representatives > 0 ? "村民代表" : "",
  );
}

const numberViews = (numbers: List["numbers"]): NumberView[] => [
  { label: "户数", value: String(numbers.households) },
  { label: "人口", value: String(numbers.residents) },
  { label: "党员", value: String(numbers.members) },
  { label: "村民代表", value: String(numbers.representatives) },
  { label: "企业", value: String(numbers.enterprises) },
  { label: "新居民", value: String(numbers.newResidents) },
];

function nobodyText(typed: string, filter: Filter | ""): string {
  if (typed !== "") return `没有找到“${typed}”`;
  const narrowed = filters.find(({ id }) => id === filter);
  return narrowed ? `没有“${narrowed.title}”的住户` : "还没有登记住户。从第一户开始吧。";
}

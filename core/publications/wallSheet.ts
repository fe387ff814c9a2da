import { pointsText } from "../kernel/points.ts";
import type { PictureFile, WallSheet } from "../kernel/ports.ts";
import { dayText, type LocalDate } from "../kernel/time.ts";
import type { PublicationRow } from "./list.ts";
import type { Published } from "./publication.ts";

/** A column of the list, and what a row says in it. */
type Column = Readonly<{
  title: string;
  share: number;
  isNumber?: boolean;
  cellOf: (row: PublicationRow) => string;
}>;

/**
 * A publication as it goes on the wall: names as they were published, the root in full, and a code that
 * opens the very list.
 * @param code that of the publication's page; undefined where there is none just now
 */
export function wallSheetOf(
  village: string,
  publication: Published,
  rows: readonly PublicationRow[],
  code: PictureFile | undefined,
): WallSheet {
  const { title, from, until, publishedOn, objectionsUntil, members, points, root } = publication;
  const columns = columnsFor(publication, rows);
  return {
    title: `${village}党员积分公示`,
    lines: [
      `${title}（${dateText(from)}到${dateText(until)}）`,
      `共${members}名党员，这段时间共${pointsText(points)}分`,
      `${dateText(publishedOn)}公示，到${dateText(objectionsUntil)}可以提异议`,
    ],
    columns: columns.map(({ cellOf: _, ...column }) => column),
    rows: rows.map((row) => columns.map(({ cellOf }) => cellOf(row))),
    footer: [
      "核对码（整份名单和每个人的账都封在里面，改动一处，码就变了）：",
      root,
      ...(code ? ["微信扫一扫，打开这份公示，可以查名字、核对、提异议："] : []),
    ],
    code,
  };
}

/** A scale of the rulebook and its bands have columns only where somebody has something in them. */
function columnsFor({ ranked }: Published, rows: readonly PublicationRow[]): Column[] {
  const isOnScale = rows.some(({ score, points }) => score !== points);
  const hasBands = rows.some(({ band }) => band);
  return [
    {
      title: ranked ? "名次" : "序号",
      share: 4,
      isNumber: true,
      cellOf: ({ rank, order }) => String(rank ?? order),
    },
    { title: "姓名", share: 10, cellOf: ({ name }) => name },
    { title: "党支部", share: 9, cellOf: ({ branch }) => branch },
    { title: "网格", share: 9, cellOf: ({ grid }) => grid },
    ...(isOnScale ? [pointsColumn("本期得分", ({ points }) => points)] : []),
    pointsColumn("积分", ({ score }) => score),
    ...(hasBands
      ? [{ title: "等次", share: 5, cellOf: ({ band = "" }: PublicationRow) => band }]
      : []),
  ];
}

const pointsColumn = (title: string, of: (row: PublicationRow) => number): Column => ({
  ...{ title, share: 6, isNumber: true },
  cellOf: (row) => pointsText(of(row)),
});

const dateText = (day: LocalDate): string => `${Number(day.slice(0, 4))}年${dayText(day)}`;

import type * as z from "zod";
import { type Branch, branchesOf } from "../branches/branch.ts";
import { everyGridOf, type Grid, isCurrent } from "../grids/grid.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit, pageSize } from "../kernel/paging.ts";
import type { Points } from "../kernel/points.ts";
import { localDate } from "../kernel/time.ts";
import { type Village, villageById } from "../villages/village.ts";
import {
  type BoardAccount,
  boardFields,
  groupStandings,
  type Measured,
  memberStandings,
  type Placed,
  placed,
  pointsIn,
  type Standing,
} from "./board.ts";
import { GetBoardInput, GetBoardOutput } from "./contract.ts";
import { monthsBegun, type Period, partOf, periodOf } from "./period.ts";
import { readYears } from "./readYears.ts";

type Board = z.input<typeof GetBoardOutput>;
type By = Board["by"];

/**
 * 积分榜: the village's points of a year, a quarter or a month. Everything is reckoned from the booklets of
 * two years, so that its cost depends on the members alone, and every order and every search costs the same.
 */
export const getBoard = operation({
  name: "getBoard",
  who: "anyone",
  input: GetBoardInput,
  output: GetBoardOutput,
  async run({ caller, input, at, db }) {
    const { villageId, month, quarter, by, search, skip } = input;
    const village = await villageById(db, villageId);
    const year = input.year ?? village.openYear;
    const period = periodOf(year, partOf(input), village.yearStart);
    const [accounts, branches, grids] = await Promise.all([
      readYears(db, villageId, year, boardFields),
      branchesOf(db, villageId),
      everyGridOf(db, villageId),
    ]);
    const begun = monthsBegun(period, localDate(at), village.yearStart);
    const order = village.settings.boardRanked ? input.order : undefined;
    const standings = standingsBy(by, { ...accounts, period, begun }, { village, branches, grids });
    const branchIds = branches.map(({ id }) => id);
    const list = placed(standings, order, branchIds);
    const found = list.filter(({ name }) => name.includes(search));
    const { rows, more } = cutPage(found.slice(skip, skip + pageLimit));
    const own = caller.id !== undefined && caller.villageId === villageId ? caller : undefined;
    return {
      ...{ village: village.name, year, month, quarter, by, order },
      ...headingOf(period, village.yearStart),
      ...totalsOf(accounts, period),
      ...(begun.length < period.months.length ? { comparedUntil: begun.at(-1) } : {}),
      years: [...village.years],
      ranked: village.settings.boardRanked,
      count: found.length,
      rows: rows.map((row) => rowOf(row, branches, grids)),
      more,
      mine: own && ownPlace(list, own, by),
    };
  },
});

type Named = Readonly<{ village: Village; branches: readonly Branch[]; grids: readonly Grid[] }>;

/** A grid that was merged into another still stands where a year has booklets in it. */
function standingsBy(by: By, measured: Measured, { village, branches, grids }: Named): Standing[] {
  if (by === "members") return memberStandings(measured, village.settings.boardNames);
  if (by === "branches") return groupStandings(measured, branches, "branchId");
  const used = new Set(measured.now.map(({ gridId }) => gridId));
  const shown = grids.filter((grid) => isCurrent(grid) || used.has(grid.id));
  return groupStandings(measured, shown, "gridId");
}

const headingOf = ({ year, part, title }: Period, yearStart: number) => ({
  title,
  titleBefore: periodOf(year - 1, part, yearStart).title,
  months: [...periodOf(year, "year", yearStart).months],
});

function totalsOf(
  { now, before }: Readonly<Record<"now" | "before", readonly BoardAccount[]>>,
  period: Period,
): Pick<Board, "total" | "totalYearBefore"> {
  const sum = (accounts: readonly BoardAccount[]): Points =>
    accounts.reduce((total, account) => total + pointsIn(account, period), 0);
  return { total: sum(now), ...(before.length > 0 ? { totalYearBefore: sum(before) } : {}) };
}

/** What the wall says of one of the list, without the ids. */
const figuresOf = ({ rank, name, points, members, average, change }: Placed) => ({
  ...{ rank, name, points, members, average, change },
});

function rowOf(row: Placed, branches: readonly Branch[], grids: readonly Grid[]) {
  return {
    ...figuresOf(row),
    ...(row.branchId ? { branch: nameOf(branches, row.branchId) } : {}),
    ...(row.gridId ? { grid: nameOf(grids, row.gridId) } : {}),
  };
}

const nameOf = (among: ReadonlyArray<Readonly<{ id: string; name: string }>>, id: string): string =>
  among.find((one) => one.id === id)?.name ?? "";

/** The caller's own place in the whole list, however far down. */
function ownPlace(list: readonly Placed[], caller: Caller, by: By): Board["mine"] {
  const own = { members: caller.id, branches: caller.branchId, grids: caller.gridId }[by];
  const place = list.findIndex(({ id }) => id === own);
  const standing = list[place];
  if (!standing) return undefined;
  return { ...figuresOf(standing), place, skip: place - (place % pageSize) };
}

import type * as z from "zod";
import { branchesOf } from "../branches/branch.ts";
import { everyGridOf, isCurrent } from "../grids/grid.ts";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { accounts } from "../ledger/account.ts";
import { shownName, type Village, villageById } from "../villages/village.ts";
import { ranks } from "./board.ts";
import { GetBoardInput, GetBoardOutput } from "./contract.ts";
import { sumsOf } from "./sums.ts";

type Board = z.input<typeof GetBoardOutput>;
type Asked = z.output<typeof GetBoardInput> & { year: number };
type Named = ReadonlyArray<{ id: string; name: string }>;

/** 积分榜: the village's points of a year or a month. Its cost depends on the members alone. */
export const getBoard = operation({
  name: "getBoard",
  who: "anyone",
  input: GetBoardInput,
  output: GetBoardOutput,
  async run({ input, db }) {
    const { villageId } = input;
    const village = await villageById(db, villageId);
    const asked = { ...input, year: input.year ?? village.openYear };
    const [sums, branches, grids] = await Promise.all([
      sumsOf(db, villageId, asked),
      branchesOf(db, villageId),
      everyGridOf(db, villageId),
    ]);
    // A grid that was merged stands on the boards of the years that it lived in.
    const standing = grids.filter((grid) => isCurrent(grid) || sums.groups.has(grid.id));
    const groups = asked.by === "branches" ? branches : standing;
    const list =
      asked.by === "members"
        ? await memberRows(db, village, asked, branches, grids)
        : { rows: groupRows(groups, sums.groups), more: false };
    return {
      ...{ village: village.name, year: asked.year, month: asked.month, by: asked.by },
      ...{ total: sums.total, totalYearBefore: sums.totalYearBefore, years: [...village.years] },
      ranked: village.settings.boardRanked,
      rows: village.settings.boardRanked ? list.rows : list.rows.map(({ rank: _, ...row }) => row),
      more: list.more,
    };
  },
});

/** Ranked: the most points first. Not ranked: branch by branch, in the order of the booklets. */
async function memberRows(
  db: Database,
  { id: villageId, settings }: Village,
  { year, month, skip }: Asked,
  branches: Named,
  grids: Named,
): Promise<Pick<Board, "rows" | "more">> {
  const field = month ? `byMonth.${month}` : "score";
  const where = { villageId, year };
  const found = await db.find(accounts, {
    where,
    orderBy: settings.boardRanked
      ? [
          [field, "desc"],
          ["id", "asc"],
        ]
      : [
          ["branchId", "asc"],
          ["id", "asc"],
        ],
    skip,
    limit: pageLimit,
  });
  const { rows, more } = cutPage(found);
  const values = rows.map((account) => (month ? (account.byMonth[month] ?? 0) : account.score));
  const above = await db.count(accounts, { ...where, [field]: { above: values[0] ?? 0 } });
  const ranked = ranks(values, above);
  return {
    rows: rows.map((account, index) => ({
      rank: ranked[index],
      name: shownName(account.memberName, settings.boardNames),
      branch: nameOf(branches, account.branchId),
      grid: nameOf(grids, account.gridId),
      points: values[index] ?? 0,
    })),
    more,
  };
}

const nameOf = (among: Named, id: string): string => among.find((one) => one.id === id)?.name ?? "";

function groupRows(named: Named, groups: ReadonlyMap<string, { points: number; members: number }>) {
  const rows = named
    .map(({ id, name }) => ({ name, ...(groups.get(id) ?? { points: 0, members: 0 }) }))
    .sort((one, other) => other.points - one.points);
  const ranked = ranks(
    rows.map((row) => row.points),
    0,
  );
  return rows.map((row, index) => ({ rank: ranked[index], ...row }));
}

import type { Database } from "../kernel/database.ts";
import { collection } from "../kernel/database.ts";

/** 网格: a patch of the village's land, made of hamlets (自然村). */
export type Grid = Readonly<{
  id: string;
  villageId: string;
  ordinal: number;
  name: string;
  hamlets: readonly string[];
}>;

export const grids = collection<Grid>("grids");

/** The limit of one query; a village has some six. */
const gridsMost = 200;

export const gridsOf = (db: Database, villageId: string): Promise<Grid[]> =>
  db.find(grids, { where: { villageId }, orderBy: [["ordinal", "asc"]], limit: gridsMost });

/** "9+6": the household register's hamlet decides the grid, whatever the branch. */
export const gridWithHamlet = (among: readonly Grid[], hamlet: string): Grid | undefined =>
  among.find((grid) => grid.hamlets.includes(hamlet));

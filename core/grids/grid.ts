import type { Database } from "../kernel/database.ts";
import { collection } from "../kernel/database.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";

/** 网格: a patch of the village's land, made of hamlets (自然村). */
export type Grid = Readonly<{
  id: string;
  villageId: string;
  ordinal: number;
  name: string;
  hamlets: readonly string[];
  /** How it came about and what became of it; missing of what no regrouping touched. */
  since?: LocalDate;
  /** Its last day: a merged grid keeps its hamlets and its name, so that what was recorded stays readable. */
  until?: LocalDate;
  /** Ids of the grids that hamlets came from, and of the one that it went into. */
  from?: readonly string[];
  into?: string;
  /** The numbers of a village that keeps no records yet; missing where they are counted. */
  entered?: EnteredNumbers;
}>;

/** What a village that keeps no records yet knows of a grid; party members are always counted. */
export type RegisterNumbers = Readonly<{
  households: number;
  residents: number;
  representatives: number;
  enterprises: number;
  newResidents: number;
}>;

/** 村里填报: what somebody of the committee wrote down instead of counting. */
export type EnteredNumbers = RegisterNumbers &
  Readonly<{ by: string; byName: string; at: Instant }>;

export const grids = collection<Grid>("grids");

/** The limit of one query; a village has some six. */
const gridsMost = 200;

/** The grids of today. */
export const gridsOf = async (db: Database, villageId: string): Promise<Grid[]> =>
  (await everyGridOf(db, villageId)).filter(isCurrent);

export const isCurrent = ({ until }: Grid): boolean => until === undefined;

/** With those that were merged into others: for names in what was recorded before. */
export const everyGridOf = (db: Database, villageId: string): Promise<Grid[]> =>
  db.find(grids, { where: { villageId }, orderBy: [["ordinal", "asc"]], limit: gridsMost });

/** "9+6": the household register's hamlet decides the grid, whatever the branch. */
export const gridWithHamlet = (among: readonly Grid[], hamlet: string): Grid | undefined =>
  among.find((grid) => grid.hamlets.includes(hamlet));

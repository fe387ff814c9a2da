import type { Database } from "../kernel/database.ts";
import { collection } from "../kernel/database.ts";

/** 党支部: every member belongs to exactly one. */
export type Branch = Readonly<{ id: string; villageId: string; ordinal: number; name: string }>;

export const branches = collection<Branch>("branches");

/** The limit of one query; a village has some ten. */
const branchesMost = 200;

export const branchesOf = (db: Database, villageId: string): Promise<Branch[]> =>
  db.find(branches, {
    where: { villageId },
    orderBy: [["ordinal", "asc"]],
    limit: branchesMost,
  });

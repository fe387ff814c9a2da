import type { Database } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import { accounts } from "../ledger/account.ts";

/** A village's points of a year, as the first screen shows them. */
export type Sums = Readonly<{
  total: Points;
  /** Undefined when the year before had no booklets. */
  totalYearBefore: Points | undefined;
  /** How many accounts the year has: the village's members. */
  members: number;
}>;

/** One request over the accounts of two years. */
export async function sumsOf(db: Database, villageId: string, year: number): Promise<Sums> {
  const rows = await db.totals(accounts, {
    where: { villageId, year: { in: [year - 1, year] } },
    by: ["year"],
    sum: "score",
  });
  const [now, before] = [year, year - 1].map((one) => rows.find((row) => row.year === one));
  return {
    total: now?.total ?? 0,
    totalYearBefore: before?.total,
    members: now?.count ?? 0,
  };
}

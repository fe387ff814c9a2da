import type { Database } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import type { Month } from "../kernel/time.ts";
import { accounts } from "../ledger/account.ts";

/** A period's points: in all, the year before, and by branch or grid. */
export type Sums = Readonly<{
  total: Points;
  /** Undefined when the year before had no booklets. */
  totalYearBefore: Points | undefined;
  /** How many accounts the year has: the village's members. */
  members: number;
  groups: ReadonlyMap<string, Readonly<{ points: Points; members: number }>>;
}>;

type Period = Readonly<{ year: number; month?: Month | undefined; by?: string }>;

/** One request over the accounts of two years; `by` "members" needs no groups and gets the branches'. */
export async function sumsOf(
  db: Database,
  villageId: string,
  { year, month, by }: Period,
): Promise<Sums> {
  const group = by === "grids" ? "gridId" : "branchId";
  const rows = await db.totals(accounts, {
    where: { villageId, year: { in: [year - 1, year] } },
    by: ["year", group],
    sum: month ? `byMonth.${month}` : "score",
  });
  const now = rows.filter((row) => row.year === year);
  const sum = (some: typeof rows) => some.reduce((total, row) => total + row.total, 0);
  return {
    total: sum(now),
    totalYearBefore: rows.length > now.length ? sum(rows) - sum(now) : undefined,
    members: now.reduce((count, row) => count + row.count, 0),
    groups: new Map(
      now.map((row) => [String(row[group]), { points: row.total, members: row.count }]),
    ),
  };
}

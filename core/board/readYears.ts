import type { Database } from "../kernel/database.ts";
import { findAllFields } from "../kernel/findAll.ts";
import { type Account, accounts } from "../ledger/account.ts";

/**
 * The booklets of a year and of the year before, with some of their fields: one request for each
 * thousand members of either year, however long the ledger is.
 */
export async function readYears<Field extends keyof Account & string>(
  db: Database,
  villageId: string,
  year: number,
  fields: readonly Field[],
): Promise<Record<"now" | "before", Array<Pick<Account, Field | "id">>>> {
  const of = (one: number) =>
    findAllFields(
      db,
      accounts,
      { where: { villageId, year: one }, orderBy: [["id", "asc"]] },
      fields,
    );
  const [now, before] = await Promise.all([of(year), of(year - 1)]);
  return { now, before };
}

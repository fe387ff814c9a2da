import type { Database } from "../kernel/database.ts";
import { findAllFields } from "../kernel/findAll.ts";
import { idOf } from "../kernel/ids.ts";
import { accounts } from "../ledger/account.ts";
import { members } from "../members/member.ts";
import { claims } from "../posts/claim.ts";
import type { Regrouping } from "./regrouping.ts";

/** What one condition may name at once. */
const idsMost = 1000;

/**
 * Takes along what goes by the hamlet: members, their booklets of the open year, and of a merged grid the
 * claims of that year. Booklets of closed years, lines, hand-ins and rolls stay with the grid of their day.
 * Doing it again changes nothing.
 */
export async function follow(
  db: Database,
  { villageId, kind, fromId, intoId, hamlets }: Regrouping,
  year: number,
): Promise<void> {
  const fields = { gridId: intoId };
  const here = { villageId, hamlet: { in: hamlets } };
  await db.assign(members, { where: here, fields });
  if (kind === "merge") {
    const merged = { villageId, year, gridId: fromId };
    await db.assign(accounts, { where: merged, fields });
    await db.assign(claims, { where: merged, fields });
    return;
  }
  const people = await findAllFields(db, members, { where: here, orderBy: [["id", "asc"]] }, [
    "id",
  ]);
  for (let start = 0; start < people.length; start += idsMost) {
    const some = people.slice(start, start + idsMost);
    const ids = some.map(({ id }) => idOf.account(id, year));
    await db.assign(accounts, { where: { id: { in: ids } }, fields });
  }
}

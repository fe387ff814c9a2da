import type { Database } from "../kernel/database.ts";
import { findAll } from "../kernel/findAll.ts";
import { type Entry, entries, reversalId } from "../ledger/entry.ts";
import { concernedBy, type Objection } from "./objection.ts";

/**
 * The lines that an objection may be about, and which of them have been undone. Reads one member's year:
 * its cost does not depend on the village's ledger.
 */
export async function linesConcerned(
  db: Database,
  objection: Objection,
): Promise<Readonly<{ lines: readonly Entry[]; undone: ReadonlySet<string> }>> {
  const all = await findAll(db, entries, {
    where: { accountId: objection.subject.accountId },
    orderBy: [["seq", "asc"]],
  });
  const lines = concernedBy(objection, all);
  // A reversal may stand in the next year's account, where a closed period ends with the year.
  const reversals = await db.find(entries, {
    where: { id: { in: lines.map(({ id }) => reversalId(id)) } },
    limit: 1000,
  });
  return { lines, undone: new Set(reversals.map(({ source }) => source.id)) };
}

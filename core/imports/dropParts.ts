import type { Database, Where } from "../kernel/database.ts";
import { importParts } from "./import.ts";

/** Parts removed in one transaction. */
const removedAtOnce = 50;

/** Removes parts that nobody will write: they hold birthdays and ID numbers. */
export async function dropParts(db: Database, where: Where): Promise<void> {
  for (;;) {
    const some = await db.findFields(importParts, { where, limit: removedAtOnce }, []);
    await db.transact(async (tx) => {
      for (const { id } of some) await tx.remove(importParts, id);
    });
    if (some.length < removedAtOnce) return;
  }
}

import type { Database } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";
import { heardPushes } from "./chat.ts";

/** WeChat pushes a message again within a minute; a day is ample. */
const keptMs = 24 * 60 * 60 * 1000;

/** Removed in one transaction, and in one night: more than a village writes in a day. */
const removedAtOnce = 50;
const roundsMost = 20;

/** Pushes are kept only to know them again, and then forgotten. */
export async function forgetPushes(db: Database, at: Instant): Promise<void> {
  const before = new Date(Date.parse(at) - keptMs).toISOString();
  for (let round = 0; round < roundsMost; round++) {
    const where = { at: { atMost: before } };
    const some = await db.findFields(heardPushes, { where, limit: removedAtOnce }, []);
    await db.transact(async (tx) => {
      for (const { id } of some) await tx.remove(heardPushes, id);
    });
    if (some.length < removedAtOnce) return;
  }
}

import type { Database, Where } from "../kernel/database.ts";
import type { Notice, Notices } from "../kernel/ports.ts";
import { members } from "./member.ts";

/** Tells at most this many people of one thing: a branch has one secretary, a committee a handful. */
const toldMost = 5;

/**
 * Sends a notice to those of these members who allowed one, and counts it as used up.
 * Called after the record is safe, never inside a transaction.
 */
export async function tell(
  { db, notices }: Readonly<{ db: Database; notices: Notices }>,
  who: Where,
  notice: Omit<Notice, "openid">,
): Promise<void> {
  const field = `allowed.${notice.kind}`;
  const willing = await db.find(members, {
    where: { ...who, [field]: { above: 0 } },
    limit: toldMost,
  });
  await Promise.all(
    willing.map(async ({ id, openid }) => {
      const spent = await db.increase(members, {
        where: { id, [field]: { above: 0 } },
        field,
        by: -1,
      });
      if (spent === 1 && openid !== "") await notices.tell({ ...notice, openid });
    }),
  );
}

import type { Database } from "../kernel/database.ts";
import type { Notice, Notices } from "../kernel/ports.ts";
import { members } from "./member.ts";
import { tell } from "./tell.ts";

/** A committee has a handful. */
const committeeMost = 50;

/** Tells the committee, without these: whoever asks for a second pair of eyes, or is the subject. */
export async function tellCommittee(
  ports: Readonly<{ db: Database; notices: Notices }>,
  villageId: string,
  except: readonly string[],
  notice: Omit<Notice, "openid">,
): Promise<void> {
  const committee = await ports.db.find(members, {
    where: { villageId, roles: { contains: "committee" } },
    limit: committeeMost,
  });
  const others = committee.map(({ id }) => id).filter((id) => !except.includes(id));
  await tell(ports, { id: { in: others } }, notice);
}

import type { Database } from "../kernel/database.ts";
import type { Caller, Visitor } from "../kernel/operation.ts";
import { members } from "./member.ts";

/** Who it is that WeChat vouches for: a member who has signed in, or somebody the village does not know. */
export async function callerOf(db: Database, openid: string): Promise<Caller | Visitor> {
  if (openid === "") return { openid };
  const [member] = await db.find(members, { where: { openid }, limit: 1 });
  if (!member) return { openid };
  const { id, villageId, branchId, gridId, name, roles } = member;
  return { openid, id, villageId, branchId, gridId, name, roles };
}

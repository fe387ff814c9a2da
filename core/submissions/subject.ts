import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Member, members } from "../members/member.ts";

/**
 * Whose duty is written down: one's own, or for grid staff (代录) that of a member of their grid.
 * @throws Refusal `not_found`, `not_permitted`, `other_grid`
 */
export async function subjectOf(
  db: Database,
  caller: Caller,
  memberId = caller.id,
): Promise<Member> {
  const subject = (await db.get(members, memberId)) ?? refuse("not_found");
  if (subject.id === caller.id) return subject;
  if (subject.villageId !== caller.villageId) refuse("not_found");
  if (!caller.roles.includes("gridStaff")) refuse("not_permitted");
  if (subject.gridId !== caller.gridId) refuse("other_grid");
  return subject;
}

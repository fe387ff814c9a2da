import type { Database } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import type { Caller } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { addDays, type LocalDate } from "../kernel/time.ts";
import { accounts } from "../ledger/account.ts";
import type { GrantedExemption } from "../rulebook/score.ts";
import { villages } from "../villages/village.ts";
import { type Member, members } from "./member.ts";

/** What the committee decides about a member that changes how lines are scored. */
export type Standing = Pick<Member, "classId" | "exemptions">;

/**
 * Changes it on the member and in the booklet of the open year, in one step. Lines that are recorded
 * stay as they are.
 * @throws Refusal `not_found`, or `own_entry`: nobody decides this for themselves
 */
export async function changeStanding(
  db: Database,
  caller: Caller,
  memberId: string,
  change: (member: Member) => Standing,
): Promise<Standing> {
  if (memberId === caller.id) refuse("own_entry");
  return db.transact(async (tx) => {
    const member = (await tx.get(members, memberId)) ?? refuse("not_found");
    if (member.villageId !== caller.villageId) refuse("not_found");
    const village = (await tx.get(villages, member.villageId)) ?? refuse("not_found");
    const account = await tx.get(accounts, idOf.account(memberId, village.openYear));
    const { classId, exemptions } = change(member);
    if (account) await tx.put(accounts, { ...account, classId, exemptions });
    await tx.put(members, { ...member, classId, exemptions });
    return { classId, exemptions };
  });
}

/** An exemption is known by its kind and its first day: granted again, it changes its last day. */
const isOne = (
  one: GrantedExemption,
  { id, from }: Pick<GrantedExemption, "id" | "from">,
): boolean => one.id === id && one.from === from;

/** @throws Refusal `days_crossed` */
export function withExemption(
  exemptions: readonly GrantedExemption[],
  granted: GrantedExemption,
): GrantedExemption[] {
  if (granted.from > granted.until) refuse("days_crossed");
  const others = exemptions.filter((one) => !isOne(one, granted));
  return [...others, granted].sort((one, other) => (one.from < other.from ? -1 : 1));
}

/**
 * Ends an exemption before today; one that would begin later goes altogether. One that is over already
 * stays as it is.
 * @throws Refusal `not_found`
 */
export function withoutExemption(
  exemptions: readonly GrantedExemption[],
  ended: Pick<GrantedExemption, "id" | "from">,
  today: LocalDate,
): GrantedExemption[] {
  const one = exemptions.find((granted) => isOne(granted, ended)) ?? refuse("not_found");
  const others = exemptions.filter((granted) => granted !== one);
  const until = addDays(today, -1);
  if (one.until <= until) return [...exemptions];
  return one.from > until ? others : withExemption(others, { ...one, until });
}

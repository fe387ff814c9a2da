import type { Database } from "../kernel/database.ts";
import { findAll } from "../kernel/findAll.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Member, members } from "../members/member.ts";
import type { Activity, Plan } from "./activity.ts";
import { type Attendance, attendances, expected, retimed } from "./attendance.ts";

/** How many can be named one by one. */
export const chosenMost = 200;

/** How many lines of a roll are written side by side. */
const sideBySide = 20;

/** @throws Refusal `not_found` when somebody named is not a member of the village, or of the branch */
export async function expectedBy(db: Database, villageId: string, plan: Plan): Promise<Member[]> {
  const { branchId, expects, memberIds } = plan;
  const ofBranch = branchId === "" ? {} : { branchId };
  if (expects !== "chosen") {
    const ofCommittee = expects === "committee" ? { roles: { contains: "committee" } } : {};
    const where = { villageId, ...ofBranch, ...ofCommittee };
    return findAll(db, members, { where, orderBy: [["ordinal", "asc"]] });
  }
  const named = new Set(memberIds);
  const where = { villageId, ...ofBranch, id: { in: [...named] } };
  const found = await db.find(members, { where, limit: chosenMost });
  return found.length === named.size ? found : refuse("not_found");
}

/** Puts people on the roll; whoever stands there stays as they are. */
export const putOnRoll = (db: Database, activity: Activity, people: readonly Member[]) =>
  inBatches(people, (member) => db.insertNew(attendances, expected(activity, member)));

/**
 * After the plan was changed: new people come on the roll, those no longer expected leave it unless
 * something is known of them, and late is whoever is late by the new time.
 */
export async function mendRoll(
  db: Database,
  activity: Activity,
  people: readonly Member[],
): Promise<void> {
  const roll = await findAll(db, attendances, {
    where: { activityId: activity.id },
    orderBy: [["order", "asc"]],
  });
  const wanted = new Set(people.map(({ id }) => id));
  const mended = (one: Attendance): Attendance | undefined =>
    one.status === "expected" && !wanted.has(one.memberId) ? undefined : retimed(one, activity);
  const differing = roll.filter((one) => JSON.stringify(mended(one)) !== JSON.stringify(one));
  await inBatches(differing, ({ id }) =>
    db.transact(async (tx) => {
      const now = await tx.get(attendances, id);
      if (!now) return;
      const after = mended(now);
      if (after) await tx.put(attendances, after);
      else await tx.remove(attendances, id);
    }),
  );
  const standing = new Set(roll.map(({ memberId }) => memberId));
  const added = people.filter(({ id }) => !standing.has(id));
  await putOnRoll(db, activity, added);
}

async function inBatches<One>(all: readonly One[], act: (one: One) => Promise<unknown>) {
  for (let start = 0; start < all.length; start += sideBySide) {
    await Promise.all(all.slice(start, start + sideBySide).map(act));
  }
}

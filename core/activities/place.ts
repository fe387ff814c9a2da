import { branches } from "../branches/branch.ts";
import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { ContentCheck } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { monthOf, yearOf } from "../kernel/time.ts";
import type { Member } from "../members/member.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { checkText } from "../submissions/evidence.ts";
import { villageById } from "../villages/village.ts";
import { dayOf, type Placing, type Plan } from "./activity.ts";
import { checkPlan } from "./course.ts";
import { meetingOf } from "./meeting.ts";
import { expectedBy } from "./roll.ts";

/**
 * Checks a plan against the village: its rulebook of that day, its years, its branches and members.
 * A day that has passed will do, for a meeting that was held before anybody planned it.
 * @throws Refusal `date_before_open_year`, `unknown_rule`, `not_found` and those of `checkPlan`
 */
export async function placed(
  { db, contentCheck }: Readonly<{ db: Database; contentCheck: ContentCheck }>,
  plan: Plan,
  caller: Caller,
): Promise<Readonly<{ placing: Placing; people: readonly Member[] }>> {
  const { villageId } = caller;
  const day = dayOf(plan);
  const village = await villageById(db, villageId);
  const year = yearOf(day, village.yearStart);
  if (year < village.openYear) refuse("date_before_open_year");
  const rulebook = await rulebookOn(db, villageId, day);
  const meeting = meetingOf(rulebook, plan.kind);
  checkPlan(plan, meeting, caller);
  if (plan.branchId !== "") {
    const branch = await db.get(branches, plan.branchId);
    if (branch?.villageId !== villageId) refuse("not_found");
  }
  const people = await expectedBy(db, villageId, plan);
  await checkText(contentCheck, caller, `${plan.title}\n${plan.place}`);
  const lateAfter = meeting.late?.afterMinutes;
  return {
    placing: {
      ...{ kindTitle: meeting.title, rulebookId: rulebook.id, year, month: monthOf(day) },
      ...(lateAfter === undefined ? {} : { lateAfter }),
    },
    people,
  };
}

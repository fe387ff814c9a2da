import { branches } from "../branches/branch.ts";
import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { rulebooks } from "../rulebook/rulebook.ts";
import { type Activity, activities, checkInOpensAt, isManager, isShownTo } from "./activity.ts";
import { attendanceId, attendances } from "./attendance.ts";
import { GetActivityInput, GetActivityOutput } from "./contract.ts";
import { mayOf } from "./may.ts";
import { meetingOf, ratesOf } from "./meeting.ts";
import { rollRow } from "./rows.ts";
import { countsOf } from "./turnout.ts";

/** How many lines of the roll come at once: all of most branches'. */
const rollPage = 200;

/** One activity: for a member how they stand, for whoever runs it also the roll. */
export const getActivity = operation({
  name: "getActivity",
  who: ["member"],
  input: GetActivityInput,
  output: GetActivityOutput,
  async run({ caller, input: { activityId, skip }, at, db }) {
    const activity = (await db.get(activities, activityId)) ?? refuse("not_found");
    if (activity.villageId !== caller.villageId) refuse("not_found");
    if (!isShownTo(activity, caller)) refuse("other_branch");
    const [rulebook, branch, mine, roll] = await Promise.all([
      db.get(rulebooks, activity.rulebookId),
      activity.branchId === "" ? undefined : db.get(branches, activity.branchId),
      db.get(attendances, attendanceId(activityId, caller.id)),
      isManager(activity, caller) ? rollOf(db, activity, caller, skip) : undefined,
    ]);
    const scored = rulebook ?? refuse("not_found");
    const { kindTitle, title, place, startsAt, endsAt, expects, status, lateAfter } = activity;
    return {
      ...{ now: at, id: activityId, kindTitle, title, place, startsAt, endsAt },
      ...{ checkInOpensAt: checkInOpensAt(activity), branch: branch?.name ?? "", expects, status },
      ...(lateAfter === undefined ? {} : { lateAfter }),
      rates: ratesOf(scored, meetingOf(scored, activity.kind)),
      ...(activity.reopened ? { reopened: shownReason(activity.reopened) } : {}),
      ...("reversal" in activity ? { reversal: shownReason(activity.reversal) } : {}),
      ...(mine ? { mine: rollRow(mine, activity, caller) } : {}),
      may: mayOf(activity, mine, scored, caller, at),
      ...(roll ? { roll } : {}),
    };
  },
});

const shownReason = ({
  by,
  reason,
}: Readonly<{ by: Readonly<{ name: string }>; reason: string }>) => ({ by: by.name, reason });

async function rollOf(db: Database, activity: Activity, caller: Caller, skip: number) {
  const [counts, found] = await Promise.all([
    countsOf(db, activity.id),
    db.find(attendances, {
      where: { activityId: activity.id },
      orderBy: [
        ["order", "asc"],
        ["ordinal", "asc"],
      ],
      skip,
      limit: rollPage + 1,
    }),
  ]);
  const rows = found.slice(0, rollPage).map((one) => rollRow(one, activity, caller));
  return { counts, rows, more: found.length > rollPage };
}

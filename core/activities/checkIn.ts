import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { activities } from "./activity.ts";
import { attendanceId, attendances, checkedIn } from "./attendance.ts";
import { isFresh } from "./checkInCode.ts";
import { checkRunning } from "./course.ts";
import { CheckInInput, CheckInOutput } from "./rollContract.ts";

/** A member scans the code on the secretary's screen. A second time answers as the first. */
export const checkIn = operation({
  name: "checkIn",
  who: ["member"],
  input: CheckInInput,
  output: CheckInOutput,
  async run({ caller, input, at, db }) {
    return checkInBy(db, { ...input, memberId: caller.id, how: "code", by: caller.id, at });
  },
});

/**
 * @param scan whose code it is: with `how` "scanned" the member's own, otherwise the activity's
 * @throws Refusal `activity_closed`, `activity_not_started`, `not_expected`, `check_in_code_old`
 */
export async function checkInBy(
  db: Database,
  scan: Readonly<{
    activityId: string;
    memberId: string;
    code: string;
    how: "code" | "scanned";
    by: string;
    at: Instant;
  }>,
): Promise<{ name: string; at: Instant; late: boolean }> {
  const { activityId, memberId, code, how, by, at } = scan;
  const present = await db.transact(async (tx) => {
    const activity = (await tx.get(activities, activityId)) ?? refuse("not_found");
    checkRunning(activity, at);
    const before = await tx.get(attendances, attendanceId(activityId, memberId));
    const after = checkedIn(before ?? refuse("not_expected"), activity, { how, at, by });
    if (after === before) return after;
    const { secret } = activity;
    const of = how === "scanned" ? { secret, memberId } : { secret };
    if (!isFresh(code, at, of)) refuse("check_in_code_old");
    await tx.put(attendances, after);
    return after;
  });
  return { name: present.memberName, at: present.at, late: present.late };
}

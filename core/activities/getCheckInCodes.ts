import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Activity, activities, checkManager } from "./activity.ts";
import { type Attendance, attendanceId, attendances } from "./attendance.ts";
import { codesFrom, textOf } from "./checkInCode.ts";
import { checkRunning } from "./course.ts";
import { GetCheckInCodesInput, GetCheckInCodesOutput } from "./rollContract.ts";
import { countsOf } from "./turnout.ts";

/** How many names of those who came last are shown beside the code. */
const latestMost = 8;

/**
 * The codes of the next ten minutes: the activity's, for whoever runs it to show, or one's own, to be
 * scanned. Asked again and again while the screen shows them, it also tells who has come.
 */
export const getCheckInCodes = operation({
  name: "getCheckInCodes",
  who: ["member"],
  input: GetCheckInCodesInput,
  output: GetCheckInCodesOutput,
  async run({ caller, input: { activityId, of }, at, db }) {
    const activity = (await db.get(activities, activityId)) ?? refuse("not_found");
    if (of === "activity") checkManager(activity, caller);
    if (activity.villageId !== caller.villageId) refuse("not_found");
    checkRunning(activity, at);
    const { title, secret } = activity;
    if (of === "activity") {
      const codes = codesFrom(at, { secret }).map(({ code, from }) => ({
        text: textOf(activityId, code),
        from,
      }));
      return { now: at, title, codes, came: await cameTo(db, activity) };
    }
    const memberId = caller.id;
    const own = await db.get(attendances, attendanceId(activityId, memberId));
    const { status } = own ?? refuse("not_expected");
    const codes = codesFrom(at, { secret, memberId }).map(({ code, from }) => ({
      text: textOf(activityId, code, memberId),
      from,
    }));
    return { now: at, title, codes, mine: status };
  },
});

async function cameTo(db: Database, { id: activityId }: Activity) {
  const [{ late: _, ...counts }, latest] = await Promise.all([
    countsOf(db, activityId),
    db.find(attendances, {
      where: { activityId, status: "present" },
      orderBy: [["at", "desc"]],
      limit: latestMost,
    }),
  ]);
  const expected = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { present: counts.present, expected, latest: latest.flatMap(cameAt) };
}

const cameAt = (attendance: Attendance) =>
  attendance.status === "present"
    ? [{ name: attendance.memberName, at: attendance.at, late: attendance.late }]
    : [];

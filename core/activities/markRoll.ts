import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { activities, checkManager } from "./activity.ts";
import { attendanceId, attendances, marked } from "./attendance.ts";
import { checkRunning } from "./course.ts";
import { MarkRollInput, MarkRollOutput } from "./rollContract.ts";

/** The secretary ticks the roll, one or many at once; and again after a reopening, to correct it. */
export const markRoll = operation({
  name: "markRoll",
  who: ["secretary", "committee"],
  input: MarkRollInput,
  output: MarkRollOutput,
  async run({ caller, input: { activityId, mark, memberIds }, at, db }) {
    const activity = (await db.get(activities, activityId)) ?? refuse("not_found");
    checkManager(activity, caller);
    if (mark === "late" && activity.lateAfter === undefined) refuse("invalid_input");
    const ids = [...new Set(memberIds)].map((memberId) => attendanceId(activityId, memberId));
    const found = await db.count(attendances, { id: { in: ids } });
    if (found < ids.length) refuse("not_expected");
    for (let start = 0; start < ids.length; start += sideBySide) {
      await Promise.all(ids.slice(start, start + sideBySide).map(markOne));
    }
    return { marked: ids.length };

    function markOne(id: string): Promise<void> {
      return db.transact(async (tx) => {
        checkRunning((await tx.get(activities, activityId)) ?? refuse("not_found"), at);
        const before = (await tx.get(attendances, id)) ?? refuse("not_expected");
        const after = marked(before, mark, { by: caller.id, at });
        if (after !== before) await tx.put(attendances, after);
      });
    }
  },
});

/** How many transactions run side by side. */
const sideBySide = 10;

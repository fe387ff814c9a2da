import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { tell } from "../members/tell.ts";
import { checkText } from "../submissions/evidence.ts";
import { activities } from "./activity.ts";
import { askedLeave, attendanceId, attendances } from "./attendance.ts";
import { checkNotOver } from "./course.ts";
import { AskLeaveInput, AskLeaveOutput } from "./rollContract.ts";

/** A member who cannot come says why, before the end. */
export const askLeave = operation({
  name: "askLeave",
  who: ["member"],
  input: AskLeaveInput,
  output: AskLeaveOutput,
  async run({ caller, input: { activityId, reason }, at, db, notices, contentCheck }) {
    await checkText(contentCheck, caller, reason);
    const { activity, status } = await db.transact(async (tx) => {
      const activity = (await tx.get(activities, activityId)) ?? refuse("not_found");
      if (activity.villageId !== caller.villageId) refuse("not_found");
      checkNotOver(activity, at);
      const before = await tx.get(attendances, attendanceId(activityId, caller.id));
      const after = askedLeave(before ?? refuse("not_expected"), reason, at);
      if (after !== before) await tx.put(attendances, after);
      return { activity, status: after.status };
    });
    const { villageId, branchId, title } = activity;
    const runners =
      branchId === ""
        ? { villageId, roles: { contains: "committee" } }
        : { branchId, roles: { contains: "secretary" } };
    if (status === "leaveAsked") {
      await tell(
        { db, notices },
        { ...runners, id: { not: caller.id } },
        {
          kind: "toReview",
          page: `packages/activities/activity/index?activityId=${activityId}`,
          ...{ title: `请假：${title}`, status: "待答复", at },
        },
      );
    }
    return { status };
  },
});

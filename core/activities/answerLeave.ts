import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { tell } from "../members/tell.ts";
import { checkText } from "../submissions/evidence.ts";
import { activities, checkManager } from "./activity.ts";
import { answeredLeave, attendanceId, attendances } from "./attendance.ts";
import { checkNotOver } from "./course.ts";
import { AnswerLeaveInput, AnswerLeaveOutput } from "./rollContract.ts";

/** Granted, or refused with a reason, before the end; never one's own. */
export const answerLeave = operation({
  name: "answerLeave",
  who: ["secretary", "committee"],
  input: AnswerLeaveInput,
  output: AnswerLeaveOutput,
  async run({ caller, input, at, db, notices, contentCheck }) {
    const { activityId, memberId, granted, answer } = input;
    if (answer !== "") await checkText(contentCheck, caller, answer);
    const { title, status } = await db.transact(async (tx) => {
      const activity = (await tx.get(activities, activityId)) ?? refuse("not_found");
      checkManager(activity, caller);
      checkNotOver(activity, at);
      const before = await tx.get(attendances, attendanceId(activityId, memberId));
      const after = answeredLeave(before ?? refuse("not_expected"), {
        ...{ granted, answer, by: caller.id },
      });
      await tx.put(attendances, after);
      return { title: activity.title, status: after.status };
    });
    await tell(
      { db, notices },
      { id: memberId },
      {
        kind: "decided",
        page: `packages/activities/activity/index?activityId=${activityId}`,
        ...{ title: `请假：${title}`, status: granted ? "已准假" : "未准假", at },
      },
    );
    return { status };
  },
});

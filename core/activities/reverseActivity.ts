import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { checkText } from "../submissions/evidence.ts";
import { activities, checkManager } from "./activity.ts";
import { ReverseActivityInput, ReverseActivityOutput } from "./contract.ts";
import { reversing } from "./course.ts";
import { progressOf, settle } from "./settle.ts";

/** The committee undoes a whole activity: each of its lines by a second one with this reason. */
export const reverseActivity = operation({
  name: "reverseActivity",
  who: ["committee"],
  input: ReverseActivityInput,
  output: ReverseActivityOutput,
  async run({ caller, input: { activityId, reason }, at, db, contentCheck }) {
    await checkText(contentCheck, caller, reason);
    const activity = await db.transact(async (tx) => {
      const before = (await tx.get(activities, activityId)) ?? refuse("not_found");
      checkManager(before, caller);
      const after = reversing(before, { by: { id: caller.id, name: caller.name }, reason });
      if (after !== before) await tx.put(activities, after);
      return after;
    });
    return progressOf(await settle(db, activity, caller, at), caller);
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { checkText } from "../submissions/evidence.ts";
import { activities, checkManager } from "./activity.ts";
import { ReopenActivityInput, ReopenActivityOutput } from "./contract.ts";
import { reopened } from "./course.ts";

/** The roll was wrong: it can be corrected, and closing again records the difference alone. */
export const reopenActivity = operation({
  name: "reopenActivity",
  who: ["secretary", "committee"],
  input: ReopenActivityInput,
  output: ReopenActivityOutput,
  async run({ caller, input: { activityId, reason }, at, db, contentCheck }) {
    await checkText(contentCheck, caller, reason);
    await db.transact(async (tx) => {
      const activity = (await tx.get(activities, activityId)) ?? refuse("not_found");
      checkManager(activity, caller);
      const by = { id: caller.id, name: caller.name };
      await tx.put(activities, reopened(activity, { by, reason, at }));
    });
    return { status: "open" as const };
  },
});

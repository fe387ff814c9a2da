import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { activities, checkManager } from "./activity.ts";
import { CancelActivityInput, CancelActivityOutput } from "./contract.ts";
import { cancelled } from "./course.ts";

/** It will not be held: the members see that it is off, and nobody's points change. */
export const cancelActivity = operation({
  name: "cancelActivity",
  who: ["secretary", "committee"],
  input: CancelActivityInput,
  output: CancelActivityOutput,
  async run({ caller, input, db }) {
    await db.transact(async (tx) => {
      const activity = (await tx.get(activities, input.activityId)) ?? refuse("not_found");
      checkManager(activity, caller);
      if (activity.status !== "cancelled") await tx.put(activities, cancelled(activity));
    });
    return { status: "cancelled" as const };
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { activities } from "./activity.ts";
import { PlanActivityInput, PlanActivityOutput } from "./contract.ts";
import { planned, samePlan } from "./course.ts";
import { placed } from "./place.ts";
import { putOnRoll } from "./roll.ts";

/** A meeting or event with its roll. Sent again, it plans nothing twice and completes the roll. */
export const planActivity = operation({
  name: "planActivity",
  who: ["secretary", "committee"],
  input: PlanActivityInput,
  output: PlanActivityOutput,
  async run({ caller, input, at, db, codes, contentCheck }) {
    const { activityId, ...plan } = input;
    const { placing, people } = await placed({ db, contentCheck }, plan, caller);
    const activity = planned(activityId, plan, placing, caller, { secret: codes.secret(), at });
    if (!(await db.insertNew(activities, activity))) {
      const there = (await db.get(activities, activityId)) ?? refuse("busy");
      const isSame = there.createdBy.id === caller.id && samePlan(there, plan);
      if (!isSame || there.status !== "open" || there.round > 1) refuse("already_exists");
    }
    await putOnRoll(db, activity, people);
    return { expected: people.length };
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { activities, checkManager } from "./activity.ts";
import { ChangeActivityInput, ChangeActivityOutput } from "./contract.ts";
import { changed } from "./course.ts";
import { placed } from "./place.ts";
import { mendRoll } from "./roll.ts";

/** Another time, place or circle, as long as nothing has been recorded for it. */
export const changeActivity = operation({
  name: "changeActivity",
  who: ["secretary", "committee"],
  input: ChangeActivityInput,
  output: ChangeActivityOutput,
  async run({ caller, input, db, contentCheck }) {
    const { activityId, ...plan } = input;
    checkManager((await db.get(activities, activityId)) ?? refuse("not_found"), caller);
    const { placing, people } = await placed({ db, contentCheck }, plan, caller);
    const activity = await db.transact(async (tx) => {
      const before = (await tx.get(activities, activityId)) ?? refuse("not_found");
      const after = changed(before, plan, placing);
      await tx.put(activities, after);
      return after;
    });
    await mendRoll(db, activity, people);
    return { expected: people.length };
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { yearOf } from "../kernel/time.ts";
import { rulebooks } from "../rulebook/rulebook.ts";
import { villages } from "../villages/village.ts";
import { activities, checkManager, dayOf } from "./activity.ts";
import { CloseActivityInput, CloseActivityOutput } from "./contract.ts";
import { closing } from "./course.ts";
import { isCommitteesOwn, meetingOf } from "./meeting.ts";
import { progressOf, settle } from "./settle.ts";

/**
 * The registration ends, and the lines are recorded: for those who came, and what the rulebook says for
 * those who stayed away. However often and by however many it is pressed, each line is recorded once;
 * pressed again by another person, also that of whoever pressed before.
 */
export const closeActivity = operation({
  name: "closeActivity",
  who: ["secretary", "committee"],
  input: CloseActivityInput,
  output: CloseActivityOutput,
  async run({ caller, input: { activityId }, at, db }) {
    const activity = await db.transact(async (tx) => {
      const before = (await tx.get(activities, activityId)) ?? refuse("not_found");
      checkManager(before, caller);
      const rulebook = (await tx.get(rulebooks, before.rulebookId)) ?? refuse("not_found");
      if (!caller.roles.includes("committee")) {
        if (isCommitteesOwn(rulebook, meetingOf(rulebook, before.kind)))
          refuse("committee_decides");
      }
      const village = (await tx.get(villages, caller.villageId)) ?? refuse("not_found");
      if (!village.years.includes(yearOf(dayOf(before), village.yearStart)))
        refuse("year_not_open");
      const after = closing(before, at);
      if (after !== before) await tx.put(activities, after);
      return after;
    });
    return progressOf(await settle(db, activity, caller, at), caller);
  },
});

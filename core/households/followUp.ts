import { gridsOf } from "../grids/grid.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { checkKept } from "./changing.ts";
import { checkText } from "./checkText.ts";
import { findable } from "./found.ts";
import { households } from "./household.ts";
import { gridOver } from "./may.ts";
import { type Visit, visits } from "./visit.ts";
import { FollowUpInput, FollowUpOutput } from "./visitContract.ts";

/** What was done about a need, until it is done. Sent again, it adds nothing. */
export const followUp = operation({
  name: "followUp",
  who: ["gridStaff", "committee"],
  input: FollowUpInput,
  output: FollowUpOutput,
  async run({ caller, input: { changeId, visitId, revision, text, done }, at, db, contentCheck }) {
    await checkText(contentCheck, caller, text);
    const { villageId, id: by, name: byName } = caller;
    const grids = await gridsOf(db, villageId);
    return db.transact(async (tx) => {
      const visit = (await tx.get(visits, visitId)) ?? refuse("not_found");
      const household = (await tx.get(households, visit.householdId)) ?? refuse("not_found");
      checkKept(household, villageId);
      gridOver(caller, grids, household.hamlet);
      if (visit.followUps.some(({ id }) => id === changeId)) return told(visit, household);
      if (visit.revision !== revision) refuse("changed_meanwhile");
      if (!visit.open) refuse("invalid_input");
      const followed: Visit = {
        ...visit,
        followUps: [...visit.followUps, { id: changeId, at, by, byName, text }],
        doneOn: done ? localDate(at) : "",
        open: !done,
        revision: revision + 1,
      };
      await tx.put(visits, followed);
      if (!done) return told(followed, household);
      const helped = findable({ ...household, openNeeds: household.openNeeds - 1 });
      await tx.put(households, helped);
      return told(followed, helped);
    });
  },
});

const told = (
  { revision }: Readonly<{ revision: number }>,
  { openNeeds }: Readonly<{ openNeeds: number }>,
) => ({ revision, openNeeds });

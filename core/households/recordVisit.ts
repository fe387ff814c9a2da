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
import { RecordVisitInput, RecordVisitOutput } from "./visitContract.ts";

/** Somebody was there, and what was needed is open until it is seen to. Sent again, it adds nothing. */
export const recordVisit = operation({
  name: "recordVisit",
  who: ["gridStaff", "committee"],
  input: RecordVisitInput,
  output: RecordVisitOutput,
  async run({ caller, input: { visitId, ...visit }, at, db, contentCheck }) {
    if (visit.on > localDate(at)) refuse("date_in_future");
    await checkText(contentCheck, caller, visit.text, visit.need);
    const { id: by, name: byName, villageId } = caller;
    const grids = await gridsOf(db, villageId);
    return db.transact(async (tx) => {
      const household = (await tx.get(households, visit.householdId)) ?? refuse("not_found");
      checkKept(household, villageId);
      gridOver(caller, grids, household.hamlet);
      const known = await tx.get(visits, visitId);
      if (known) {
        const same = known.householdId === household.id && known.by === by;
        return same ? told(household) : refuse("already_exists");
      }
      const open = visit.need !== "";
      const isLast = visit.on > household.visitedOn; // a visit may be written down late
      const visited = findable({
        ...household,
        visitedOn: isLast ? visit.on : household.visitedOn,
        openNeeds: household.openNeeds + Number(open),
      });
      const made = { id: visitId, villageId, ...visit, at, by, byName };
      const fresh: Visit = { ...made, followUps: [], doneOn: "", open, revision: 1 };
      await tx.put(households, visited);
      await tx.insert(visits, fresh);
      return told(visited);
    });
  },
});

const told = ({ visitedOn, openNeeds }: Readonly<{ visitedOn: string; openNeeds: number }>) => ({
  visitedOn,
  openNeeds,
});

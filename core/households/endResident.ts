import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { changing, checkSeen } from "./changing.ts";
import { households } from "./household.ts";
import { endedResident, withoutPerson } from "./make.ts";
import { gridOver } from "./may.ts";
import { residents } from "./resident.ts";
import { EndResidentInput, EndResidentOutput } from "./residentContract.ts";

/** Somebody moved away or died, or was written down by mistake. */
export const endResident = operation({
  name: "endResident",
  who: ["gridStaff", "committee"],
  input: EndResidentInput,
  output: EndResidentOutput,
  async run({ caller, input, at, db }) {
    const { changeId, residentId: id, revision, ...end } = input;
    if (end.on > localDate(at)) refuse("date_in_future");
    const form = { changeId, kind: "resident", thingId: id } as const;
    const { after } = await changing({ db, caller, at }, form, async (tx, grids) => {
      const before = (await tx.get(residents, id)) ?? refuse("not_found");
      checkSeen(before, caller.villageId, revision);
      gridOver(caller, grids, before.hamlet);
      const household = (await tx.get(households, before.householdId)) ?? refuse("not_found");
      return {
        of: { kind: "resident", before, after: endedResident(before, end) },
        along: [{ kind: "household", before: household, after: withoutPerson(household, id) }],
      };
    });
    return { revision: after.revision };
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { changing, checkSeen } from "./changing.ts";
import { EndHouseholdInput, EndHouseholdOutput } from "./contract.ts";
import { changeDoor } from "./door.ts";
import { households } from "./household.ts";
import { endedHousehold, endedResident } from "./make.ts";
import { gridOver } from "./may.ts";
import { peopleOf } from "./peopleOf.ts";

/**
 * A household is counted no more, and its people end with it: they moved away together, or were a mistake
 * together. Whose house was torn down lives on somewhere, so such a household is moved, or has to be empty.
 */
export const endHousehold = operation({
  name: "endHousehold",
  who: ["gridStaff", "committee"],
  input: EndHouseholdInput,
  output: EndHouseholdOutput,
  async run({ caller, input, at, db }) {
    const { changeId, householdId: id, revision, why, on } = input;
    if (on > localDate(at)) refuse("date_in_future");
    const form = { changeId, kind: "household", thingId: id } as const;
    const { before } = await changing({ db, caller, at }, form, async (tx, grids) => {
      const household = (await tx.get(households, id)) ?? refuse("not_found");
      checkSeen(household, caller.villageId, revision);
      gridOver(caller, grids, household.hamlet);
      const people = await peopleOf(tx, household);
      if (people.length > 0 && why === "demolished") refuse("people_left");
      const ended = endedHousehold(household, why);
      await changeDoor(tx, household, ended);
      const end = { why: why === "mistake" ? why : "moved", on, to: "" } as const;
      return {
        of: { kind: "household", before: household, after: ended },
        others: people.map((resident) => ({
          ...{ kind: "resident", before: resident, after: endedResident(resident, end) },
        })),
      };
    });
    return { people: before && "people" in before ? before.people.length : 0 };
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { changing, checkSeen, idAt } from "./changing.ts";
import { checkText } from "./checkText.ts";
import { SaveHouseholdInput, SaveHouseholdOutput } from "./contract.ts";
import { changeDoor } from "./door.ts";
import { isBorn } from "./fields.ts";
import { households } from "./household.ts";
import { mendedHousehold, newHousehold, newResident, withPeople } from "./make.ts";
import { gridOver } from "./may.ts";

/** A household is written down or mended, with the people who are new in it, all on one form. */
export const saveHousehold = operation({
  name: "saveHousehold",
  who: ["gridStaff", "committee"],
  input: SaveHouseholdInput,
  output: SaveHouseholdOutput,
  async run({ caller, input, at, db, contentCheck }) {
    const { changeId, householdId: id, revision, people, ...fields } = input;
    const { villageId } = caller;
    if (!people.every((person) => isBorn(person, localDate(at)))) refuse("date_in_future");
    await checkText(contentCheck, caller, fields.note, ...people.map(({ note }) => note));
    const form = { changeId, kind: "household", thingId: id } as const;
    const { after } = await changing({ db, caller, at }, form, async (tx, grids) => {
      const before = await tx.get(households, id);
      checkSeen(before, villageId, revision);
      gridOver(caller, grids, fields.hamlet);
      if (before && before.hamlet !== fields.hamlet) refuse("invalid_input"); // see moveHousehold
      const written = before
        ? mendedHousehold(before, fields)
        : newHousehold({ id, villageId }, fields);
      const newcomers = people.map((person, index) =>
        newResident(idAt(changeId, index + 1), written, person),
      );
      const household = withPeople(written, newcomers);
      await changeDoor(tx, before, household);
      return {
        of: { kind: "household", before: before ?? null, after: household },
        others: newcomers.map((resident) => ({ kind: "resident", before: null, after: resident })),
      };
    });
    const residentIds = people.map((_, index) => idAt(changeId, index + 1));
    return { revision: after.revision, residentIds };
  },
});

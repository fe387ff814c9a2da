import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import type { Turn } from "./change.ts";
import { changing, checkKept, checkSeen } from "./changing.ts";
import { checkText } from "./checkText.ts";
import { isBorn } from "./fields.ts";
import { households } from "./household.ts";
import { mendedResident, newResident, withoutPerson, withPeople } from "./make.ts";
import { gridOver } from "./may.ts";
import { residents } from "./resident.ts";
import { SaveResidentInput, SaveResidentOutput } from "./residentContract.ts";

/** A resident is written down, mended, or moved to another household of the caller's grid. */
export const saveResident = operation({
  name: "saveResident",
  who: ["gridStaff", "committee"],
  input: SaveResidentInput,
  output: SaveResidentOutput,
  async run({ caller, input, at, db, contentCheck }) {
    const { changeId, residentId: id, householdId, revision, ...fields } = input;
    if (!isBorn(fields, localDate(at))) refuse("date_in_future");
    await checkText(contentCheck, caller, fields.note);
    const form = { changeId, kind: "resident", thingId: id } as const;
    const { after } = await changing({ db, caller, at }, form, async (tx, grids) => {
      const before = await tx.get(residents, id);
      checkSeen(before, caller.villageId, revision);
      const household = await inGrid(householdId);
      const resident = before
        ? mendedResident(before, household, fields)
        : newResident(id, household, fields);
      const along: Turn[] = [
        { kind: "household", before: household, after: withPeople(household, [resident]) },
      ];
      if (before && before.householdId !== householdId) {
        const left = await inGrid(before.householdId);
        along.push({ kind: "household", before: left, after: withoutPerson(left, id) });
      }
      return { of: { kind: "resident", before: before ?? null, after: resident }, along };

      async function inGrid(one: string) {
        const found = (await tx.get(households, one)) ?? refuse("not_found");
        checkKept(found, caller.villageId);
        gridOver(caller, grids, found.hamlet);
        return found;
      }
    });
    return { revision: after.revision };
  },
});

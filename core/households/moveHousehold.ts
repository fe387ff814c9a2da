import { gridWithHamlet } from "../grids/grid.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { changing, checkSeen } from "./changing.ts";
import { MoveHouseholdInput, MoveHouseholdOutput } from "./contract.ts";
import { changeDoor } from "./door.ts";
import { households } from "./household.ts";
import { mendedHousehold } from "./make.ts";
import { gridOver } from "./may.ts";
import { peopleOf } from "./peopleOf.ts";

/** Staff of the grid that it leaves move a household with its people; whoever has the other grid has it then. */
export const moveHousehold = operation({
  name: "moveHousehold",
  who: ["gridStaff", "committee"],
  input: MoveHouseholdInput,
  output: MoveHouseholdOutput,
  async run({ caller, input, at, db }) {
    const { changeId, householdId: id, revision, hamlet, door } = input;
    const form = { changeId, kind: "household", thingId: id } as const;
    const { after } = await changing({ db, caller, at }, form, async (tx, grids) => {
      const before = (await tx.get(households, id)) ?? refuse("not_found");
      checkSeen(before, caller.villageId, revision);
      gridOver(caller, grids, before.hamlet);
      if (!gridWithHamlet(grids, hamlet)) refuse("unknown_hamlet");
      const { head, phone, note } = before;
      const household = mendedHousehold(before, { hamlet, door, head, phone, note });
      await changeDoor(tx, before, household);
      const people = await peopleOf(tx, before);
      return {
        of: { kind: "household", before, after: household },
        along: people.map((resident) => ({
          ...{ kind: "resident", before: resident, after: { ...resident, hamlet } },
        })),
      };
    });
    return { revision: after.revision };
  },
});

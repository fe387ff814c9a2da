import { grids, isCurrent } from "../grids/grid.ts";
import type { Transaction } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { members } from "../members/member.ts";
import { SetGridPeopleInput, SetGridPeopleOutput } from "./contract.ts";
import { type GridPeople, gridPeople, nobodyNamed, type Responsible } from "./gridPeople.ts";

/** The committee names a grid's leader and staff, and which of their numbers everybody may call. */
export const setGridPeople = operation({
  name: "setGridPeople",
  who: ["committee"],
  input: SetGridPeopleInput,
  output: SetGridPeopleOutput,
  async run({ caller: { villageId }, input, db }) {
    return db.transact(async (tx) => {
      const grid = (await tx.get(grids, input.gridId)) ?? refuse("not_found");
      if (grid.villageId !== villageId || !isCurrent(grid)) refuse("not_found");
      const now = (await tx.get(gridPeople, grid.id)) ?? nobodyNamed(villageId, grid.id);
      const leader = input.leader && (await named(tx, villageId, input.leader));
      const staff: Responsible[] = [];
      for (const one of input.staff) staff.push(await named(tx, villageId, one));
      const next = { ...now, leader, staff };
      // Sent again after an answer that got lost.
      if (textOf(next) === textOf(now)) return { revision: now.revision };
      if (now.revision !== input.revision) refuse("grid_changed");
      await tx.put(gridPeople, { ...next, revision: now.revision + 1 });
      return { revision: now.revision + 1 };
    });
  },
});

const textOf = ({ leader, staff }: Pick<GridPeople, "leader" | "staff">): string =>
  JSON.stringify([leader, ...staff].map((one) => one && [one.memberId, one.name, one.dutyPhone]));

async function named(
  tx: Transaction,
  villageId: string,
  { memberId, dutyPhone }: Readonly<{ memberId: string; dutyPhone: string }>,
): Promise<Responsible> {
  const member = (await tx.get(members, memberId)) ?? refuse("not_found");
  if (member.villageId !== villageId) refuse("not_found");
  return { memberId, name: member.name, dutyPhone };
}

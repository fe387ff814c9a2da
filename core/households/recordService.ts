import { gridsOf } from "../grids/grid.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { members } from "../members/member.ts";
import { checkKept } from "./changing.ts";
import { checkText } from "./checkText.ts";
import { households } from "./household.ts";
import { gridOver } from "./may.ts";
import { type Service, services } from "./visit.ts";
import { RecordServiceInput, RecordServiceOutput } from "./visitContract.ts";

/** What a member did for a household. Nothing counts by it: points come of what members submit themselves. */
export const recordService = operation({
  name: "recordService",
  who: ["gridStaff", "committee"],
  input: RecordServiceInput,
  output: RecordServiceOutput,
  async run({ caller, input: { serviceId: id, ...service }, at, db, contentCheck }) {
    if (service.on > localDate(at)) refuse("date_in_future");
    const { villageId, id: by, name: byName } = caller;
    const [grids, household, member] = await Promise.all([
      gridsOf(db, villageId),
      db.get(households, service.householdId),
      db.get(members, service.memberId),
    ]);
    if (!household || member?.villageId !== villageId) refuse("not_found");
    checkKept(household, villageId);
    gridOver(caller, grids, household.hamlet);
    await checkText(contentCheck, caller, service.text);
    const made: Service = { id, villageId, ...service, memberName: member.name, by, byName, at };
    if (!(await db.insertNew(services, made))) {
      const known = await db.get(services, id);
      const same = known?.householdId === household.id && known.by === by;
      if (!same) refuse("already_exists");
    }
    return { serviceId: id };
  },
});

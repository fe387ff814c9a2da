import { gridsOf } from "../grids/grid.ts";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { type Change, changes } from "./change.ts";
import { GetHouseholdInput, GetHouseholdOutput } from "./contract.ts";
import { households, peopleMost } from "./household.ts";
import { masked } from "./idNumber.ts";
import { changesInWords } from "./inWords.ts";
import { gridOver } from "./may.ts";
import { type Resident, residents } from "./resident.ts";
import { type Service, services, type Visit, visits } from "./visit.ts";

const visitsShown = 20;
const changesShown = 30;

/** One household whole: its people, who came, what was done for it, and what was changed by whom. */
export const getHousehold = operation({
  name: "getHousehold",
  who: ["gridStaff", "committee"],
  input: GetHouseholdInput,
  output: GetHouseholdOutput,
  async run({ caller, input: { householdId, forEditing }, at, db }) {
    const [grids, found] = await Promise.all([
      gridsOf(db, caller.villageId),
      db.get(households, householdId),
    ]);
    const household = found ?? refuse("not_found");
    if (household.villageId !== caller.villageId) refuse("not_found");
    const grid = gridOver(caller, grids, household.hamlet);
    const [people, visited, served, changed] = await partsOf(db, householdId);
    const place = (id: string) => household.people.findIndex((one) => one.residentId === id);
    return {
      ...household,
      ...{ householdId, gridId: grid.id, grid: grid.name, today: localDate(at) },
      grids: grids.map(({ id, name, hamlets }) => ({ id, name, hamlets: [...hamlets] })),
      residents: people
        .sort((one, other) => place(one.id) - place(other.id))
        .map((resident) => residentOf(resident, forEditing)),
      visits: visited.map(visitOf),
      services: served.map(serviceOf),
      history: changed.map(historyOf).filter(saysSomething),
    };
  },
});

const partsOf = (db: Database, householdId: string) =>
  Promise.all([
    db.find(residents, { where: { householdId, ended: "" }, limit: peopleMost }),
    db.find(visits, {
      where: { householdId },
      orderBy: [["open", "desc"], ...lastFirst],
      limit: visitsShown,
    }),
    db.find(services, { where: { householdId }, orderBy: lastFirst, limit: visitsShown }),
    db.find(changes, { where: { householdId }, orderBy: [["at", "desc"]], limit: changesShown }),
  ]);

const lastFirst = [
  ["on", "desc"],
  ["at", "desc"],
] as const;

const residentOf = ({ id, idNumber, ...resident }: Resident, whole: boolean) => ({
  ...resident,
  residentId: id,
  idNumber: whole ? idNumber : masked(idNumber),
});

const visitOf = ({ id, byName, followUps, ...visit }: Visit) => ({
  ...visit,
  ...{ visitId: id, by: byName },
  followUps: followUps.map((one) => ({ on: localDate(one.at), by: one.byName, text: one.text })),
});

const serviceOf = ({ id, byName, memberName, ...service }: Service) => ({
  ...service,
  ...{ serviceId: id, by: byName, member: memberName },
});

function historyOf({ at, byName, importId, ...turn }: Change) {
  const { fields, ...words } = changesInWords(turn);
  return {
    ...words,
    ...{ on: localDate(at), by: byName, thing: turn.kind, imported: importId !== "" },
    fields: [...fields],
  };
}

/** A form that only brought new people changed nothing of the household itself. */
const saysSomething = ({ what, fields }: ReturnType<typeof historyOf>): boolean =>
  what !== "changed" || fields.length > 0;

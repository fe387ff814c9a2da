import { doorId, doors } from "../households/door.ts";
import { type Household, households } from "../households/household.ts";
import { type Resident, residents } from "../households/resident.ts";
import type { Collection, Database, Doc, Where } from "../kernel/database.ts";
import { findAll } from "../kernel/findAll.ts";
import type { ImportedHousehold } from "./import.ts";

/** What the grid database knows of the households of one part. */
export type Known = Readonly<{
  /** Which household is behind a door now, by the id of the door. */
  behind: ReadonlyMap<string, string>;
  households: ReadonlyMap<string, Household>;
  /** Also those who left, by household. */
  residents: ReadonlyMap<string, readonly Resident[]>;
  /** In which household an ID number is registered. */
  registered: ReadonlyMap<string, string>;
}>;

/** Reads it with a few requests for a part of some hundred rows, whatever else there is. */
export async function knownOf(
  db: Database,
  villageId: string,
  part: readonly ImportedHousehold[],
): Promise<Known> {
  const places = part.map((one) => doorId(villageId, one));
  const numbers = part
    .flatMap(({ people }) => people.map(({ idNumber }) => idNumber))
    .filter(Boolean);
  const [taken, sameNumbers] = await Promise.all([
    among(db, doors, "id", places),
    among(db, residents, "idNumber", numbers, { villageId, ended: "" }),
  ]);
  const ids = taken.map(({ householdId }) => householdId);
  const [there, people] = await Promise.all([
    among(db, households, "id", ids),
    among(db, residents, "householdId", ids),
  ]);
  const byHousehold = new Map<string, Resident[]>();
  for (const one of people) {
    byHousehold.set(one.householdId, [...(byHousehold.get(one.householdId) ?? []), one]);
  }
  return {
    behind: new Map(taken.map(({ id, householdId }) => [id, householdId])),
    households: new Map(there.map((household) => [household.id, household])),
    residents: byHousehold,
    registered: new Map(sameNumbers.map(({ idNumber, householdId }) => [idNumber, householdId])),
  };
}

const among = async <T extends Doc>(
  db: Database,
  from: Collection<T>,
  field: keyof T & string,
  values: readonly string[],
  where: Where = {},
): Promise<T[]> =>
  values.length === 0
    ? []
    : findAll(db, from, {
        where: { ...where, [field]: { in: values } },
        orderBy: [["id", "asc"]],
      });

import { refuse } from "../kernel/refusal.ts";
import type { LocalDate } from "../kernel/time.ts";
import type { HouseholdFields, ResidentFields } from "./fields.ts";
import { findable } from "./found.ts";
import { type Household, type Person, peopleMost } from "./household.ts";
import type { Resident } from "./resident.ts";

/** How things of the grid database come to be, from a form or from a row of a spreadsheet. */

type Known = Readonly<{ id: string; villageId: string }>;

export const newHousehold = ({ id, villageId }: Known, fields: HouseholdFields): Household =>
  findable({
    ...{ id, villageId, ...fields },
    ...{ people: [], visitedOn: "", openNeeds: 0, revision: 1, ended: "" },
  });

/** The household with what was typed about it. */
export const mendedHousehold = (household: Household, fields: HouseholdFields): Household =>
  findable({ ...household, ...fields, revision: household.revision + 1 });

/** Nobody is in it any more. */
export const endedHousehold = (household: Household, why: Household["ended"]): Household =>
  findable({ ...household, people: [], revision: household.revision + 1, ended: why });

export const newResident = (
  id: string,
  { villageId, id: householdId, hamlet }: Pick<Household, "id" | "villageId" | "hamlet">,
  fields: ResidentFields,
): Resident => ({
  ...{ id, villageId, householdId, hamlet, ...fields },
  ...{ revision: 1, ended: "", endedOn: "", wentTo: "" },
});

/** The resident with what was typed about them, in the household that was named. */
export const mendedResident = (
  resident: Resident,
  { id: householdId, hamlet }: Pick<Household, "id" | "hamlet">,
  fields: ResidentFields,
): Resident => ({
  ...resident,
  ...{ householdId, hamlet, ...fields },
  revision: resident.revision + 1,
});

/** @param end why, since when, and where they went if anybody knows */
export const endedResident = (
  resident: Resident,
  { why, on, to }: Readonly<{ why: Resident["ended"]; on: LocalDate; to: string }>,
): Resident => ({
  ...resident,
  ...{ ended: why, endedOn: on, wentTo: to, revision: resident.revision + 1 },
});

/**
 * The household with these people among its own, each once.
 * @throws Refusal `household_full`
 */
export function withPeople(household: Household, newcomers: readonly Resident[]): Household {
  const ids = new Set(newcomers.map(({ id }) => id));
  const others = household.people.filter(({ residentId }) => !ids.has(residentId));
  const people = [...others, ...newcomers.map(personOf)];
  if (people.length > peopleMost) refuse("household_full");
  return findable({ ...household, people });
}

export const withoutPerson = (household: Household, residentId: string): Household =>
  findable({
    ...household,
    people: household.people.filter((person) => person.residentId !== residentId),
  });

const personOf = ({ id, name, kind, isRepresentative }: Resident): Person => ({
  ...{ residentId: id, name, kind, isRepresentative },
});

/**
 * Whether a row of a spreadsheet is about somebody who is in the household already: by ID number where both
 * have one, by name and birthday otherwise, of which either may lack the birthday.
 */
export function isSamePerson(
  one: Pick<Resident, "name" | "birthday" | "idNumber">,
  other: Pick<Resident, "name" | "birthday" | "idNumber">,
): boolean {
  if (one.idNumber !== "" && other.idNumber !== "") return one.idNumber === other.idNumber;
  const sameDay = one.birthday === "" || other.birthday === "" || one.birthday === other.birthday;
  return one.name === other.name && sameDay;
}

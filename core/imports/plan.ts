import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Turn } from "../households/change.ts";
import { doorId } from "../households/door.ts";
import type { ResidentFields } from "../households/fields.ts";
import type { Household } from "../households/household.ts";
import {
  isSamePerson,
  mendedHousehold,
  mendedResident,
  newHousehold,
  newResident,
  withPeople,
} from "../households/make.ts";
import type { Resident } from "../households/resident.ts";
import { type ImportedHousehold, type ImportedPerson, noTally, type Tally } from "./import.ts";
import type { Known } from "./known.ts";

/** What the rows of one door come to; no turns where all is known already. */
export type Plan = Readonly<{
  isNew: boolean;
  /** The household's own, when the rows say something new about it. */
  named: readonly Turn[];
  /** The household's list of people, when only that changes. */
  along: readonly Turn[];
  tally: Tally;
}>;

/** Made of what they stand for, so that writing a part twice writes it once. */
export const householdId = (importId: string, { hamlet, door }: ImportedHousehold): string =>
  idFrom(importId, hamlet, door);

const residentId = (importId: string, household: Household, person: ImportedPerson): string =>
  idFrom(importId, household.id, person.name, person.birthday, person.idNumber);

const idFrom = (...parts: readonly string[]): string =>
  bytesToHex(sha256(utf8ToBytes(parts.join("\n")))).slice(0, 32);

/** @throws Refusal `household_full` when the household has filled up since the rows were checked */
export function planOf(
  imported: ImportedHousehold,
  { id: importId, villageId }: Readonly<{ id: string; villageId: string }>,
  known: Known,
): Plan {
  const id = known.behind.get(doorId(villageId, imported)) ?? householdId(importId, imported);
  const before = known.households.get(id);
  const fields = { hamlet: imported.hamlet, door: imported.door, head: imported.head };
  const written = before
    ? withHead(before, imported.head)
    : newHousehold({ id, villageId }, { ...fields, phone: phoneOf(imported), note: "" });
  // People of a household that is not there yet are left over from a writing that broke off.
  const there = before ? (known.residents.get(id) ?? []) : [];
  const turns = imported.people.map((person) => turnOf(person, written, there, importId));
  const people = turns.flatMap((turn) => (typeof turn === "string" ? [] : [turn]));
  const after =
    people.length === 0
      ? written
      : withPeople(
          written,
          people.map((turn) => turn.after),
        );
  const household: Turn = { kind: "household", before: before ?? null, after };
  const headChanged = before !== written;
  return {
    isNew: before === undefined,
    named: [...(headChanged ? [household] : []), ...people],
    along: !headChanged && people.length > 0 ? [household] : [],
    tally: tallyOf(before, headChanged, turns),
  };
}

const withHead = (household: Household, head: string): Household => {
  const { hamlet, door, phone, note } = household;
  return household.head === head
    ? household
    : mendedHousehold(household, { hamlet, door, head, phone, note });
};

/** A new household is called under the number of its head. */
const phoneOf = ({ head, people }: ImportedHousehold): string =>
  people.find(({ name }) => name === head)?.phone ?? "";

type ResidentTurn = Extract<Turn, { kind: "resident" }>;

/** @returns "same" for somebody of whom all is known, "ended" for somebody who left or died */
function turnOf(
  person: ImportedPerson,
  household: Household,
  there: readonly Resident[],
  importId: string,
): ResidentTurn | "same" | "ended" {
  const matches = there.filter((one) => isSamePerson(one, person));
  const before = matches.find(({ ended }) => ended === "");
  if (!before && matches.length > 0) return "ended";
  if (!before) {
    const id = residentId(importId, household, person);
    const after = newResident(id, household, fieldsOf(person));
    return { kind: "resident", before: null, after };
  }
  const after = mendedResident(before, household, over(before, person));
  return isSame(before, after) ? "same" : { kind: "resident", before, after };
}

const fieldsOf = ({ row: _, isRepresentative, ...person }: ImportedPerson): ResidentFields => ({
  ...person,
  isRepresentative: isRepresentative ?? false,
});

/** What the cells say over what is known; an empty one says nothing. */
function over(before: Resident, { row: _, ...person }: ImportedPerson): ResidentFields {
  const { kind, floating } = person;
  return {
    name: person.name,
    kind,
    birthday: person.birthday || before.birthday,
    phone: person.phone || before.phone,
    idNumber: person.idNumber || before.idNumber,
    floating: floating && before.floating ? filledUp(floating, before.floating) : floating,
    isRepresentative: person.isRepresentative ?? before.isRepresentative,
    note: person.note || before.note,
  };
}

type Floating = NonNullable<ResidentFields["floating"]>;

const filledUp = (said: Floating, known: Floating): Floating => ({
  from: said.from,
  since: said.since,
  until: said.until || known.until,
  landlord: said.landlord || known.landlord,
  landlordPhone: said.landlordPhone || known.landlordPhone,
});

const isSame = (one: Resident, other: Resident): boolean => textOf(one) === textOf(other);

const textOf = (resident: Resident): string => {
  const { name, kind, birthday, phone, idNumber, floating, isRepresentative, note } = resident;
  const { from, since, until, landlord, landlordPhone } = floating ?? {};
  const words = [name, kind, birthday, phone, idNumber, isRepresentative, note];
  return JSON.stringify([...words, from, since, until, landlord, landlordPhone]);
};

const tallyOf = (
  before: Household | undefined,
  headChanged: boolean,
  turns: ReadonlyArray<ResidentTurn | "same" | "ended">,
): Tally => ({
  ...noTally,
  newHouseholds: before ? 0 : 1,
  changedHouseholds: before && headChanged ? 1 : 0,
  sameHouseholds: before && !headChanged ? 1 : 0,
  newResidents: turns.filter((turn) => typeof turn !== "string" && !turn.before).length,
  changedResidents: turns.filter((turn) => typeof turn !== "string" && turn.before).length,
  sameResidents: turns.filter((turn) => turn === "same").length,
  endedResidents: turns.filter((turn) => turn === "ended").length,
});

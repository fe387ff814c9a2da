import type { Api } from "../../../../core/api.ts";
import type { Standing } from "../desk";
import { type ClashView, clashViews, type Mending, mendingOf } from "../meeting";
import {
  newPerson,
  type PersonFields,
  type PersonView,
  personLabels,
  personOf,
  personProblem,
  personText,
  personView,
  type Resident,
  residentInput,
} from "../people";

type Input = Api["saveResident"]["input"];

/** One person as they are written about. */
export type Person = Readonly<{ residentId: string; person: Mending<PersonFields> }>;

export const newOne = (residentId: string): Person => ({
  ...{ residentId, person: mendingOf(0, newPerson(undefined)) },
});

export const oneOf = (resident: Resident): Person => ({
  residentId: resident.residentId,
  person: mendingOf(resident.revision, personOf(resident)),
});

export type Ready = Standing &
  Readonly<{
    kind: "ready";
    isNew: boolean;
    name: string;
    person: PersonView;
    clashes: readonly ClashView[];
  }>;

export const toView = ({ person }: Person, standing: Standing): Ready => ({
  ...{ kind: "ready", ...standing, isNew: person.revision === 0, name: person.seen.name },
  person: personView(person.fields),
  clashes: clashViews(person, personLabels, personText),
});

export function problemOf({ person }: Person): string | undefined {
  if (person.clashes.length > 0) return "有一处别人也改了，请先选用哪一个";
  return personProblem(person.fields);
}

/** What is sent; undefined while no kind is chosen. */
export function personInput(
  changeId: string,
  householdId: string,
  { residentId, person }: Person,
): Input | undefined {
  const { revision, fields } = person;
  if (fields.kind === "") return undefined;
  return {
    ...{ changeId, residentId, householdId, revision },
    ...residentInput(fields, fields.kind),
  };
}

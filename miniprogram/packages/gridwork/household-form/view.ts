import type { Api } from "../../../../core/api.ts";
import { together } from "../../../texts/together";
import type { Choice } from "../choice-field/index";
import type { Standing } from "../desk";
import { type ClashView, clashViews, type Mending, mendingOf } from "../meeting";
import {
  kindNames,
  newPerson,
  type PersonFields,
  type PersonView,
  personProblem,
  personView,
  residentInput,
} from "../people";

type Household = Api["getHousehold"]["output"];
type Input = Api["saveHousehold"]["input"];

export type HouseholdFields = Readonly<{
  hamlet: string;
  door: string;
  head: string;
  phone: string;
  note: string;
}>;

/** What is written: a household, and the people who are new in it. */
export type Family = Readonly<{
  householdId: string;
  household: Mending<HouseholdFields>;
  people: readonly PersonFields[];
  /** Whose fields are open: the others are folded to a line. */
  open: number;
}>;

const labels: Readonly<Record<keyof HouseholdFields, string>> = {
  ...{ hamlet: "自然村", door: "门牌号", head: "户主", phone: "电话", note: "备注" },
};

export const fieldsOf = ({ hamlet, door, head, phone, note }: Household): HouseholdFields => ({
  ...{ hamlet, door, head, phone, note },
});

/** @param hamlets of the grid: where there is one, it is that */
export const newFamily = (householdId: string, hamlets: readonly string[]): Family => ({
  householdId,
  household: mendingOf(0, {
    ...{ hamlet: hamlets.length === 1 ? (hamlets[0] ?? "") : "", door: "", head: "" },
    ...{ phone: "", note: "" },
  }),
  people: [],
  open: 0,
});

export const familyOf = (household: Household): Family => ({
  householdId: household.householdId,
  household: mendingOf(household.revision, fieldsOf(household)),
  people: [],
  open: 0,
});

/** The first is whoever the household is called after; the next ones came as the one before. */
export function withOneMore(family: Family): Family {
  const { people, household } = family;
  const { head, phone } = household.fields;
  const next = newPerson(people.at(-1));
  const first = { ...next, name: head.trim(), phone: phone.trim() };
  return {
    ...family,
    people: [...people, people.length === 0 ? first : next],
    open: people.length,
  };
}

export const withPerson = (
  family: Family,
  at: number,
  change: (person: PersonFields) => PersonFields,
): Family => ({
  ...family,
  people: family.people.map((person, index) => (index === at ? change(person) : person)),
});

export const withoutPerson = (family: Family, at: number): Family => ({
  ...family,
  people: family.people.filter((_, index) => index !== at),
  open: -1,
});

export type MemberView = Readonly<{
  index: number;
  title: string;
  about: string;
  isOpen: boolean;
  person: PersonView;
}>;

export type Ready = Standing &
  Readonly<{
    kind: "ready";
    isNew: boolean;
    fields: HouseholdFields;
    hamlets: readonly Choice[];
    people: readonly MemberView[];
    more: string;
    today: string;
    clashes: readonly ClashView[];
  }>;

/** The server refuses more on one form. */
const peopleMost = 20;

export function toView(
  { household, people, open }: Family,
  { hamlets, today }: Readonly<{ hamlets: readonly string[]; today: string }>,
  standing: Standing,
): Ready {
  return {
    ...{ kind: "ready", ...standing, today, fields: household.fields },
    isNew: household.revision === 0,
    hamlets: hamlets.map((hamlet) => ({ id: hamlet, title: hamlet })),
    people: people.map((person, index) => ({
      ...{ index, isOpen: index === open, person: personView(person) },
      title: person.name.trim() || `第${index + 1}个人`,
      about: together(person.kind && kindNames[person.kind], person.from) || "还没填完",
    })),
    more: people.length >= peopleMost ? "" : people.length === 0 ? "加家里人" : "再加一个人",
    clashes: clashViews(household, labels),
  };
}

/** What is still missing, as a request to whoever types. */
export function problemOf({ household, people }: Family): string | undefined {
  const { hamlet, door, head } = household.fields;
  if (household.clashes.length > 0) return "有一处别人也改了，请先选用哪一个";
  if (hamlet === "") return "请选是哪个自然村";
  if (door.trim() === "") return "请写门牌号";
  if (head.trim() === "") return "请写户主";
  return people.map(personProblem).find((problem) => problem !== undefined);
}

/** What is sent. */
export function familyInput(changeId: string, { householdId, household, people }: Family): Input {
  const { hamlet, door, head, phone, note } = household.fields;
  return {
    ...{ changeId, householdId, revision: household.revision, hamlet },
    ...{ door: door.trim(), head: head.trim(), phone: phone.trim(), note: note.trim() },
    people: people.flatMap((person) => (person.kind ? [residentInput(person, person.kind)] : [])),
  };
}

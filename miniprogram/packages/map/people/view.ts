import type { Api } from "../../../../core/api.ts";
import type { Failed, Loading } from "../../../services/load";
import { together } from "../../../texts/together";

type Reply = Api["getGridPeople"]["output"];
type Input = Api["setGridPeople"]["input"];

export type PersonView = Readonly<{ memberId: string; name: string; dutyPhone: string }>;

export type Office = "leader" | "staff";

export type OfficeView = Readonly<{
  office: Office;
  title: string;
  people: readonly PersonView[];
  /** What the line says that adds somebody; "" where there is no room: there is one leader. */
  add: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  name: string;
  revision: number;
  /** The leader's, then the staff's. */
  offices: readonly OfficeView[];
}>;

export type View = Loading | Failed | Ready;

const officeView = (office: Office, people: readonly PersonView[]): OfficeView =>
  office === "leader"
    ? { office, title: "组长", people, add: people.length > 0 ? "" : "定组长" }
    : { office, title: "网格员", people, add: "加网格员" };

export function toView({ grids }: Reply, gridId: string): Ready {
  const grid = grids.find(({ id }) => id === gridId);
  return {
    ...{ kind: "ready", name: grid?.name ?? "", revision: grid?.revision ?? 0 },
    offices: [
      officeView("leader", grid?.leader ? [grid.leader] : []),
      officeView("staff", grid?.staff ?? []),
    ],
  };
}

const changed = (
  view: Ready,
  office: Office,
  change: (people: readonly PersonView[]) => readonly PersonView[],
): Ready => ({
  ...view,
  offices: view.offices.map((one) =>
    one.office === office ? officeView(office, change(one.people)) : one,
  ),
});

/** Somebody chosen takes the office; in one office nobody stands twice. */
export const withPerson = (view: Ready, office: Office, person: PersonView): Ready =>
  changed(view, office, (people) => [
    ...people.filter(({ memberId }) => memberId !== person.memberId),
    person,
  ]);

export const withoutPerson = (view: Ready, office: Office, memberId: string): Ready =>
  changed(view, office, (people) => people.filter((one) => one.memberId !== memberId));

export const withPhone = (
  view: Ready,
  office: Office,
  memberId: string,
  dutyPhone: string,
): Ready =>
  changed(view, office, (people) =>
    people.map((one) => (one.memberId === memberId ? { ...one, dutyPhone } : one)),
  );

/** As the village takes numbers: mobile, landline with its area code, or a short one. */
const phoneShape = /^(|1\d{10}|0\d{2,3}-?\d{7,8}|\d{3,8})$/;

/** Whose number cannot be one; "" when all can. */
export const strangePhone = ({ offices }: Ready): string =>
  offices
    .flatMap(({ people }) => people)
    .find(({ dutyPhone }) => !phoneShape.test(dutyPhone.trim()))?.name ?? "";

export function inputOf({ offices, revision }: Ready, gridId: string): Input {
  const named = (office: Office) =>
    offices
      .filter((one) => one.office === office)
      .flatMap(({ people }) => people)
      .map(({ memberId, dutyPhone }) => ({ memberId, dutyPhone: dutyPhone.trim() }));
  const [leader = null] = named("leader");
  return { gridId, leader, staff: named("staff"), revision };
}

export const foundView = ({ rows }: Api["listMembers"]["output"]) =>
  rows.map(({ memberId, name, ordinal, branch }) => ({
    ...{ memberId, name, about: together(`${ordinal}号`, branch) },
  }));

import type { Api } from "../../../../core/api.ts";
import type { Failed, Loading } from "../../../services/load";
import { together } from "../../../texts/together";

type Reply = Api["getGridPeople"]["output"];
type Input = Api["setGridPeople"]["input"];

export type PersonView = Readonly<{ memberId: string; name: string; dutyPhone: string }>;

export type Ready = Readonly<{
  kind: "ready";
  name: string;
  revision: number;
  leader: PersonView | null;
  staff: readonly PersonView[];
}>;

export type View = Loading | Failed | Ready;

export function toView({ grids }: Reply, gridId: string): Ready {
  const { name, leader, staff, revision } = grids.find(({ id }) => id === gridId) ?? {
    ...{ name: "", leader: null, staff: [], revision: 0 },
  };
  return { kind: "ready", name, revision, leader, staff };
}

/** Who is looked for: there is one leader, and staff may be several. */
export type Office = "leader" | "staff";

/** Somebody chosen takes the office; in one office nobody stands twice. */
export function withPerson(view: Ready, office: Office, person: PersonView): Ready {
  if (office === "leader") return { ...view, leader: person };
  const others = view.staff.filter(({ memberId }) => memberId !== person.memberId);
  return { ...view, staff: [...others, person] };
}

export function withoutPerson(view: Ready, office: Office, memberId: string): Ready {
  if (office === "leader") return { ...view, leader: null };
  return { ...view, staff: view.staff.filter((one) => one.memberId !== memberId) };
}

export function withPhone(view: Ready, office: Office, memberId: string, dutyPhone: string): Ready {
  const changed = (one: PersonView) => (one.memberId === memberId ? { ...one, dutyPhone } : one);
  return office === "leader"
    ? { ...view, leader: view.leader && changed(view.leader) }
    : { ...view, staff: view.staff.map(changed) };
}

/** As the village takes numbers: mobile, landline with its area code, or a short one. */
const phoneShape = /^(|1\d{10}|0\d{2,3}-?\d{7,8}|\d{3,8})$/;

/** Whose number cannot be one; "" when all can. */
export const strangePhone = ({ leader, staff }: Ready): string =>
  [leader, ...staff].find((one) => one && !phoneShape.test(one.dutyPhone.trim()))?.name ?? "";

export const inputOf = ({ leader, staff, revision }: Ready, gridId: string): Input => {
  const named = ({ memberId, dutyPhone }: PersonView) => ({
    memberId,
    dutyPhone: dutyPhone.trim(),
  });
  return { gridId, leader: leader && named(leader), staff: staff.map(named), revision };
};

export const foundView = ({ rows }: Api["listMembers"]["output"]) =>
  rows.map(({ memberId, name, ordinal, branch }) => ({
    ...{ memberId, name, about: together(`${ordinal}号`, branch) },
  }));

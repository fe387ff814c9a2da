import type { Api } from "../../../core/api.ts";
import { together } from "../../texts/together";

export type Role = Api["appoint"]["input"]["roles"][number];

/** Besides being a member, which everybody is. */
export const offices: ReadonlyArray<Readonly<{ role: Role; title: string }>> = [
  { role: "gridStaff", title: "网格员" },
  { role: "secretary", title: "支部书记" },
  { role: "committee", title: "党委委员" },
];

/** "支部书记 · 党委委员" */
export const officesText = (roles: readonly Role[]): string =>
  together(...offices.filter(({ role }) => roles.includes(role)).map(({ title }) => title));

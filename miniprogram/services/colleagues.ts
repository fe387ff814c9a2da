import type { Api } from "../../core/api.ts";
import { call } from "./call";
import { askOrKept } from "./kept";

export type Colleague = Api["listColleagues"]["output"]["rows"][number];
type Of = Api["listColleagues"]["input"]["of"];

/** The members of one's own branch or grid; without a signal as they were last seen. */
export async function colleagues(of: Of): Promise<readonly Colleague[]> {
  const { value } = await askOrKept(`colleagues-${of}`, () => call("listColleagues", { of }));
  return value.rows;
}

/** Those whose name or branch holds what was typed; all when nothing was. */
export function found<Person extends Readonly<{ name: string; branch: string }>>(
  people: readonly Person[],
  typed: string,
): Person[] {
  const wanted = typed.trim();
  return people.filter(({ name, branch }) => name.includes(wanted) || branch.includes(wanted));
}

import type * as z from "zod";
import { branches } from "../branches/branch.ts";
import { grids } from "../grids/grid.ts";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { GetMeInput, GetMeOutput, type MeShape } from "./contract.ts";
import { type Member, members } from "./member.ts";

export const getMe = operation({
  name: "getMe",
  who: ["member"],
  input: GetMeInput,
  output: GetMeOutput,
  async run({ caller, db }) {
    const member = (await db.get(members, caller.id)) ?? refuse("not_found");
    return { ...(await meOf(db, member)), allowed: member.allowed };
  },
});

/** Oneself with the names of branch and grid. */
export async function meOf(db: Database, member: Member): Promise<z.input<typeof MeShape>> {
  const [branch, grid] = await Promise.all([
    db.get(branches, member.branchId),
    db.get(grids, member.gridId),
  ]);
  return {
    memberId: member.id,
    name: member.name,
    branch: branch?.name ?? "",
    grid: grid?.name ?? "",
    hamlet: member.hamlet,
    roles: [...member.roles],
  };
}

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { changing, checkSeen } from "./changing.ts";
import { enterprises } from "./enterprise.ts";
import { EndEnterpriseInput, EndEnterpriseOutput } from "./enterpriseContract.ts";
import { gridOver } from "./may.ts";

/** An enterprise closed or moved away, or was written down by mistake. */
export const endEnterprise = operation({
  name: "endEnterprise",
  who: ["gridStaff", "committee"],
  input: EndEnterpriseInput,
  output: EndEnterpriseOutput,
  async run({ caller, input: { changeId, enterpriseId: id, revision, why }, at, db }) {
    const form = { changeId, kind: "enterprise", thingId: id } as const;
    const { after } = await changing({ db, caller, at }, form, async (tx, grids) => {
      const before = (await tx.get(enterprises, id)) ?? refuse("not_found");
      checkSeen(before, caller.villageId, revision);
      gridOver(caller, grids, before.hamlet);
      const ended = { ...before, revision: revision + 1, ended: why };
      return { of: { kind: "enterprise", before, after: ended } };
    });
    return { revision: after.revision };
  },
});

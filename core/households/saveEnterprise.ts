import { operation } from "../kernel/operation.ts";
import { changing, checkSeen } from "./changing.ts";
import { checkText } from "./checkText.ts";
import { type Enterprise, enterprises } from "./enterprise.ts";
import { SaveEnterpriseInput, SaveEnterpriseOutput } from "./enterpriseContract.ts";
import { gridOver } from "./may.ts";

/** An enterprise is written down or mended, also in another hamlet of the caller's grid. */
export const saveEnterprise = operation({
  name: "saveEnterprise",
  who: ["gridStaff", "committee"],
  input: SaveEnterpriseInput,
  output: SaveEnterpriseOutput,
  async run({ caller, input, at, db, contentCheck }) {
    const { changeId, enterpriseId: id, revision, ...fields } = input;
    const { villageId } = caller;
    await checkText(contentCheck, caller, fields.name, fields.trade, fields.note);
    const form = { changeId, kind: "enterprise", thingId: id } as const;
    const { after } = await changing({ db, caller, at }, form, async (tx, grids) => {
      const before = (await tx.get(enterprises, id)) ?? null;
      checkSeen(before ?? undefined, villageId, revision);
      if (before) gridOver(caller, grids, before.hamlet);
      gridOver(caller, grids, fields.hamlet);
      const saved: Enterprise = { id, villageId, ...fields, revision: revision + 1, ended: "" };
      return { of: { kind: "enterprise", before, after: saved } };
    });
    return { revision: after.revision };
  },
});

import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { branches } from "./branch.ts";
import { OpenBranchInput, OpenBranchOutput } from "./contract.ts";

export const openBranch = operation({
  name: "openBranch",
  who: ["committee"],
  input: OpenBranchInput,
  output: OpenBranchOutput,
  async run({ caller: { villageId }, input, db }) {
    const id = idOf.branch(villageId, input.ordinal);
    await db.transact(async (tx) => {
      if (await tx.get(branches, id)) refuse("already_exists");
      await tx.insert(branches, { id, villageId, ...input });
    });
    return { branchId: id };
  },
});

import { recount } from "../households/recount.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { WithdrawImportInput, WithdrawImportOutput } from "./contract.ts";
import { dropParts } from "./dropParts.ts";
import { checkOwn, imports } from "./import.ts";

/** An import that is not written to its end after all. What is written stays, and is counted. */
export const withdrawImport = operation({
  name: "withdrawImport",
  who: ["committee"],
  input: WithdrawImportInput,
  output: WithdrawImportOutput,
  async run({ caller: { villageId }, input: { importId }, at, db }) {
    const withdrawn = await db.transact(async (tx) => {
      const now = checkOwn(await tx.get(imports, importId), villageId);
      if (now.status === "written") refuse("import_written");
      const next = { ...now, status: "withdrawn" as const };
      await tx.put(imports, next);
      return next;
    });
    await dropParts(db, { importId });
    if (withdrawn.done > 0) await recount(db, villageId, at);
    return { status: withdrawn.status, done: withdrawn.done };
  },
});

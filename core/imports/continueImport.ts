import { recount } from "../households/recount.ts";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { ContinueImportInput, ContinueImportOutput } from "./contract.ts";
import { checkOwn, type Import, importPartId, importParts, imports } from "./import.ts";
import { writePart } from "./writePart.ts";

/**
 * Writes one part of a checked import. The phone calls it part after part; whoever of the committee calls goes
 * on where the last one stopped. With the last part everything is counted anew.
 */
export const continueImport = operation({
  name: "continueImport",
  who: ["committee"],
  input: ContinueImportInput,
  output: ContinueImportOutput,
  async run({ caller, input: { importId, part, leaveOut }, at, db }) {
    const { villageId } = caller;
    const known = checkOwn(await db.get(imports, importId), villageId);
    if (known.status === "withdrawn") refuse("import_withdrawn");
    if (known.problemRows > 0 && !leaveOut) refuse("import_problems");
    if (known.status === "checking" || part > known.done) refuse("invalid_input");
    if (part < known.done || known.status === "written") return progressOf(known);
    const kept = await db.get(importParts, importPartId(importId, part));
    // Another phone has written it between our two readings.
    if (!kept) return progressOf(checkOwn(await db.get(imports, importId), villageId));
    const pen = { villageId, by: caller.id, byName: caller.name, at, importId };
    await writePart(db, kept.households, pen);
    if (part + 1 === known.parts) await recount(db, villageId, at);
    return progressOf(await advance(db, importId, part));
  },
});

const progressOf = ({ status, parts, done }: Import) => ({ status, parts, done });

/** A written part is not kept: it holds what stands in the grid database now. */
const advance = (db: Database, importId: string, part: number): Promise<Import> =>
  db.transact(async (tx) => {
    const now = (await tx.get(imports, importId)) ?? refuse("not_found");
    if (now.done > part) return now;
    const done = part + 1;
    const status = done === now.parts ? "written" : "writing";
    // Withdrawn meanwhile, it stays so; what was written is told.
    const next: Import = { ...now, done, status: now.status === "withdrawn" ? now.status : status };
    await tx.put(imports, next);
    await tx.remove(importParts, importPartId(importId, part));
    return next;
  });

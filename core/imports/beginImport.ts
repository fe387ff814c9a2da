import { gridsOf } from "../grids/grid.ts";
import type { Database } from "../kernel/database.ts";
import { type Caller, operation } from "../kernel/operation.ts";
import type { Table, Tables } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Instant, localDate } from "../kernel/time.ts";
import { checkTable } from "./checkTable.ts";
import { comparedAtOnce, compareParts } from "./compareParts.ts";
import { BeginImportInput, BeginImportOutput } from "./contract.ts";
import {
  checkOwn,
  type Import,
  importPartId,
  importParts,
  imports,
  inParts,
  noTally,
  problemsMost,
} from "./import.ts";
import { shapeOf } from "./shape.ts";

/**
 * Checks a spreadsheet row by row against the rules of the forms, and then, call after call, against what is
 * known; keeps what is in order until somebody has it written. Nothing of the grid database changes.
 */
export const beginImport = operation({
  name: "beginImport",
  who: ["committee"],
  input: BeginImportInput,
  output: BeginImportOutput,
  async run({ caller, input: { importId, fileId }, at, db, tables, files }) {
    const known = await db.get(imports, importId);
    if (known) {
      checkOwn(known, caller.villageId);
      return shapeOf(known.status === "checking" ? await compareParts(db, known) : known);
    }
    if (!fileId) refuse("not_found");
    const made = await readSheet(db, await tableIn(tables, fileId), { importId, caller, at });
    // The file holds what nobody should read twice.
    await files.remove([fileId]);
    return shapeOf(made.parts <= comparedAtOnce ? await compareParts(db, made) : made);
  },
});

async function tableIn(tables: Tables, fileId: string): Promise<Table> {
  const table = await tables.read(fileId);
  if (table === "too_large") refuse("table_too_large");
  return table === "unreadable" ? refuse("table_unreadable") : table;
}

/** Parts kept side by side. */
const sideBySide = 4;

async function readSheet(
  db: Database,
  table: Table,
  { importId, caller, at }: Readonly<{ importId: string; caller: Caller; at: Instant }>,
): Promise<Import> {
  const { villageId } = caller;
  const grids = await gridsOf(db, villageId);
  const hamlets = new Set(grids.flatMap((grid) => grid.hamlets));
  const checked = checkTable(table, hamlets, localDate(at));
  const parts = inParts(checked.households).map((households, part) => ({
    ...{ id: importPartId(importId, part), villageId, importId, part, at, households },
  }));
  for (let start = 0; start < parts.length; start += sideBySide) {
    const some = parts.slice(start, start + sideBySide);
    await Promise.all(some.map((part) => db.insertNew(importParts, part)));
  }
  const made: Import = {
    ...{ id: importId, villageId, by: caller.id, byName: caller.name, at },
    ...{ status: "checking", rows: checked.rows, parts: parts.length, compared: 0, done: 0 },
    tally: noTally,
    problemRows: new Set(checked.problems.map(({ row }) => row)).size,
    problems: checked.problems.slice(0, problemsMost),
    unknownColumns: checked.unknownColumns,
  };
  await db.insertNew(imports, made);
  return made;
}

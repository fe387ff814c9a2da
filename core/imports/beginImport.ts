import { gridsOf } from "../grids/grid.ts";
import { doorId } from "../households/door.ts";
import type { Database } from "../kernel/database.ts";
import { type Caller, operation } from "../kernel/operation.ts";
import type { Table, Tables } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { checkTable } from "./checkTable.ts";
import { columnNames } from "./columns.ts";
import { BeginImportInput, BeginImportOutput } from "./contract.ts";
import {
  checkOwn,
  type Import,
  type ImportedHousehold,
  importPartId,
  importParts,
  imports,
  inParts,
  type Problem,
  sumOfTallies,
  type Tally,
} from "./import.ts";
import { type Known, knownOf } from "./known.ts";
import { planOf } from "./plan.ts";
import { shapeOf } from "./shape.ts";

/**
 * Checks a spreadsheet row by row against the rules of the forms and against what is known, and keeps what is
 * in order until somebody has it written. Nothing of the grid database changes.
 */
export const beginImport = operation({
  name: "beginImport",
  who: ["committee"],
  input: BeginImportInput,
  output: BeginImportOutput,
  async run({ caller, input: { importId, fileId }, at, db, tables, files }) {
    const known = await db.get(imports, importId);
    if (known) return shapeOf(checkOwn(known, caller.villageId));
    const [table, grids] = await Promise.all([
      tableIn(tables, fileId),
      gridsOf(db, caller.villageId),
    ]);
    const checked = checkTable(table, new Set(grids.flatMap(({ hamlets }) => hamlets)));
    const parts = await keepParts(db, inParts(checked.households), { importId, caller, at });
    const problems = [...checked.problems, ...parts.flatMap((part) => part.problems)];
    const made: Import = {
      ...{ id: importId, villageId: caller.villageId, by: caller.id, byName: caller.name, at },
      ...{ status: "checked", rows: checked.rows, parts: parts.length, done: 0 },
      tally: sumOfTallies(parts.map(({ tally }) => tally)),
      problemRows: new Set(problems.map(({ row }) => row)).size,
      problems: problems.sort((one, other) => one.row - other.row).slice(0, problemsMost),
      unknownColumns: checked.unknownColumns,
    };
    await db.insertNew(imports, made);
    // The file holds what nobody should read twice.
    await files.remove([fileId]);
    return shapeOf(made);
  },
});

/** More is not read anyway: the file is mended, and chosen again. */
const problemsMost = 100;

/** Parts looked at side by side. */
const sideBySide = 4;

async function tableIn(tables: Tables, fileId: string): Promise<Table> {
  const table = await tables.read(fileId);
  if (table === "too_large") refuse("table_too_large");
  return table === "unreadable" ? refuse("table_unreadable") : table;
}

type Begun = Readonly<{ importId: string; caller: Caller; at: Instant }>;
type KeptPart = Readonly<{ tally: Tally; problems: readonly Problem[] }>;

async function keepParts(
  db: Database,
  parts: readonly ImportedHousehold[][],
  begun: Begun,
): Promise<KeptPart[]> {
  const kept: KeptPart[] = [];
  for (let start = 0; start < parts.length; start += sideBySide) {
    const some = parts.slice(start, start + sideBySide);
    kept.push(
      ...(await Promise.all(some.map((part, at) => keepPart(db, part, start + at, begun)))),
    );
  }
  return kept;
}

async function keepPart(
  db: Database,
  part: readonly ImportedHousehold[],
  at: number,
  { importId, caller: { villageId }, at: now }: Begun,
): Promise<KeptPart> {
  const known = await knownOf(db, villageId, part);
  const problems: Problem[] = [];
  const households = part.map((one) => withoutRegistered(one, villageId, known, problems));
  const id = importPartId(importId, at);
  await db.insertNew(importParts, { id, villageId, importId, part: at, at: now, households });
  const plans = households.map((one) => planOf(one, { id: importId, villageId }, known));
  return { tally: sumOfTallies(plans.map(({ tally }) => tally)), problems };
}

/** Nobody is registered twice: who lives behind another door by our records is moved there by hand. */
function withoutRegistered(
  household: ImportedHousehold,
  villageId: string,
  { behind, registered }: Known,
  problems: Problem[],
): ImportedHousehold {
  const own = behind.get(doorId(villageId, household));
  const people = household.people.filter(({ row, idNumber }) => {
    const where = registered.get(idNumber);
    if (where === undefined || where === own) return true;
    problems.push({ row, column: columnNames.idNumber, sentence: "已经登记在别的户，请用迁户" });
    return false;
  });
  return { ...household, people };
}

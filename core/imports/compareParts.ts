import { doorId } from "../households/door.ts";
import type { Database } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import { columnNames } from "./columns.ts";
import {
  type Import,
  type ImportedHousehold,
  type ImportPart,
  importPartId,
  importParts,
  imports,
  type Problem,
  problemsMost,
  sumOfTallies,
  type Tally,
} from "./import.ts";
import { type Known, knownOf } from "./known.ts";
import { planOf } from "./plan.ts";

/** Parts compared in one call: some 5,000 rows, far below a function's 30 seconds. */
export const comparedAtOnce = 10;

/** Compares the next parts of an import with what is known, once each, whoever calls. */
export async function compareParts(db: Database, begun: Import): Promise<Import> {
  const through = Math.min(begun.compared + comparedAtOnce, begun.parts);
  const ids = Array.from({ length: through - begun.compared }, (_, at) =>
    importPartId(begun.id, begun.compared + at),
  );
  const parts = await db.find(importParts, {
    where: { id: { in: ids } },
    limit: comparedAtOnce,
  });
  const compared: Compared[] = [];
  for (const part of parts) compared.push(await comparePart(db, part));
  const problems = compared.flatMap((one) => one.problems);
  return db.transact(async (tx) => {
    const now = (await tx.get(imports, begun.id)) ?? refuse("not_found");
    if (now.compared !== begun.compared || now.status !== "checking") return now;
    for (const { part, problems: own } of compared) {
      if (own.length > 0) await tx.put(importParts, part);
    }
    const next: Import = {
      ...now,
      status: through === now.parts ? "checked" : "checking",
      compared: through,
      tally: sumOfTallies([now.tally, ...compared.map(({ tally }) => tally)]),
      problemRows: now.problemRows + problems.length,
      problems: [...now.problems, ...problems]
        .sort((one, other) => one.row - other.row)
        .slice(0, problemsMost),
    };
    await tx.put(imports, next);
    return next;
  });
}

type Compared = Readonly<{ part: ImportPart; tally: Tally; problems: readonly Problem[] }>;

async function comparePart(db: Database, part: ImportPart): Promise<Compared> {
  const { villageId, importId } = part;
  const known = await knownOf(db, villageId, part.households);
  const problems: Problem[] = [];
  const households = part.households.map((one) =>
    withoutRegistered(one, villageId, known, problems),
  );
  const plans = households.map((one) => planOf(one, { id: importId, villageId }, known));
  const tally = sumOfTallies(plans.map((plan) => plan.tally));
  return { part: { ...part, households }, tally, problems };
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

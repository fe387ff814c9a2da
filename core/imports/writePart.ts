import { changes, type Turn } from "../households/change.ts";
import { doorId, doors } from "../households/door.ts";
import { households } from "../households/household.ts";
import { changeOf, keep, type Pen } from "../households/keep.ts";
import { residents } from "../households/resident.ts";
import type { Database } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import type { ImportedHousehold } from "./import.ts";
import { knownOf } from "./known.ts";
import { householdId, type Plan, planOf } from "./plan.ts";

/** Changed households written side by side, each in a transaction of its own. */
const sideBySide = 10;

/**
 * Writes the households of one part. Doors come first, so that nobody else takes them meanwhile; a household
 * comes after its people, so that one that is there is whole. Writing a part again adds nothing.
 *
 * New households do not add to the numbers of their hamlets: the import counts anew when all is written.
 */
export async function writePart(
  db: Database,
  part: readonly ImportedHousehold[],
  pen: Pen,
): Promise<void> {
  const { villageId, importId } = pen;
  const places = part.map((one) => ({
    ...{ id: doorId(villageId, one), villageId },
    householdId: householdId(importId, one),
  }));
  await db.insertMissing(doors, places);
  const known = await knownOf(db, villageId, part);
  const plans = part.map((one) => planOf(one, { id: importId, villageId }, known));
  await writeNew(db, plans, pen);
  const changed = part.filter((_, index) => {
    const plan = plans[index];
    return plan && !plan.isNew && plan.named.length > 0;
  });
  for (let start = 0; start < changed.length; start += sideBySide) {
    const some = changed.slice(start, start + sideBySide);
    await Promise.all(some.map((one) => writeChanged(db, one, pen)));
  }
}

async function writeNew(db: Database, plans: readonly Plan[], pen: Pen): Promise<void> {
  const turns = plans.flatMap(({ isNew, named }) => (isNew ? named : []));
  await db.insertMissing(
    residents,
    turns.flatMap((turn) => (turn.kind === "resident" ? [turn.after] : [])),
  );
  await db.insertMissing(
    changes,
    turns.map((turn) => changeOf(changeId(turn, pen), turn, pen)),
  );
  await db.insertMissing(
    households,
    turns.flatMap((turn) => (turn.kind === "household" ? [turn.after] : [])),
  );
}

/** How often a household that somebody changes meanwhile is looked at anew. */
const roundsMost = 5;

/** @throws Refusal `busy` when somebody changes the household all the while */
async function writeChanged(db: Database, household: ImportedHousehold, pen: Pen): Promise<void> {
  const { villageId, importId } = pen;
  for (let round = 1; round <= roundsMost; round++) {
    const known = await knownOf(db, villageId, [household]);
    const plan = planOf(household, { id: importId, villageId }, known);
    if (plan.named.length === 0 || (await writePlan(db, plan, pen))) return;
  }
  refuse("busy");
}

/** @returns false when something is not any more as it was read */
const writePlan = (db: Database, { named, along }: Plan, pen: Pen): Promise<boolean> =>
  db.transact(async (tx) => {
    for (const { kind, before, after } of [...named, ...along]) {
      const now =
        kind === "household"
          ? await tx.get(households, after.id)
          : await tx.get(residents, after.id);
      if (JSON.stringify(now ?? null) !== JSON.stringify(before)) return false;
    }
    await keep(tx, { named: named.map((turn) => [changeId(turn, pen), turn]), along }, pen);
    return true;
  });

/** One thing is changed once by an import; a second time only when somebody undid the first by hand. */
const changeId = ({ before, after }: Turn, { importId }: Pen): string =>
  `${importId}_${after.id}_${before?.revision ?? 0}`;

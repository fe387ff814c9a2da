import { type Grid, gridsOf } from "../grids/grid.ts";
import type { Database, Transaction } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { type Change, changes, type Turn } from "./change.ts";
import { keep } from "./keep.ts";

/** What a form wants: `changeId` names the form, `thingId` what it is about. */
type Form = Readonly<{ changeId: string; kind: Turn["kind"]; thingId: string }>;

/**
 * What follows from a form.
 * @property of the thing that the form is about
 * @property others that change with it and are kept in the history too
 * @property along that follow and say nothing of their own
 */
type Deed = Readonly<{ of: Turn; others?: readonly Turn[]; along?: readonly Turn[] }>;

/**
 * Decides and writes one form in one transaction. Sent again, it finds its own change and writes nothing.
 * @param decide reads and decides; its transaction may run more than once
 * @returns the change of the thing that the form is about
 * @throws Refusal `already_exists` when the form's id was used for something else
 */
export async function changing(
  { db, caller, at }: Readonly<{ db: Database; caller: Caller; at: Instant }>,
  { changeId, kind, thingId }: Form,
  decide: (tx: Transaction, grids: readonly Grid[]) => Promise<Deed>,
): Promise<Change> {
  const { villageId, id: by, name: byName } = caller;
  const grids = await gridsOf(db, villageId);
  return db.transact(async (tx) => {
    const known = await tx.get(changes, changeId);
    if (known) {
      const same = known.kind === kind && known.thingId === thingId && known.by === by;
      return same ? known : refuse("already_exists");
    }
    const { of, others = [], along = [] } = await decide(tx, grids);
    const named = [of, ...others].map((turn, at) => [idAt(changeId, at), turn] as const);
    const [change] = await keep(tx, { named, along }, { villageId, by, byName, at, importId: "" });
    return change ?? refuse("internal");
  });
}

/** The form's own id is for the thing it is about; what else is on it is numbered from 1. */
export const idAt = (changeId: string, at: number): string =>
  at === 0 ? changeId : `${changeId}-${at}`;

type Kept = Readonly<{ villageId: string; revision: number; ended: string }>;

/**
 * Whether something can be written over.
 * @param before what is there; undefined when nothing is
 * @param seen the revision that the person saw; 0 when they write something new
 * @throws Refusal `not_found` (also another village's), `no_longer_kept`, `changed_meanwhile`
 */
export function checkSeen(before: Kept | undefined, villageId: string, seen: number): void {
  if (!before && seen !== 0) refuse("not_found");
  if (before) checkKept(before, villageId);
  if (before && before.revision !== seen) refuse("changed_meanwhile");
}

/** @throws Refusal `not_found` (another village's), `no_longer_kept` */
export function checkKept(thing: Omit<Kept, "revision">, villageId: string): void {
  if (thing.villageId !== villageId) refuse("not_found");
  if (thing.ended !== "") refuse("no_longer_kept");
}

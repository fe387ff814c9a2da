import type { Transaction } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";
import { type Change, changes, type Turn } from "./change.ts";
import { differencesOf } from "./counts.ts";
import { enterprises } from "./enterprise.ts";
import { households } from "./household.ts";
import {
  type Counts,
  type HamletNumbers,
  hamletNumbers,
  hamletNumbersId,
  isNothing,
  noCounts,
  plus,
} from "./numbers.ts";
import { residents } from "./resident.ts";

/** Who changes something, when, and by which form or spreadsheet. */
export type Pen = Readonly<{
  villageId: string;
  by: string;
  byName: string;
  at: Instant;
  /** The import that writes; "" by hand. */
  importId: string;
}>;

/**
 * What is written together.
 * @property named changes that people made, each with the id under which it is kept
 * @property along what follows from them: a household's list of people, the people of one that moves
 */
export type Writing = Readonly<{
  named: ReadonlyArray<readonly [changeId: string, turn: Turn]>;
  along: readonly Turn[];
}>;

/**
 * Writes things, their changes and the numbers of their hamlets; all in the caller's transaction.
 * @returns the changes, in the order of `named`
 */
export async function keep(
  tx: Transaction,
  { named, along }: Writing,
  pen: Pen,
): Promise<Change[]> {
  const turns = [...named.map(([, turn]) => turn), ...along];
  for (const [hamlet, difference] of differencesOf(turns)) {
    if (!isNothing(difference)) await addTo(tx, hamlet, difference, pen);
  }
  for (const turn of turns) await put(tx, turn);
  const kept = named.map(([id, turn]) => changeOf(id, turn, pen));
  for (const change of kept) await tx.insert(changes, change);
  return kept;
}

async function addTo(
  tx: Transaction,
  hamlet: string,
  difference: Counts,
  { villageId, at }: Pen,
): Promise<void> {
  const id = hamletNumbersId(villageId, hamlet);
  const numbers = (await tx.get(hamletNumbers, id)) ?? noNumbers(villageId, hamlet, at);
  const revision = numbers.revision + 1;
  await tx.put(hamletNumbers, {
    ...numbers,
    ...plus(numbers, difference),
    revision,
    changedAt: at,
  });
}

/** A hamlet of which nothing was ever counted. */
export const noNumbers = (villageId: string, hamlet: string, at: Instant): HamletNumbers => ({
  ...{ id: hamletNumbersId(villageId, hamlet), villageId, hamlet },
  ...{ ...noCounts, revision: 0, changedAt: at },
});

function put(tx: Transaction, turn: Turn): Promise<void> {
  switch (turn.kind) {
    case "household":
      return tx.put(households, turn.after);
    case "resident":
      return tx.put(residents, turn.after);
    case "enterprise":
      return tx.put(enterprises, turn.after);
  }
}

/** The change under which a turn is remembered. */
export function changeOf(
  id: string,
  turn: Turn,
  { villageId, by, byName, at, importId }: Pen,
): Change {
  const householdId = householdOf(turn);
  const thingId = turn.after.id;
  return { ...turn, id, villageId, thingId, householdId, by, byName, at, importId };
}

function householdOf({ kind, after }: Turn): string {
  if (kind === "enterprise") return "";
  return kind === "household" ? after.id : after.householdId;
}

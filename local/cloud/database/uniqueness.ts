import { CloudError } from "../wire.ts";
import type { KeyIndex } from "./keyIndex.ts";
import { valueAt } from "./place.ts";
import type { Row } from "./sortedEntries.ts";
import type { Change, Collection } from "./store.ts";
import type { Value } from "./value.ts";

/** How a change moves a document in one unique index: which keys it leaves and which it takes. */
export type Move = Readonly<{ index: KeyIndex; lost: readonly Key[]; gained: readonly Key[] }>;

/** @property name unique among all keys of all indexes and collections */
export type Key = Readonly<{ key: string; name: string }>;

/** @throws CloudError when an index, unique or not, cannot hold the new document */
export function movesOf({ collection, before, after }: Change): Move[] {
  return collection.indexes.flatMap((index) => {
    const now = after ? index.keysOf(after) : [];
    if (!index.unique) return [];
    const old = before ? index.keysOf(before) : [];
    const named = (key: string): Key => ({
      key,
      name: `${collection.name}\0${index.name}\0${key}`,
    });
    const lost = old.filter((key) => !now.includes(key)).map(named);
    const gained = now.filter((key) => !old.includes(key)).map(named);
    return [{ index, lost, gained }];
  });
}

/**
 * Refuses changes that, taken together, would leave two documents with one key of a unique index.
 * @param onTaken called with the stored document that has the key, before it is refused; may throw
 */
export function checkUnique(
  changes: readonly Change[],
  onTaken?: (collection: Collection, holder: Row) => void,
): void {
  const all = changes.map((change) => ({ change, moves: movesOf(change) }));
  const lost = all.flatMap(({ moves }) => moves.flatMap((move) => move.lost));
  const freed = new Set(lost.map(({ name }) => name));
  const taken = new Set<string>();
  for (const { change, moves } of all) {
    for (const { index, gained } of moves) {
      for (const { key, name } of gained) {
        const holder = freed.has(name) ? undefined : index.holder(key);
        if (holder) onTaken?.(change.collection, holder);
        if (holder || taken.has(name)) throw duplicate(change, index);
        taken.add(name);
      }
    }
  }
}

function duplicate({ collection, after }: Change, index: KeyIndex): CloudError {
  const key = index.fields.map(({ path }) => {
    return [path.join("."), (after && valueAt(after, path)) ?? null];
  });
  return duplicateKey(collection.name, index.name, Object.fromEntries(key));
}

export function duplicateKey(collection: string, index: string, key: Value): CloudError {
  return new CloudError(
    "DATABASE_DUPLICATE_WRITE",
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${JSON.stringify(key)}`,
  );
}

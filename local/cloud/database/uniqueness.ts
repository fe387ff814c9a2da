import { CloudError } from "../wire.ts";
import type { KeyIndex } from "./keyIndex.ts";
import { valueAt } from "./place.ts";
import type { Row } from "./sortedEntries.ts";
import type { Change, Collection, Move } from "./store.ts";
import type { Value } from "./value.ts";

/** A key of a unique index, under a name that no other key of any index has. */
export type UniqueKey = Readonly<{ index: KeyIndex; key: string; name: string }>;

/** The keys of unique indexes that a change leaves and takes. */
export function uniqueKeysOf({ change, keyMoves }: Move) {
  const { collection } = change;
  const named = (which: "lost" | "gained"): UniqueKey[] =>
    collection.indexes.flatMap((index, at) => {
      const keys = index.unique ? (keyMoves[at]?.[which] ?? []) : [];
      return keys.map((key) => ({ index, key, name: `${collection.name}\0${index.name}\0${key}` }));
    });
  return { lost: named("lost"), gained: named("gained") };
}

/**
 * Refuses moves that, taken together, would leave two documents with one key of a unique index.
 * @param onTaken called with the stored document that has the key, before it is refused; may throw
 */
export function checkUnique(
  moves: readonly Move[],
  onTaken?: (collection: Collection, holder: Row) => void,
): void {
  const all = moves.map((move) => ({ change: move.change, keys: uniqueKeysOf(move) }));
  const freed = new Set(all.flatMap(({ keys }) => keys.lost.map(({ name }) => name)));
  const taken = new Set<string>();
  for (const { change, keys } of all) {
    for (const { index, key, name } of keys.gained) {
      const holder = freed.has(name) ? undefined : index.holder(key);
      if (holder) onTaken?.(change.collection, holder);
      if (holder || taken.has(name)) throw duplicate(change, index);
      taken.add(name);
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
    `E11000 duplicate key error collection: ${collection} index: ${index} ` +
      `dup key: ${JSON.stringify(key)}`,
  );
}

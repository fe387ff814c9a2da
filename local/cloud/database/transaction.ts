import { randomUUID } from "node:crypto";
import type { Change, Collection, Move } from "./store.ts";
import type { Document } from "./value.ts";

/**
 * What a reader sees.
 * @property overlay the documents of a collection that the reader sees otherwise than they are
 *   stored now, by encoded id; undefined for one it does not see
 */
export type View = Readonly<{
  get(collection: Collection, id: string): Document | undefined;
  overlay(collection: Collection): ReadonlyMap<string, Document | undefined>;
}>;

/** Sees what is stored. */
export const committed: View = {
  get: (collection, id) => collection.rows.get(id)?.document,
  overlay: () => new Map(),
};

/** An open transaction. A document's name is its collection's and its id, see `documentName`. */
export type Transaction = Readonly<{
  id: string;
  /** What it would change, by document. */
  staged: Map<string, Move>;
  /** What others changed since its snapshot, by document: the first change of each. */
  replaced: Map<string, Change>;
  locks: Set<string>;
  /** Resolves when it is committed or aborted. */
  ended: Promise<void>;
  markEnded(): void;
  view: View;
}>;

export function newTransaction(): Transaction {
  const staged = new Map<string, Move>();
  const replaced = new Map<string, Change>();
  let markEnded = () => {};
  const ended = new Promise<void>((resolve) => {
    markEnded = resolve;
  });
  const view: View = {
    get(collection, id) {
      const name = documentName({ collection, id });
      const own = staged.get(name);
      if (own) return own.change.after;
      const other = replaced.get(name);
      return other ? other.before : committed.get(collection, id);
    },
    overlay(collection) {
      const ofCollection = (change: Change) => change.collection === collection;
      const others = [...replaced.values()].filter(ofCollection);
      const own = Array.from(staged.values(), ({ change }) => change).filter(ofCollection);
      return new Map([
        ...others.map(({ id, before }) => [id, before] as const),
        ...own.map(({ id, after }) => [id, after] as const),
      ]);
    },
  };
  return { id: randomUUID(), staged, replaced, locks: new Set(), ended, markEnded, view };
}

export function documentName({ collection, id }: Pick<Change, "collection" | "id">): string {
  return `${collection.name}\0${id}`;
}

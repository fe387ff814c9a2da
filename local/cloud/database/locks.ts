import type { Move } from "./store.ts";
import { documentName, type Transaction } from "./transaction.ts";
import { uniqueKeysOf } from "./uniqueness.ts";

/** Who has written or taken what: documents, and keys of unique indexes, by their names. */
export type LockTable = Readonly<{
  /** @returns whether the transaction has the lock now */
  take(name: string, transaction: Transaction): boolean;
  holderOfAny(names: readonly string[]): Transaction | undefined;
  /** Gives back everything that the transaction has. */
  release(transaction: Transaction): void;
}>;

export function lockTable(): LockTable {
  const holders = new Map<string, Transaction>();
  return {
    take(name, transaction) {
      const holder = holders.get(name) ?? transaction;
      if (holder !== transaction) return false;
      holders.set(name, transaction);
      transaction.locks.add(name);
      return true;
    },
    holderOfAny: (names) =>
      names.map((name) => holders.get(name)).find((holder) => holder !== undefined),
    release(transaction) {
      for (const name of transaction.locks) holders.delete(name);
    },
  };
}

/** The document that moves, and the unique keys that it leaves and takes. */
export function locksOf(move: Move): string[] {
  const { lost, gained } = uniqueKeysOf(move);
  return [documentName(move.change), ...[...lost, ...gained].map(({ name }) => name)];
}

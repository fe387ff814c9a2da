import { CloudError } from "../wire.ts";
import { type Change, type Move, moveOf, type Store } from "./store.ts";
import {
  committed,
  documentName,
  newTransaction,
  type Transaction,
  type View,
} from "./transaction.ts";
import { checkUnique, uniqueKeysOf } from "./uniqueness.ts";

/** What a write comes to: the changes to make and the answer once they are made. */
export type Prepared<T> = Readonly<{ changes: readonly Change[]; result: T }>;

/**
 * Snapshot isolation as MongoDB has it. A transaction reads what was committed before its first
 * operation, and its own writes. Of two that write one document, or take one key of a unique
 * index, the second is aborted at once: it conflicts. A write outside of transactions waits
 * instead. Any error inside a transaction aborts it.
 *
 * Only what carries a transaction's id belongs to it. The SDKs send none with `count`, `aggregate`
 * and `where().update/remove`: these see and change what is committed, and wait for locks, even
 * those of the transaction they are called in.
 */
export type Transactions = Readonly<{
  begin(): string;
  /** @param id undefined outside of transactions */
  read<T>(id: string | undefined, run: (view: View) => T): T;
  /** @param prepare may run several times; it works out changes and makes none itself */
  write<T>(id: string | undefined, prepare: (view: View) => Prepared<T>): Promise<T>;
  commit(id: string): void;
  abort(id: string): void;
  /** Aborts all. */
  close(): void;
}>;

/** @param seconds after which a transaction that has not ended is aborted */
export function openTransactions(store: Store, seconds: number): Transactions {
  const open = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>();
  const locks = lockTable();
  /** Those that have a snapshot. */
  const active = new Set<Transaction>();

  function end(transaction: Transaction): void {
    clearTimeout(open.get(transaction.id)?.timer);
    open.delete(transaction.id);
    active.delete(transaction);
    locks.release(transaction);
    transaction.markEnded();
  }

  /** The open transaction, with its snapshot from now on; an error that `run` throws aborts it. */
  function inside<T>(id: string, run: (transaction: Transaction) => T): T {
    const transaction = open.get(id)?.transaction;
    if (!transaction) throw noSuchTransaction();
    active.add(transaction);
    try {
      return run(transaction);
    } catch (error) {
      end(transaction);
      throw error;
    }
  }

  function commitMoves(moves: readonly Move[]): void {
    if (moves.length > 0) store.write(moves);
    for (const { change } of moves) {
      const name = documentName(change);
      for (const { replaced } of active) if (!replaced.has(name)) replaced.set(name, change);
    }
  }

  return {
    begin() {
      const transaction = newTransaction();
      const timer = setTimeout(() => end(transaction), seconds * 1000).unref();
      open.set(transaction.id, { transaction, timer });
      return transaction.id;
    },

    read: (id, run) => (id === undefined ? run(committed) : inside(id, ({ view }) => run(view))),

    async write(id, prepare) {
      if (id !== undefined) {
        return inside(id, (transaction) => {
          const { changes, result } = prepare(transaction.view);
          for (const change of changes) stage(transaction, change, locks);
          checkAgainstSnapshot(transaction);
          return result;
        });
      }
      for (;;) {
        const { changes, result } = prepare(committed);
        const moves = changes.map(moveOf);
        const holder = locks.holderOfAny(moves.flatMap(locksOf));
        if (!holder) {
          checkUnique(moves);
          commitMoves(moves);
          return result;
        }
        await holder.ended;
      }
    },

    commit: (id) =>
      inside(id, (transaction) => {
        active.delete(transaction);
        commitMoves([...transaction.staged.values()]);
        end(transaction);
      }),

    abort: (id) => inside(id, end),

    close() {
      for (const { transaction } of [...open.values()]) end(transaction);
    },
  };
}

/** Names of what a transaction has written or taken: documents, and keys of unique indexes. */
function lockTable() {
  const holders = new Map<string, Transaction>();
  return {
    /** @returns whether the transaction has the lock now */
    take(name: string, transaction: Transaction): boolean {
      const holder = holders.get(name) ?? transaction;
      if (holder !== transaction) return false;
      holders.set(name, transaction);
      transaction.locks.add(name);
      return true;
    },
    holderOfAny: (names: readonly string[]) =>
      names.map((name) => holders.get(name)).find((holder) => holder !== undefined),
    release(transaction: Transaction): void {
      for (const name of transaction.locks) holders.delete(name);
    },
  };
}

function locksOf(move: Move): string[] {
  const { lost, gained } = uniqueKeysOf(move);
  return [documentName(move.change), ...[...lost, ...gained].map(({ name }) => name)];
}

function stage(
  transaction: Transaction,
  change: Change,
  locks: ReturnType<typeof lockTable>,
): void {
  const name = documentName(change);
  const earlier = transaction.staged.get(name)?.change;
  const move = moveOf(earlier ? { ...change, before: earlier.before } : change);
  const isFree = locksOf(move).every((lock) => locks.take(lock, transaction));
  if (!isFree || transaction.replaced.has(name)) throw conflict();
  transaction.staged.set(name, move);
}

/** A key that somebody took since the snapshot is a conflict; one taken before is a duplicate. */
function checkAgainstSnapshot({ staged, replaced }: Transaction): void {
  checkUnique([...staged.values()], (collection, { id }) => {
    if (replaced.has(documentName({ collection, id }))) throw conflict();
  });
}

function conflict(): CloudError {
  return new CloudError(
    "DATABASE_TRANSACTION_CONFLICT",
    "[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.",
  );
}

function noSuchTransaction(): CloudError {
  return new CloudError(
    "DATABASE_TRANSACTION_FAIL",
    "[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.",
  );
}

import { CloudError } from "../wire.ts";
import { type LockTable, locksOf, lockTable } from "./locks.ts";
import { advice } from "./refusal.ts";
import { type Change, type Move, moveOf, type Store } from "./store.ts";
import { committed, documentName, type Transaction, type View } from "./transaction.ts";
import { transactionRegistry } from "./transactionRegistry.ts";
import { checkUnique } from "./uniqueness.ts";

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
  const locks = lockTable();
  const { begin, inside, end, withSnapshot, close } = transactionRegistry(seconds, locks.release);

  function commitMoves(moves: readonly Move[]): void {
    if (moves.length > 0) store.write(moves);
    for (const { change } of moves) {
      const name = documentName(change);
      for (const { replaced } of withSnapshot) {
        if (!replaced.has(name)) replaced.set(name, change);
      }
    }
  }

  async function writeOutside<T>(prepare: (view: View) => Prepared<T>): Promise<T> {
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
  }

  return {
    begin,
    read: (id, run) => (id === undefined ? run(committed) : inside(id, ({ view }) => run(view))),

    async write(id, prepare) {
      if (id === undefined) return writeOutside(prepare);
      return inside(id, (transaction) => {
        const { changes, result } = prepare(transaction.view);
        for (const change of changes) stage(transaction, change, locks);
        checkAgainstSnapshot(transaction);
        return result;
      });
    },

    commit: (id) =>
      inside(id, (transaction) => {
        withSnapshot.delete(transaction); // its own changes do not concern it
        commitMoves([...transaction.staged.values()]);
        end(transaction);
      }),

    abort: (id) => inside(id, end),
    close,
  };
}

function stage(transaction: Transaction, change: Change, locks: LockTable): void {
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
    "[ResourceUnavailable.TransactionConflict] Transaction is conflict, " +
      `maybe resource operated by others. ${advice}`,
  );
}

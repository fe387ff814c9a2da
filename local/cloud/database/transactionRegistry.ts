import { CloudError } from "../wire.ts";
import { advice } from "./refusal.ts";
import { newTransaction, type Transaction } from "./transaction.ts";

/**
 * The transactions that are open, each with its time running.
 * @param onEnd called once for each that ends, whichever way
 */
export function transactionRegistry(seconds: number, onEnd: (transaction: Transaction) => void) {
  const open = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>();
  /** Those that have had an operation: what others change has to be kept for them. */
  const withSnapshot = new Set<Transaction>();

  function end(transaction: Transaction): void {
    clearTimeout(open.get(transaction.id)?.timer);
    open.delete(transaction.id);
    withSnapshot.delete(transaction);
    onEnd(transaction);
    transaction.markEnded();
  }

  return {
    withSnapshot,
    end,

    begin(): string {
      const transaction = newTransaction();
      const timer = setTimeout(() => end(transaction), seconds * 1000).unref();
      open.set(transaction.id, { transaction, timer });
      return transaction.id;
    },

    /** Its first call gives the transaction its snapshot; an error that `run` throws aborts it. */
    inside<T>(id: string, run: (transaction: Transaction) => T): T {
      const transaction = open.get(id)?.transaction;
      if (!transaction) throw noSuchTransaction();
      withSnapshot.add(transaction);
      try {
        return run(transaction);
      } catch (error) {
        end(transaction);
        throw error;
      }
    },

    close(): void {
      for (const { transaction } of [...open.values()]) end(transaction);
    },
  };
}

function noSuchTransaction(): CloudError {
  return new CloudError(
    "DATABASE_TRANSACTION_FAIL",
    "[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, " +
      `transaction must be commit or abort in 30 seconds. ${advice}`,
  );
}

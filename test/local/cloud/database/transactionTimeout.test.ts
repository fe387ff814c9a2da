import assert from "node:assert/strict";
import { after, test } from "node:test";
import { declare } from "./declare.ts";
import { startDatabase } from "./support.ts";

const { node, stop } = await startDatabase(declare("accounts"), { transactionSeconds: 0.5 });
after(stop);
const accounts = node.collection("accounts");

test("a transaction that is not ended in time is aborted, its locks with it", async () => {
  await accounts.add({ _id: "a", balance: 1 });
  const transaction = await node.startTransaction();
  await transaction.collection("accounts").doc("a").update({ balance: 10 });
  // Waits for the lock, and so until the transaction is aborted.
  await accounts.doc("a").update({ balance: node.command.inc(1) });
  assert.equal((await accounts.doc("a").get()).data[0].balance, 2);
  await assert.rejects(transaction.commit(), { code: "DATABASE_TRANSACTION_FAIL" });
});

import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "fast-check";
import { declare, unique } from "./declare.ts";
import { idsOf, startDatabase } from "./support.ts";

const { node, wx, stop } = await startDatabase(
  declare("accounts", { name: "people", indexes: [unique("phone", "phone")] }),
);
after(stop);
const _ = node.command;
const accounts = node.collection("accounts");
const people = node.collection("people");

const conflict = {
  code: "DATABASE_TRANSACTION_CONFLICT",
  message: /^\[ResourceUnavailable\.TransactionConflict\] Transaction is conflict/,
};
const ended = {
  code: "DATABASE_TRANSACTION_FAIL",
  message: /^\[ResourceUnavailable\.TransactionNotExist\]/,
};
const isDuplicate = { code: "DATABASE_DUPLICATE_WRITE" };

let last = 0;
/** A new account with a balance. */
async function account(balance: number): Promise<string> {
  const { id = "" } = await accounts.add({ _id: `account${++last}`, balance });
  return id;
}

async function balanceOf(id: string): Promise<number> {
  return (await accounts.doc(id).get()).data[0].balance;
}

test("what a transaction writes others see once it is committed, itself at once", async () => {
  const id = await account(100);
  const transaction = await node.startTransaction();
  const mine = transaction.collection("accounts");
  assert.equal((await mine.doc(id).update({ balance: _.inc(-30) })).updated, 1);
  assert.equal((await mine.add({ _id: "entry", of: id })).inserted, 1);
  assert.equal((await mine.doc(id).get()).data.balance, 70);
  assert.deepEqual((await mine.doc("entry").get()).data, { _id: "entry", of: id });
  assert.equal(await balanceOf(id), 100);
  assert.deepEqual((await accounts.doc("entry").get()).data, []);
  await transaction.commit();
  assert.equal(await balanceOf(id), 70);
  assert.deepEqual(idsOf(await accounts.where({ of: id }).get()), ["entry"]);
});

test("wx-server-sdk's runTransaction commits and gives what its function returned", async () => {
  const [from, to] = [await account(10), await account(0)];
  const result = await wx.runTransaction(async (transaction) => {
    const { data } = await transaction.collection("accounts").doc(from).get();
    await transaction
      .collection("accounts")
      .doc(from)
      .update({ data: { balance: _.inc(-4) } });
    await transaction
      .collection("accounts")
      .doc(to)
      .set({ data: { balance: 4 } });
    return data?.balance;
  });
  assert.equal(result, 10);
  assert.deepEqual([await balanceOf(from), await balanceOf(to)], [6, 4]);
});

test("a rollback, asked for or by an error, leaves nothing behind", async () => {
  const id = await account(1);
  const change = async (transaction: Awaited<ReturnType<typeof wx.startTransaction>>) => {
    await transaction.collection("accounts").doc(id).remove();
    await transaction.collection("accounts").add({ data: { _id: "never" } });
  };
  const rolledBack = wx.runTransaction(async (transaction) => {
    await change(transaction);
    await transaction.rollback("reason");
  });
  await assert.rejects(rolledBack, (reason) => reason === "reason");
  const failed = wx.runTransaction(async (transaction) => {
    await change(transaction);
    throw new Error("mine");
  });
  await assert.rejects(failed, { message: "mine" });
  assert.equal(await balanceOf(id), 1);
  assert.deepEqual((await accounts.doc("never").get()).data, []);
});

test("a transaction reads what was committed before its first operation", async () => {
  const [a, b] = [await account(1), await account(2)];
  const transaction = await node.startTransaction();
  const mine = transaction.collection("accounts");
  assert.equal((await mine.doc(a).get()).data.balance, 1);
  await accounts.doc(a).update({ balance: 10 });
  await accounts.doc(b).remove();
  await accounts.add({ _id: "later", balance: 5 });
  assert.equal((await mine.doc(a).get()).data.balance, 1);
  assert.equal((await mine.doc(b).get()).data.balance, 2);
  assert.equal((await mine.doc("later").get()).data, null);
  await transaction.rollback();
});

test("a query inside a transaction sees its snapshot and its own writes, in order", async () => {
  await accounts.add([1, 2, 3].map((n) => ({ _id: `q${n}`, q: n })));
  const transaction = await node.startTransaction();
  const mine = transaction.collection("accounts");
  await mine.doc("q2").update({ q: 9 });
  await accounts.doc("q3").remove();
  await mine.add({ _id: "q0", q: 0 });
  const found = await mine
    .where({ q: _.exists(true) })
    .orderBy("q", "desc")
    .limit(3)
    .get();
  assert.deepEqual(idsOf(found), ["q2", "q3", "q1"]);
  await transaction.rollback();
  await accounts.where({ q: _.exists(true) }).remove();
});

test("of two transactions that write one document the second is over at once", async () => {
  const id = await account(1);
  const first = await node.startTransaction();
  const second = await node.startTransaction();
  await second.collection("accounts").doc(id).get();
  await first.collection("accounts").doc(id).update({ balance: 2 });
  await assert.rejects(second.collection("accounts").doc(id).update({ balance: 3 }), conflict);
  await assert.rejects(second.collection("accounts").doc(id).get(), ended);
  await first.commit();
  assert.equal(await balanceOf(id), 2);
});

test("a document that changed since the snapshot cannot be written", async () => {
  const id = await account(1);
  const transaction = await node.startTransaction();
  await transaction.collection("accounts").doc(id).get();
  await accounts.doc(id).update({ balance: 2 });
  await assert.rejects(transaction.collection("accounts").doc(id).update({ balance: 9 }), conflict);
  assert.equal(await balanceOf(id), 2);
});

test("a document that was added since the snapshot cannot be added", async () => {
  const transaction = await node.startTransaction();
  await transaction.collection("accounts").doc("anything").get();
  await accounts.add({ _id: "raced" });
  await assert.rejects(transaction.collection("accounts").add({ _id: "raced" }), conflict);
});

test("the snapshot begins with the first operation, not with the transaction", async () => {
  const id = await account(1);
  const transaction = await node.startTransaction();
  await accounts.doc(id).update({ balance: 2 });
  await transaction
    .collection("accounts")
    .doc(id)
    .update({ balance: _.inc(1) });
  await transaction.commit();
  assert.equal(await balanceOf(id), 3);
});

test("two transactions may each read what the other writes (write skew)", async () => {
  const [a, b] = [await account(1), await account(1)];
  const [first, second] = [await node.startTransaction(), await node.startTransaction()];
  await first.collection("accounts").doc(a).get();
  await second.collection("accounts").doc(b).get();
  await first.collection("accounts").doc(b).update({ balance: 0 });
  await second.collection("accounts").doc(a).update({ balance: 0 });
  await first.commit();
  await second.commit();
  assert.deepEqual([await balanceOf(a), await balanceOf(b)], [0, 0]);
});

test("a write outside waits for the transaction's lock and builds on what it left", async () => {
  const id = await account(1);
  const transaction = await node.startTransaction();
  await transaction.collection("accounts").doc(id).update({ balance: 10 });
  let waited = true;
  const outside = accounts
    .doc(id)
    .update({ balance: _.inc(1) })
    .then(() => waited);
  assert.equal(await balanceOf(id), 1);
  waited = false;
  await transaction.commit();
  assert.equal(await outside, false);
  assert.equal(await balanceOf(id), 11);
});

test("a transaction that was committed or rolled back takes nothing more", async () => {
  const transaction = await node.startTransaction();
  await transaction.commit();
  await assert.rejects(transaction.collection("accounts").doc("a").set({ n: 1 }), ended);
  await assert.rejects(transaction.commit(), ended);
  const other = await node.startTransaction();
  await other.rollback();
  await assert.rejects(other.collection("accounts").doc("a").get(), ended);
});

test("any error inside a transaction aborts it", async () => {
  const id = await account(1);
  const transaction = await node.startTransaction();
  await transaction.collection("accounts").doc(id).update({ balance: 5 });
  await assert.rejects(transaction.collection("accounts").add({ _id: id }), isDuplicate);
  await assert.rejects(transaction.commit(), ended);
  assert.equal(await balanceOf(id), 1);
});

test("count, aggregate and where().update/remove escape their transaction", async () => {
  await accounts.add({ _id: "escape", kind: "escape" });
  const transaction = await node.startTransaction();
  const mine = transaction.collection("accounts");
  await mine.add({ kind: "escape" });
  assert.equal((await mine.where({ kind: "escape" }).count()).total, 1);
  await mine.where({ kind: "escape" }).update({ escaped: true });
  await transaction.rollback();
  assert.equal((await accounts.doc("escape").get()).data[0].escaped, true);
});

test("updateAndReturn() belongs to the transaction it is called in", async () => {
  const id = await account(1);
  const transaction = await node.startTransaction();
  const mine = transaction.collection("accounts").where({ _id: id });
  assert.equal((await mine.updateAndReturn({ balance: _.inc(1) })).doc.balance, 2);
  assert.equal((await mine.updateAndReturn({ balance: _.inc(1) })).doc.balance, 3);
  assert.equal(await balanceOf(id), 1);
  await transaction.rollback();
});

test("one transaction can remove a document and add it again, or the reverse", async () => {
  const id = await account(1);
  await node.runTransaction(async (transaction: Pick<typeof node, "collection">) => {
    const mine = transaction.collection("accounts");
    await mine.doc(id).remove();
    await mine.add({ _id: id, balance: 2 });
    await mine.add({ _id: "brief" });
    await mine.doc("brief").remove();
  });
  assert.equal(await balanceOf(id), 2);
  assert.deepEqual((await accounts.doc("brief").get()).data, []);
});

test("of two transactions that take one key of a unique index the second conflicts", async () => {
  const [first, second] = [await node.startTransaction(), await node.startTransaction()];
  await first.collection("people").add({ _id: "p1", phone: "1" });
  await assert.rejects(second.collection("people").add({ _id: "p2", phone: "1" }), conflict);
  await first.commit();
  const third = await node.startTransaction();
  await assert.rejects(third.collection("people").add({ _id: "p3", phone: "1" }), isDuplicate);
});

test("a unique key that was taken since the snapshot is a conflict", async () => {
  const transaction = await node.startTransaction();
  await transaction.collection("people").doc("nobody").get();
  await people.add({ _id: "p4", phone: "4" });
  await assert.rejects(transaction.collection("people").add({ _id: "p5", phone: "4" }), conflict);
});

test("a transaction may hand a unique key on, and a write outside waits for it", async () => {
  await people.add({ _id: "from", phone: "7" });
  const transaction = await node.startTransaction();
  await transaction.collection("people").doc("from").update({ phone: "8" });
  const outside = people.add({ _id: "outside", phone: "7" });
  await transaction.collection("people").add({ _id: "to", phone: "7" });
  await transaction.commit();
  await assert.rejects(outside, isDuplicate);
  assert.deepEqual(idsOf(await people.where({ phone: "7" }).get()), ["to"]);
});

test("however transactions and writes outside interleave, no update is lost", async () => {
  const step = fc.record({ who: fc.nat(4), target: fc.nat(1), outside: fc.boolean() });
  const steps = fc.array(step, { maxLength: 30 });
  await fc.assert(fc.asyncProperty(steps, interleave), { numRuns: 25 });
});

type Step = Readonly<{ who: number; target: number; outside: boolean }>;

/**
 * Five transactions each read an account and write it back with one more, step by step in a random
 * order; between them others add one at once, which may have to wait.
 */
async function interleave(steps: readonly Step[]): Promise<void> {
  const ids = [await account(0), await account(0)];
  const expected = [0, 0];
  const waiting: Promise<unknown>[] = [];
  const transactions = [0, 1, 2, 3, 4].map((at) => counting(ids, at % 2, expected));
  for (const { who, target, outside } of steps) {
    if (!outside) await transactions[who]?.next();
    else {
      expected[target] = (expected[target] ?? 0) + 1;
      waiting.push(accounts.doc(ids[target] ?? "").update({ balance: _.inc(1) }));
    }
  }
  for (const transaction of transactions) while (!(await transaction.next()).done);
  await Promise.all(waiting);
  assert.deepEqual([await balanceOf(ids[0] ?? ""), await balanceOf(ids[1] ?? "")], expected);
}

/** One transaction, which goes on by one request each time it is asked to. */
async function* counting(ids: readonly string[], target: number, expected: number[]) {
  const transaction = await node.startTransaction();
  const mine = transaction.collection("accounts").doc(ids[target]);
  try {
    yield;
    const { data } = await mine.get();
    yield;
    await mine.update({ balance: data.balance + 1 });
    yield;
    await transaction.commit();
    expected[target] = (expected[target] ?? 0) + 1;
  } catch (error) {
    assert.equal((error as { code: string }).code, "DATABASE_TRANSACTION_CONFLICT");
  }
}

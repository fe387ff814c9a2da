import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { retrying } from "../../cloudbase/conflicts.ts";
import { cloudbaseDatabase } from "../../cloudbase/database.ts";
import { createApp, type Reply } from "../../core/app.ts";
import type { Database } from "../../core/kernel/database.ts";
import type { LogLine, Ports } from "../../core/kernel/ports.ts";
import { Refusal, sentences } from "../../core/kernel/refusal.ts";
import { accounts, openAccount } from "../../core/ledger/account.ts";
import { profileA } from "../../core/rulebook/profileA.ts";
import { termsOf } from "../../core/rulebook/rulebook.ts";
import { sdkOf } from "../support/everything.ts";
import { openCloud, type TestCloud } from "../support/village.ts";

/** What `app.ts` does around every operation, and what the database port does about conflicts. */

let cloud: TestCloud;
let db: Database;

before(async () => {
  cloud = await openCloud();
  db = cloudbaseDatabase(sdkOf(cloud.cloud));
});
after(() => cloud.close());

/** An app whose log can be read; nothing else of these ports is used by what is asked here. */
function appWith(database: Database) {
  const lines: LogLine[] = [];
  const failures: string[] = [];
  const ports: Ports = {
    clock: { now: () => new Date().toISOString() },
    codes: { invitation: () => "CODE", secret: () => "secret" },
    notices: { tell: async () => undefined },
    chatMessages: { send: async () => "sent" },
    files: { addresses: async () => [], remove: async () => undefined },
    tables: { read: async () => "unreadable" },
    photoPrints: { of: async () => undefined },
    pageCodes: { of: async () => undefined },
    wallSheets: { document: async () => "" },
    contentCheck: { text: async () => "pass", picture: async () => undefined },
    log: {
      write: (line) => lines.push(line),
      failure: (traceId) => failures.push(traceId),
    },
  };
  const app = createApp({ ...ports, db: database, operators: [] });
  const ask = (operation: string, input: unknown): Promise<Reply> =>
    app({ operation, input }, { openid: "oSomebody", traceId: "trace-1" });
  return { ask, lines, failures };
}

test("internal: what nobody foresaw is one sentence with a trace id, and the stack goes to the log", async () => {
  const broken: Database = {
    ...db,
    find: async () => {
      throw new Error("张三的手机号是 13800000000");
    },
  };
  const { ask, lines, failures } = appWith(broken);
  const reply = await ask("getBoard", { villageId: "somewhere" });
  const { internal: message } = sentences;
  assert.deepEqual(reply, { ok: false, code: "internal", message, traceId: "trace-1" });
  assert.deepEqual(failures, ["trace-1"]);
  assert.equal(lines[0]?.outcome, "internal");
});

test("one line a call, with codes and ids and nothing of what was written", async () => {
  const { ask, lines } = appWith(db);
  await ask("signIn", { code: "WRONG123" });
  assert.equal(lines.length, 1);
  const { ms, ...line } = lines[0] ?? { ms: -1 };
  assert.deepEqual(line, {
    ...{ traceId: "trace-1", operation: "signIn", caller: "visitor", outcome: "code_unknown" },
  });
  assert(ms >= 0);
});

test("what is not a request at all is refused like an unknown operation", async () => {
  const { ask } = appWith(db);
  const reply = await ask("__proto__", {});
  assert.equal(reply.ok || reply.code, "unknown_operation");
});

test("busy: conflicts that do not end are told so instead of being tried for ever", async () => {
  const conflict = async () => {
    throw new Error("[ResourceUnavailable.TransactionConflict] Transaction is conflict");
  };
  const isBusy = (error: unknown) => error instanceof Refusal && error.code === "busy";
  await assert.rejects(retrying(conflict, 50), isBusy);
});

test("an error that is no conflict is not tried again", async () => {
  let tries = 0;
  const failing = async () => {
    tries++;
    throw new Error("Db or Table not exist");
  };
  await assert.rejects(retrying(failing), /not exist/);
  assert.equal(tries, 1);
});

const holder = {
  ...{ id: "m1", villageId: "v", name: "某某", branchId: "b", gridId: "g" },
  ...{ classId: "", exemptions: [] },
};
const terms = termsOf(profileA);

test("a transaction that refuses leaves nothing behind", async () => {
  const account = openAccount(holder, 2026, terms);
  await assert.rejects(
    db.transact(async (tx) => {
      await tx.insert(accounts, account);
      throw new Refusal("post_full");
    }),
  );
  assert.equal(await db.get(accounts, account.id), undefined);
});

test("the body of a transaction runs again after a conflict, and its second result counts", async () => {
  const account = openAccount(holder, 2025, terms);
  await db.insertNew(accounts, account);
  let runs = 0;
  await db.transact(async (tx) => {
    runs++;
    const now = await tx.get(accounts, account.id);
    if (runs === 1) {
      // Somebody else is quicker, after our snapshot was taken.
      await db.increase(accounts, { where: { id: account.id }, field: "balance", by: 100 });
    }
    await tx.put(accounts, { ...account, balance: (now?.balance ?? 0) + 1 });
  });
  assert.equal(runs, 2);
  assert.equal((await db.get(accounts, account.id))?.balance, 101);
});

test("a field assigned to all documents makes a transaction that read one of them run again", async () => {
  const account = openAccount({ ...holder, villageId: "w" }, 2023, terms);
  await db.insertNew(accounts, account);
  const seen: string[] = [];
  await db.transact(async (tx) => {
    const now = (await tx.get(accounts, account.id)) ?? account;
    seen.push(now.closedThrough);
    if (seen.length === 1) {
      const fields = { closedThrough: "2023-03-31" };
      assert.equal(await db.assign(accounts, { where: { villageId: "w" }, fields }), 1);
    }
    await tx.put(accounts, { ...now, balance: 100 });
  });
  assert.deepEqual(seen, ["", "2023-03-31"]);
});

test("inserting an id that is there already is said, and changes nothing", async () => {
  const account = openAccount(holder, 2024, terms);
  assert.equal(await db.insertNew(accounts, account), true);
  assert.equal(await db.insertNew(accounts, { ...account, balance: 500 }), false);
  assert.equal((await db.get(accounts, account.id))?.balance, 0);
});

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { clientsOf } from "./support.ts";

const kills = 32;
const accounts = ["a", "b", "c"];

type Database = ReturnType<typeof clientsOf>["node"];

test("after any SIGKILL every acknowledged commit is there, and no half of one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "killed-"));
  const program = await bundled();
  const acknowledged = new Set<string>();
  try {
    for (let round = 0; round <= kills; round++) {
      const { child, url } = await start(program, join(folder, "database.sqlite"));
      const { node } = clientsOf(url);
      await checkNothingLost(node, acknowledged);
      const writers = accounts.map((account) => writeUntilKilled(node, account, acknowledged));
      await somewhereIn(acknowledged);
      child.kill("SIGKILL");
      await Promise.all([once(child, "exit"), ...writers]);
    }
    assert.ok(acknowledged.size >= kills, "too few commits to show anything");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A random moment after some more commits; counted so that a busy machine makes some too. */
async function somewhereIn(acknowledged: ReadonlySet<string>): Promise<void> {
  const enough = acknowledged.size + 1 + Math.random() * 6;
  while (acknowledged.size < enough) await sleep(1);
  await sleep(Math.random() * 10);
}

/** One file to start quickly from; given on the standard input, it finds packages from here. */
async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL("databaseProcess.ts", import.meta.url));
  const options = { bundle: true, format: "esm", packages: "external", platform: "node" } as const;
  const { outputFiles } = await build({ entryPoints: [entry], write: false, ...options });
  return outputFiles[0]?.text ?? "";
}

async function start(program: string, file: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "-"], {
    env: { ...process.env, DATABASE_FILE: file },
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.end(program);
  const died = once(child, "exit").then(() => assert.fail("the database did not start"));
  const [line] = await Promise.race([once(child.stdout, "data"), died]);
  return { child, url: String(line).trim() };
}

/** Each commit adds an entry and counts it in its account: two documents that must agree. */
async function writeUntilKilled(
  database: Database,
  account: string,
  acknowledged: Set<string>,
): Promise<void> {
  for (;;) {
    const _id = `${account}-${Math.random()}`;
    try {
      const transaction = await database.startTransaction();
      const { data } = await transaction.collection("accounts").doc(account).get();
      const entries = (data?.entries ?? 0) + 1;
      await transaction.collection("entries").add({ _id, account });
      await transaction.collection("accounts").doc(account).set({ entries });
      await transaction.commit();
    } catch (error) {
      // The process is gone; whether this commit was made nobody was told.
      if (!String((error as { code?: unknown }).code).startsWith("DATABASE_")) return;
      throw error;
    }
    acknowledged.add(_id);
  }
}

async function checkNothingLost(
  database: Database,
  acknowledged: ReadonlySet<string>,
): Promise<void> {
  const found = new Set<string>();
  for (const account of accounts) {
    const { data } = await database.collection("accounts").doc(account).get();
    const { total } = await database.collection("entries").where({ account }).count();
    assert.equal(total, data[0]?.entries ?? 0, `half of a commit of ${account}`);
  }
  for (let skip = 0, more = true; more; skip += 1000) {
    const { data } = await database.collection("entries").skip(skip).limit(1000).get();
    for (const { _id } of data) found.add(_id);
    more = data.length === 1000;
  }
  const lost = [...acknowledged].filter((id) => !found.has(id));
  assert.deepEqual(lost, []);
}

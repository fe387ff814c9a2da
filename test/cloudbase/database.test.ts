import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cloudbaseDatabase } from "../../cloudbase/database.ts";
import type { Database } from "../../core/kernel/database.ts";
import { type PhotoPrint, photoPrints } from "../../core/signals/photoPrint.ts";
import { sdkOf } from "../support/everything.ts";
import { openCloud, type TestCloud } from "../support/village.ts";

/** What the database port promises about arrays and fields, through the real SDK. */

let opened: TestCloud;
let db: Database;

before(async () => {
  opened = await openCloud();
  db = cloudbaseDatabase(sdkOf(opened.cloud));
});
after(() => opened.close());

const print = (id: string, bands: readonly string[]): PhotoPrint => ({
  ...{ id, villageId: "v", fileId: id, submissionId: "s1", memberId: "m", print: "0", bands },
  at: "2026-05-20T04:00:00.000Z",
});

test("`in` finds a document once if its array has any of the values", async () => {
  const docs = [print("both", ["01:a", "02:b"]), print("one", ["02:b"]), print("none", [])];
  for (const doc of docs) assert.equal(await db.insertNew(photoPrints, doc), true);
  const found = async (values: readonly string[]) => {
    const where = { villageId: "v", bands: { in: values } };
    const prints = await db.find(photoPrints, { where, orderBy: [["id", "asc"]], limit: 10 });
    return prints.map(({ id }) => id);
  };
  assert.deepEqual(await found(["01:a", "02:b", "03:c"]), ["both", "one"]);
  assert.deepEqual(await found(["01:a"]), ["both"]);
  assert.deepEqual(await found(["01:b"]), []);
  assert.deepEqual(await found([]), []);
});

test("`in` on the id finds the documents by their ids", async () => {
  const found = await db.find(photoPrints, { where: { id: { in: ["one", "gone"] } }, limit: 10 });
  assert.deepEqual(found, [print("one", ["02:b"])]);
});

test("`findFields` gives the id and the fields that are asked for, and no others", async () => {
  const query = { where: { villageId: "v" }, orderBy: [["id", "asc"]], limit: 2 } as const;
  assert.deepEqual(await db.findFields(photoPrints, query, ["submissionId"]), [
    { id: "both", submissionId: "s1" },
    { id: "none", submissionId: "s1" },
  ]);
});

test("`insertMissing` adds what is not there, however many, and leaves what is there as it was", async () => {
  const many = Array.from({ length: 450 }, (_, at) => print(`many-${at}`, []));
  const first = { ...print("many-7", []), memberId: "first" };
  await db.insertNew(photoPrints, first);
  await db.insertMissing(photoPrints, many);
  await db.insertMissing(photoPrints, many);
  await db.insertMissing(photoPrints, []);
  assert.equal(await db.count(photoPrints, { id: { in: many.map(({ id }) => id) } }), 450);
  assert.deepEqual(await db.get(photoPrints, "many-7"), first);
});

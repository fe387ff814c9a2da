import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cloudbaseDatabase } from "../../cloudbase/database.ts";
import { hamletNumbers, hamletNumbersId } from "../../core/households/numbers.ts";
import type { Database } from "../../core/kernel/database.ts";
import { sdkOf } from "../support/everything.ts";
import { columns, csv, uploadSheet } from "../support/sheet.ts";
import { makeVillage, openCloud, type TestCloud, type Village } from "../support/village.ts";

/** What happens at night, started as CloudBase's timer starts it. */

let opened: TestCloud;
let village: Village;
let db: Database;

before(async () => {
  opened = await openCloud();
  village = await makeVillage(opened, "night");
  db = cloudbaseDatabase(sdkOf(opened.cloud));
  await makeVillage(opened, "quiet");
  const sheet = csv(columns, ["东浜", "1", "张三", "张三", "户籍"]);
  const fileId = await uploadSheet(opened.cloud, village.openid("founder"), "i.csv", sheet);
  await village.ask("founder", "beginImport", { importId: "i", fileId });
  await village.ask("founder", "continueImport", { importId: "i", part: 0, leaveOut: false });
});
after(() => opened.close());

const night = () => opened.cloud.trigger("clock", "nightly");

test("a night without a difference says so", async () => {
  assert.deepEqual(await night(), { done: 6, failed: 0 });
  const { recount } = await village.ask("founder", "getLand", {});
  assert.deepEqual([recount?.total, recount?.differences], [0, []]);
});

test("a number that the records do not bear out is mended, and told to the committee", async () => {
  const id = hamletNumbersId("night", "东浜");
  await db.assign(hamletNumbers, { where: { id }, fields: { residents: 7 } });
  await night();
  const { recount, grids } = await village.ask("founder", "getLand", {});
  assert.deepEqual(recount?.differences, [
    { hamlet: "东浜", number: "residents", kept: 7, counted: 1, mended: true },
  ]);
  assert.equal(grids[0]?.numbers.residents, 1);
});

test("only the timer starts the night: a phone that calls the function starts nothing", async () => {
  const answer = await opened.cloud.call("clock", {}, { openid: village.openid("founder") });
  assert.deepEqual(answer, { done: 0, failed: 0 });
});

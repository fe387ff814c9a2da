import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import writeExcel from "write-excel-file/node";
import { cloudbaseDatabase } from "../../cloudbase/database.ts";
import { changes } from "../../core/households/change.ts";
import { hamletNumbers } from "../../core/households/numbers.ts";
import { residents } from "../../core/households/resident.ts";
import { importParts, imports } from "../../core/imports/import.ts";
import type { Database } from "../../core/kernel/database.ts";
import { everything, sdkOf } from "../support/everything.ts";
import { columns, csv, uploadSheet } from "../support/sheet.ts";
import { makeVillage, openCloud, type TestCloud, type Village } from "../support/village.ts";

/** A spreadsheet's way into the grid database, through the bundled function and the wire. */

let opened: TestCloud;
let village: Village;
let db: Database;

before(async () => {
  opened = await openCloud();
  village = await makeVillage(opened, "sheet");
  db = cloudbaseDatabase(sdkOf(opened.cloud));
});
after(() => opened.close());

async function begin(importId: string, content: string | Uint8Array, extension = "csv") {
  const name = `${importId}.${extension}`;
  const fileId = await uploadSheet(opened.cloud, village.openid("founder"), name, content);
  return village.ask("founder", "beginImport", { importId, fileId });
}

async function write(importId: string, parts: number, leaveOut = false): Promise<void> {
  for (let part = 0; part < parts; part++) {
    await village.ask("founder", "continueImport", { importId, part, leaveOut });
  }
}

/** Everything but the imports themselves, which know how often they were asked. */
async function records() {
  const { imports: _, importParts: __, ...all } = await everything(opened.cloud);
  return all;
}

const head = [...columns, "出生日期", "身份证号", "电话", "村民代表", "来源地", "来村日期"];
const family = [
  ["东浜", "12号", "张三", "张三", "户籍", "1970-03-05", "", "13900000001", "是", "", ""],
  ["东浜", "12", "", "张小妹", "户籍", "1998/1/2", "", "", "", "", ""],
  ["东浜", "12", "", "打工人", "流动", "", "", "", "", "安徽", "2025-9-1"],
  ["西浜", "3", "李四", "李四", "新居民", "", "", "", "", "", ""],
];

test("the dry run says what would be written, and writes nothing", async () => {
  const was = await records();
  const found = await begin("first", csv(head, ...family));
  assert.deepEqual(await records(), was);
  assert.equal(found.status, "checked");
  assert.equal(found.rows, 4);
  assert.deepEqual(found.problems, []);
  assert.equal(found.tally.newHouseholds, 2);
  assert.equal(found.tally.newResidents, 4);
});

test("once checked, the file itself is gone", async () => {
  const env = { fileList: [`cloud://local.local/imports/first.csv`] };
  const answer = await fetch(`${opened.cloud.url}/phone/tempurls`, {
    method: "POST",
    headers: { "x-wx-openid": village.openid("founder") },
    body: JSON.stringify(env),
  });
  const { fileList } = (await answer.json()) as { fileList: Array<{ tempFileURL: string }> };
  assert.equal(fileList[0]?.tempFileURL, "");
});

test("written, everybody stands in the registers and in the numbers, under the import's name", async () => {
  await write("first", 1);
  const { import: now } = await village.ask("founder", "getImport", { importId: "first" });
  assert.equal(now?.status, "written");
  const numbers = await db.find(hamletNumbers, {
    where: { villageId: "sheet" },
    orderBy: [["hamlet", "asc"]],
    limit: 9,
  });
  const told = numbers.map((one) => [
    one.hamlet,
    one.households,
    one.residents,
    one.representatives,
    one.newResidents,
  ]);
  assert.deepEqual(told, [
    ["东浜", 1, 3, 1, 1],
    ["西浜", 1, 1, 0, 1],
  ]);
  assert.equal(await db.count(changes, { importId: "first" }), 6);
  const list = await village.ask("founder", "listHouseholds", {
    search: "小妹",
    gridId: "sheet-g1",
  });
  assert.deepEqual(
    list.rows.map(({ door, head: called, people }) => [door, called, people]),
    [["12", "张三", 3]],
  );
  assert.equal(await db.count(importParts, {}), 0);
});

test("the same file again changes nothing", async () => {
  const was = await records();
  const found = await begin("again", csv(head, ...family));
  assert.deepEqual(
    [found.tally.newResidents, found.tally.changedResidents, found.tally.sameResidents],
    [0, 0, 4],
  );
  await write("again", 1);
  assert.deepEqual(await records(), was);
});

test("a part that is written twice changes nothing twice", async () => {
  const was = await everything(opened.cloud);
  const again = await village.ask("founder", "continueImport", {
    ...{ importId: "first", part: 0, leaveOut: false },
  });
  assert.equal(again.status, "written");
  assert.deepEqual(await everything(opened.cloud), was);
});

test("what a cell says anew is written with the former value kept; an empty cell says nothing", async () => {
  const changed = [["东浜", "12", "张三", "张三", "常住", "", "", "13900000002", "", "", ""]];
  const found = await begin("mended", csv(head, ...changed));
  assert.equal(found.tally.changedResidents, 1);
  await write("mended", 1);
  const [change] = await db.find(changes, { where: { importId: "mended" }, limit: 9 });
  assert(change?.kind === "resident");
  assert.deepEqual([change.before?.kind, change.after.kind], ["registered", "living"]);
  assert.deepEqual([change.before?.phone, change.after.phone], ["13900000001", "13900000002"]);
  assert.equal(change.after.birthday, "1970-03-05");
  assert.equal(change.after.isRepresentative, true);
});

test("rows with problems are named, and left out only by the person's word", async () => {
  const found = await begin(
    "flawed",
    csv(
      [...head, "爱好"],
      ["东浜", "20", "王五", "王五", "户籍", "", "110101199003070000", "", "", "", "", "钓鱼"],
      ["北浜", "1", "赵六", "赵六", "户籍"],
      ["东浜", "21", "钱七", "钱七", "户籍", "2月31日"],
      ["东浜", "22", "孙八", "孙八", "户籍"],
    ),
  );
  assert.deepEqual(found.unknownColumns, ["爱好"]);
  assert.equal(found.problemRows, 3);
  assert.deepEqual(
    found.problems.map(({ row, column, sentence }) => `第${row}行 ${column}：${sentence}`),
    [
      "第2行 身份证号：身份证号不对，请核对18位号码",
      "第3行 自然村：没有哪个网格包含“北浜”",
      "第4行 出生日期：要写成1990-01-31的样子",
    ],
  );
  const refused = await village.raw("founder", "continueImport", {
    ...{ importId: "flawed", part: 0, leaveOut: false },
  });
  assert.equal(refused.ok || refused.code, "import_problems");
  await write("flawed", 1, true);
  assert.equal(await db.count(residents, { villageId: "sheet", name: "孙八" }), 1);
  assert.equal(await db.count(residents, { villageId: "sheet", name: "王五" }), 0);
});

test("nobody is registered twice under one ID number", async () => {
  const number = "11010119900307109X";
  await begin("one", csv(head, ["东浜", "30", "周九", "周九", "户籍", "", number]));
  await write("one", 1);
  const found = await begin("two", csv(head, ["西浜", "31", "周九", "周九", "户籍", "", number]));
  assert.deepEqual(found.problems, [
    { row: 2, column: "身份证号", sentence: "已经登记在别的户，请用迁户" },
  ]);
});

test("an Excel sheet with a title above, dates and numbers as Excel keeps them", async () => {
  const text = (value: string) => ({ value, type: String });
  const buffer = await writeExcel([
    [text("2026年人口登记表")],
    [...columns, "出生日期", "电话"].map(text),
    [
      ...["西浜", "40", "吴十", "吴十", "户籍"].map(text),
      { value: new Date("1980-02-03"), type: Date, format: "yyyy-mm-dd" },
      { value: 13900000009, type: Number },
    ],
  ]).toBuffer();
  const found = await begin("excel", buffer, "xlsx");
  assert.deepEqual([found.rows, found.problems], [1, []]);
  await write("excel", 1);
  const [one] = await db.find(residents, { where: { name: "吴十" }, limit: 1 });
  assert.deepEqual([one?.birthday, one?.phone], ["1980-02-03", "13900000009"]);
});

/** 自然村,门牌号,户主,姓名,人员类别,备注 and a row with commas and quotes, in GB 18030. */
const asChineseExcelWrites = Buffer.from(
  [
    "d7d4c8bbb4e52cc3c5c5c6bac52cbba7d6f72cd0d5c3fb2cc8cbd4b1c0e0b1f02cb1b8d7a20d0ab6abe4ba2c",
    "36302c22b3c22c20d2bb222c22b3c22c20d2bb222cbba7bcae2c22cbb52222bac32222220d0a",
  ].join(""),
  "hex",
);

test("a .csv as Chinese Excel writes it, with commas and quotes in its cells", async () => {
  const found = await begin("gbk", asChineseExcelWrites);
  assert.deepEqual([found.rows, found.problems], [1, []]);
  await write("gbk", 1);
  const [one] = await db.find(residents, { where: { name: "陈, 一" }, limit: 1 });
  assert.equal(one?.note, '说"好"');
});

test("an interrupted import goes on where it stopped, on another's phone too", async () => {
  const many = Array.from({ length: 700 }, (_, at) => {
    const name = `居民${at}`;
    return ["西浜", String(100 + at), name, name, "户籍"];
  });
  const found = await begin("long", csv(columns, ...many));
  assert.equal(found.parts, 2);
  await village.ask("founder", "continueImport", { importId: "long", part: 0, leaveOut: false });
  const { import: stopped } = await village.ask("deputy", "getImport", {});
  assert.deepEqual([stopped?.status, stopped?.done], ["writing", 1]);
  const early = await village.raw("deputy", "continueImport", {
    ...{ importId: "long", part: 2, leaveOut: false },
  });
  assert.equal(early.ok, false);
  await village.ask("deputy", "continueImport", { importId: "long", part: 1, leaveOut: false });
  const [west] = await db.find(hamletNumbers, { where: { hamlet: "西浜" }, limit: 1 });
  assert.equal(west?.households, 702);
});

test("two who write the same part at once write it once", async () => {
  const rows = Array.from({ length: 50 }, (_, at) => ["西浜", `甲${at}`, "某", `某${at}`, "户籍"]);
  await begin("both", csv(columns, ...rows));
  const part = { importId: "both", part: 0, leaveOut: false };
  await Promise.all(["founder", "deputy"].map((who) => village.ask(who, "continueImport", part)));
  assert.equal(
    await db.count(residents, { name: { in: rows.map(([, , , name]) => name ?? "") } }),
    50,
  );
});

test("what nobody writes within a fortnight is withdrawn at night, its people forgotten", async () => {
  await begin("old", csv(columns, ["东浜", "50", "郑十一", "郑十一", "户籍"]));
  const old = "2020-01-01T00:00:00.000Z";
  await db.assign(imports, { where: { id: "old" }, fields: { at: old } });
  await db.assign(importParts, { where: { importId: "old" }, fields: { at: old } });
  await opened.cloud.trigger("clock", "nightly");
  const { import: now } = await village.ask("founder", "getImport", { importId: "old" });
  assert.equal(now?.status, "withdrawn");
  assert.equal(await db.count(importParts, { importId: "old" }), 0);
});

test("another village's import is not there", async () => {
  const other = await makeVillage(opened, "other");
  const reply = await other.raw("founder", "getImport", { importId: "first" });
  assert.equal(reply.ok || reply.code, "not_found");
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Api } from "../../core/api.ts";
import { cleanup, makeVillage, openCloud, type TestCloud, thisYear } from "../support/village.ts";

/** A real passbook, exported through the function and checked by plain Node alone. */

const script = join(import.meta.dirname, "../../scripts/checkPassbook.mjs");
const folder = mkdtempSync(join(tmpdir(), "passbook-"));
const year = thisYear - 1;
let cloud: TestCloud;
let book: Api["exportPassbook"]["output"];
let root = "";

before(async () => {
  cloud = await openCloud();
  const { ask } = await makeVillage(cloud, "carried", year);
  const deed = async (day: string) => {
    await ask("anna", "submitDuty", { ...cleanup(day), workedOn: `${year}-${day}` });
    const approve = { decision: "approve", submissionId: day, gradeId: "normal" } as const;
    await ask("chief", "reviewSubmission", approve);
  };
  for (const day of ["01-05", "01-20", "02-05"]) await deed(day);
  await ask("founder", "publishPeriod", { year, part: "m01" });
  await deed("01-30"); // counts in February, as January is published
  await ask("founder", "reverseEntry", { entryId: "award-01-20", reason: "记错了" });
  await ask("founder", "publishPeriod", { year, part: "q1" });
  const publicationId = `carried-${year}-q1`;
  root = (await ask("stranger", "getPublication", { publicationId })).root;
  book = await ask("anna", "exportPassbook", { year });
});
after(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true });
});

/** Runs the script on a file with this content, as a person would. */
function check(content: string, ...more: readonly string[]) {
  const file = join(folder, "passbook.json");
  writeFileSync(file, content);
  const { status, stdout } = spawnSync(process.execPath, [script, file, ...more], {
    encoding: "utf8",
  });
  return { status, said: stdout };
}

const text = () => JSON.stringify(book, null, 2);

/** The passbook with one part of its text put differently. */
function altered(was: string | RegExp, is: string): string {
  const changed = text().replace(was, is);
  assert.notEqual(changed, text(), `nothing to alter: ${was}`);
  return changed;
}

test("a passbook as it was exported fits, with the root from the wall and without", () => {
  const { status, said } = check(text(), root);
  assert.equal(status, 0, said);
  assert.match(said, /✓ 全部对得上：5行，2次公示，和公示栏的核对码一致。.*\(all of it fits\)/);
  assert.equal(check(text()).status, 0);
  assert.equal(check(text(), root.slice(0, 16).toUpperCase()).status, 0);
});

test("another root than the wall's does not fit, nor one too short to mean anything", () => {
  assert.match(check(text(), "0".repeat(64)).said, /✗ 公示栏上的核对码和文件里的都不一样/);
  assert.equal(check(text(), root.slice(0, 8)).status, 1);
});

test("an altered number, word or day of a line is found, and the line is named", () => {
  const cases: ReadonlyArray<readonly [string | RegExp, string]> = [
    [/"points": 200/, '"points": 300'],
    [/计2分/, "计3分"],
    [/"occurredOn": "\d{4}-01-05"/, `"occurredOn": "${year}-01-06"`],
  ];
  for (const [was, is] of cases) {
    const { status, said } = check(altered(was, is), root);
    assert.equal(status, 1);
    assert.match(said, /✗ 第1行对不上.*\(line 1 does not fit\)/);
  }
});

test("any digit of any line's points that is altered is found", () => {
  for (const [index, { points }] of book.entries.entries()) {
    const entries = book.entries.map((one, at) =>
      at === index ? { ...one, points: Number(points) + 100 } : one,
    );
    const { said } = check(JSON.stringify({ ...book, entries }));
    assert.match(said, new RegExp(`✗ 第${index + 1}行对不上`));
  }
});

test("lines in another order, one left out, and one of another passbook are found", () => {
  const [first, second, ...rest] = book.entries;
  const told = (...entries: unknown[]) => check(JSON.stringify({ ...book, entries })).said;
  assert.match(told(second, first, ...rest), /✗ 第1行对不上/);
  assert.match(told(first, ...rest), /✗ 第2行对不上/);
  assert.match(told(first, second, ...rest.slice(0, -1)), /✗ .*公示和一本通对不上/);
  const foreign = { ...book, accountId: "carried-m5_2014" };
  assert.match(check(JSON.stringify(foreign)).said, /✗ 第1行对不上/);
});

test("an altered row of a publication is found, by what it says or by its root", () => {
  const told = (change: Readonly<Record<string, unknown>>) => {
    const publications = book.publications.map((one, index) =>
      index === 0 ? { ...one, row: { ...one.row, ...change } } : one,
    );
    return check(JSON.stringify({ ...book, publications })).said;
  };
  assert.match(told({ points: 900 }), /✗ .*1月公示和一本通对不上/);
  assert.match(told({ rank: 9 }), /✗ .*1月公示的核对码对不上/);
  assert.match(told({ name: "某某" }), /✗ .*1月公示的核对码对不上/);
});

test("a proof that leads elsewhere is found", () => {
  assert.match(check(altered(/"side": "right"/, '"side": "left"')).said, /✗ .*核对码对不上/);
});

test("what is no passbook is said to be none", () => {
  for (const content of ["{", "[]", '{"entries":1}']) {
    const { status, said } = check(content);
    assert.deepEqual([status, said.includes("✗ 这个文件读不出来。")], [1, true], content);
  }
});

test("the script is short enough to be read, and needs nothing but Node", () => {
  const source = readFileSync(script, "utf8");
  assert(source.split("\n").length < 80);
  const imports = [...source.matchAll(/from "(.+)"/g)].map(([, name]) => name);
  assert.deepEqual(imports, ["node:crypto", "node:fs"]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { templateText } from "../../../../miniprogram/packages/land/import/template.ts";
import { type Import, toView } from "../../../../miniprogram/packages/land/import/view.ts";

/** What the page says of an import at each stage. */

const columns = [
  { name: "姓名", needed: true },
  { name: "电话", needed: false },
];

const found = (changes: Partial<Import> = {}): Import => ({
  ...{ importId: "i", status: "checked", by: "某某", on: "2026-05-20", rows: 20 },
  ...{ parts: 4, compared: 4, done: 0 },
  tally: {
    ...{ newHouseholds: 5, changedHouseholds: 0, sameHouseholds: 1, newResidents: 12 },
    ...{ changedResidents: 2, sameResidents: 3, endedResidents: 0 },
  },
  ...{ problemRows: 0, problems: [], unknownColumns: [] },
  ...changes,
});

const view = (changes: Partial<Import> = {}) => toView({ import: found(changes), columns });

test("before the first import the page says how a spreadsheet has to look", () => {
  const first = toView({ columns });
  assert.deepEqual([first.needed, first.others, first.next], ["姓名", "电话", "choose"]);
});

test("after the dry run it says what would be written, and asks once more", () => {
  const checked = view();
  assert.deepEqual([checked.next, checked.action], ["write", "导入"]);
  assert.equal(checked.question, "新增5户、12人，改2人的资料。");
  assert.deepEqual(checked.tallies[0], { label: "新增的户", value: "5户" });
});

test("rows with problems are left out only by a button that says so", () => {
  const problems = [{ row: 37, column: "身份证号", sentence: "不对" }];
  const flawed = view({ problemRows: 1, problems });
  assert.equal(flawed.action, "跳过有问题的行，导入其余");
  assert.deepEqual(flawed.problems, [{ key: "0", where: "第37行 身份证号", sentence: "不对" }]);
  assert.equal(flawed.question, "新增5户、12人，改2人的资料。跳过1行。");
});

test("a sheet that says nothing new leaves nothing to write", () => {
  const tally = { ...found().tally, newHouseholds: 0, newResidents: 0, changedResidents: 0 };
  assert.deepEqual(
    [view({ tally }).next, view({ tally }).title],
    ["choose", "核对好了，20行里没有新的"],
  );
});

test("what was interrupted goes on with one press", () => {
  const writing = view({ status: "writing", done: 1 });
  assert.deepEqual([writing.title, writing.action], ["写到25%，停下来了", "接着写"]);
  const checking = view({ status: "checking", compared: 2 });
  assert.deepEqual([checking.next, checking.action], ["compare", "接着核对"]);
  assert.equal(view({ status: "written", done: 4 }).mayWithdraw, false);
});

test("the empty spreadsheet names every column, and opens in Excel as what it is", () => {
  assert.equal(templateText(["姓名", "电话"]), "\ufeff姓名,电话\r\n张三,\r\n");
});

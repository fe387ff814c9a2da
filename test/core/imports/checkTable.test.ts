import assert from "node:assert/strict";
import { test } from "node:test";
import { checkTable } from "../../../core/imports/checkTable.ts";
import { expectRefusal } from "../support.ts";

/** What the rows of a spreadsheet are taken for. */

const hamlets = new Set(["东浜"]);
const head = ["姓名", "自然村", "门牌号", "户主", "人员类别"];
const check = (...rows: ReadonlyArray<readonly string[]>) =>
  checkTable(rows, hamlets, "2026-05-20");
const told = (...rows: ReadonlyArray<readonly string[]>) =>
  check(head, ...rows).problems.map(({ row, column, sentence }) => `${row} ${column} ${sentence}`);

test("columns are found by name in any order, below a title, by other names and with remarks", () => {
  const named = ["姓 名（必填）", "自然村", "门牌", "户主姓名", "类别", "手机号码"];
  const row = ["张三", "东浜", "１２号", "张三", "常住人口", "13900000001"];
  const { households, unknownColumns } = check(["登记表"], named, row);
  assert.deepEqual(unknownColumns, []);
  const [one] = households;
  assert.deepEqual([one?.door, one?.head, one?.row], ["12", "张三", 3]);
  assert.deepEqual([one?.people[0]?.kind, one?.people[0]?.phone], ["living", "13900000001"]);
});

test("rows of one door make one household, wherever they stand; one of them names the head", () => {
  const { households } = check(
    head,
    ["张小", "东浜", "1", "", "户籍"],
    ["李四", "东浜", "2", "李四", "户籍"],
    ["张三", "东浜", "1", "张三", "户籍"],
  );
  const shapes = households.map(({ door, head: called, people }) => [door, called, people.length]);
  assert.deepEqual(shapes, [
    ["1", "张三", 2],
    ["2", "李四", 1],
  ]);
});

test("whoever is born tomorrow has a year that was mistyped", () => {
  const columns = [...head, "出生日期"];
  const born = (day: string) =>
    check(columns, ["张三", "东浜", "1", "张三", "户籍", day]).problems.map(
      ({ column, sentence }) => `${column} ${sentence}`,
    );
  assert.deepEqual(born("2026-05-20"), []);
  assert.deepEqual(born("2026-05-21"), ["出生日期 日期还没到，不能填以后的日期"]);
});

test("a row without a person is an empty house", () => {
  const { households, problems } = check(head, ["", "东浜", "9", "张三", ""]);
  assert.deepEqual([households.length, households[0]?.people, problems], [1, [], []]);
});

test("each row that cannot be one says why", () => {
  const row = (...cells: readonly string[]) => cells;
  assert.deepEqual(
    told(
      row("张三", "东浜", "1", "张三", "户籍"),
      row("张三", "东浜", "1", "", "户籍"),
      row("李四", "东浜", "1", "李四", "户籍"),
      row("王五", "东浜", "", "王五", "户籍"),
      row("赵六", "东浜", "2", "", "户籍"),
      row("钱七", "", "3", "钱七", "户籍"),
      row("孙八", "东浜", "4", "孙八", ""),
    ),
    [
      "3 姓名 和第2行是同一个人",
      "4 户主 和第2行同一个门牌，户主却不同",
      "5 门牌号 没有填",
      "6 户主 没有填",
      "7 自然村 没有填",
      "8 人员类别 没有填",
    ],
  );
});

test("an ID number that Excel kept as a rounded number is refused, not imported short", () => {
  const { problems } = check(
    [...head, "身份证号"],
    ["张三", "东浜", "1", "张三", "户籍", "1.10101199003071E+17"],
  );
  assert.deepEqual(
    problems.map(({ column }) => column),
    ["身份证号"],
  );
});

test("a sheet without the needed columns, or without rows, is refused", () => {
  expectRefusal("columns_missing", () => check(["姓名", "电话"], ["张三", "1"]));
  expectRefusal("table_empty", () => check(head));
});

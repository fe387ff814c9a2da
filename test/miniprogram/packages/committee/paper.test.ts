import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fieldsOf,
  foundMembers,
  rowsOf,
} from "../../../../miniprogram/packages/committee/booklet-sheet/fields.ts";
import {
  checkedRows,
  type PaperRow,
  withBooklet,
  withRows,
} from "../../../../miniprogram/packages/committee/paper/rows.ts";
import {
  type Entering,
  type Form,
  type Held,
  toView,
} from "../../../../miniprogram/packages/committee/paper/view.ts";
import {
  summaryOf,
  toShow,
} from "../../../../miniprogram/packages/committee/paste-sheet/summary.ts";

const known = {
  rules: [
    { id: "cleanup", title: "环境卫生" },
    { id: "meeting", title: "参加党委会议（活动）" },
    { id: "branch", title: "参加支部会议（活动）" },
    { id: "honour", title: "市、区、镇荣誉称号" },
  ],
  members: [
    { ordinal: 4, name: "张三" },
    { ordinal: 15, name: "李四" },
  ],
};

const row = (ordinal: number, ruleId: string, times: number, points: number): PaperRow => ({
  ...{ ordinal, ruleId, times, points },
});

const read = (text: string, there: readonly PaperRow[] = []) =>
  checkedRows(text, known, there).map(({ row: taken, problem }) => taken ?? problem);

test("rows are read between tabs, commas or spaces, with full-width digits and units", () => {
  const wanted = row(4, "cleanup", 12, 2450);
  for (const text of [
    "4\t环境卫生\t12\t24.5",
    "4,环境卫生,12,24.5",
    "4，环境卫生，12，24.5",
    "4 环境卫生 12 24.5",
    "４号　环境卫生　１２次　２４．５分",
  ]) {
    assert.deepEqual(read(text), [wanted], text);
  }
});

test("a name behind the number is compared with the booklet's", () => {
  assert.deepEqual(read("4\t张三\t环境卫生\t1\t2"), [row(4, "cleanup", 1, 200)]);
  assert.deepEqual(read("4\t李四\t环境卫生\t1\t2"), ["4号是张三，不是李四"]);
});

test("headings and empty lines are passed over, and lines keep their numbers", () => {
  const checked = checkedRows("编号\t条目\t次数\t分\n\n9 环境卫生 1 2", known, []);
  assert.deepEqual(checked, [{ line: 3, text: "9 环境卫生 1 2", problem: "没有9号一本通" }]);
});

test("a rule is known by its title, with or without its signs, or by a part that no other has", () => {
  assert.deepEqual(read("4 市区镇荣誉称号 1 10"), [row(4, "honour", 1, 1000)]);
  assert.deepEqual(read("4 荣誉 1 10"), [row(4, "honour", 1, 1000)]);
  assert.deepEqual(read("4 参加党委会议(活动) 1 3"), [row(4, "meeting", 1, 300)]);
  assert.deepEqual(read("4 会议 1 3"), ["没有“会议”这一条"]);
});

test("each row that cannot be right says why", () => {
  assert.deepEqual(
    [
      ...read("4 环境卫生 12"),
      ...read("99 环境卫生 1 2"),
      ...read("4 跳舞 1 2"),
      ...read("4 环境卫生 0 2"),
      ...read("4 环境卫生 1 2.345"),
    ],
    [
      "要四栏：编号 条目 次数 分",
      "没有99号一本通",
      "没有“跳舞”这一条",
      "次数“0”不对",
      "分“2.345”不对",
    ],
  );
});

test("the same booklet and rule twice is told, with the line it was in first", () => {
  assert.deepEqual(read("4 环境卫生 1 2\n15 环境卫生 1 2\n4 环境卫生 2 4")[2], "和第1行重复");
  const there = [row(4, "cleanup", 1, 200)];
  assert.deepEqual(read("4 环境卫生 1 2", there), there);
  assert.deepEqual(read("4 环境卫生 2 4", there), ["这一条已经录过，数不一样"]);
});

test("what is wrong stands first, and nothing is taken while anything is", () => {
  const checked = checkedRows("4 环境卫生 1 2\n9 环境卫生 1 2", known, []);
  assert.deepEqual(
    toShow(checked).map(({ line }) => line),
    [2, 1],
  );
  assert.deepEqual(summaryOf(checked), { text: "2行里有1行要改", ready: false });
  assert.deepEqual(summaryOf(checked.slice(0, 1)), { text: "1行都对，共2分", ready: true });
});

test("rows stay in the order of the booklets, and a booklet can be written anew or taken out", () => {
  const rows = withRows([row(15, "cleanup", 1, 200)], [row(4, "cleanup", 1, 200)]);
  assert.deepEqual(
    rows.map(({ ordinal }) => ordinal),
    [4, 15],
  );
  assert.deepEqual(withBooklet(rows, 15, [row(15, "honour", 1, 1000)])[1]?.ruleId, "honour");
  assert.deepEqual(withBooklet(rows, 4, []), [row(15, "cleanup", 1, 200)]);
});

test("a booklet is found by its number or a piece of its owner's name", () => {
  assert.deepEqual(foundMembers(known.members, "15"), [known.members[1]]);
  assert.deepEqual(foundMembers(known.members, "三"), [known.members[0]]);
  assert.deepEqual(foundMembers(known.members, ""), []);
});

test("a typed booklet leaves out what is blank, and says what is half written", () => {
  const fields = fieldsOf(known.rules, [row(4, "cleanup", 12, 2450)]);
  assert.deepEqual(rowsOf(4, fields), [row(4, "cleanup", 12, 2450)]);
  const half = fields.map((field) =>
    field.ruleId === "honour" ? { ...field, times: "1" } : field,
  );
  assert.equal(rowsOf(4, half), "“市、区、镇荣誉称号”的分不对");
  assert.equal(rowsOf(4, fieldsOf(known.rules, [])), "一条都还没写");
});

const form = (fields: Partial<Form> = {}): Form => ({
  year: 2013,
  last: 2025,
  ...known,
  ...fields,
});
const rows = [row(4, "cleanup", 12, 2450), row(4, "honour", 1, 1000), row(15, "cleanup", 1, 200)];

const entering = (knownTotal: string, some: readonly PaperRow[] = rows): Entering => {
  const view = toView(form(), { batchId: "b1", knownTotal, rows: some }, 1);
  assert(view.kind === "entering");
  return view;
};

test("the running sum is held against the known total, to the hundredth", () => {
  assert.deepEqual(entering("").sum, { text: "已经录了36.5分。先写上全年总数。", tone: "quiet" });
  assert.deepEqual(entering("36.51").sum, {
    ...{ text: "已经录了36.5分，比全年总数还差0.01分。", tone: "waiting" },
  });
  assert.deepEqual(entering("30").sum.text, "已经录了36.5分，比全年总数多出6.5分。");
  assert.deepEqual(entering("36.5").sum, {
    ...{ text: "已经录了36.5分，和全年总数对上了。", tone: "good" },
  });
  assert.deepEqual([entering("36.5").maySend, entering("36").maySend], [true, false]);
  assert.equal(entering("0", []).maySend, false, "nothing is not a year");
});

test("booklets are shown some at a time, each with its lines", () => {
  const { booklets, more, count } = entering("");
  assert.deepEqual(booklets, [
    {
      ...{ ordinal: 4, title: "4号 张三", points: "34.5分" },
      note: "环境卫生12次24.5分，市、区、镇荣誉称号1次10分",
    },
  ]);
  assert.deepEqual([more, count], [true, "2本，3行"]);
});

const paper: NonNullable<Form["paper"]> = {
  ...{ batchId: "b1", status: "proposed", knownTotal: 3650, lines: 3, booklets: 2 },
  ...{ byRule: [], enteredBy: "甲", enteredOn: "2026-05-11" },
  may: { confirm: true, withdraw: false, goOn: false },
};

test("what was entered waits to be compared and confirmed, and says what that means", () => {
  const view = toView(form({ paper }), { batchId: "x", knownTotal: "", rows: [] }, 1) as Held;
  assert.deepEqual([view.kind, view.title, view.total], ["held", "等另一位委员确认", "36.5"]);
  assert.equal(
    view.question,
    "2013年共36.5分，2本。确认以后写进每个人的一本通，记错了只能一行一行冲正。",
  );
});

test("what was rejected is entered anew, under the reason", () => {
  const rejected = {
    ...paper,
    status: "rejected" as const,
    decidedBy: "乙",
    rejection: "漏了一本",
  };
  const view = toView(form({ paper: rejected }), { batchId: "x", knownTotal: "", rows }, 1);
  assert(view.kind === "entering");
  assert.equal(view.notice, "乙没有同意：漏了一本。改好再提。");
});

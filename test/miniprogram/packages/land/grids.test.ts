import assert from "node:assert/strict";
import { test } from "node:test";
import {
  newForm,
  problemOf,
  questionOf,
  regroupInput,
  sheetView,
  withHamlet,
} from "../../../../miniprogram/packages/land/grids/sheet.ts";
import { type Grid, type Land, toView } from "../../../../miniprogram/packages/land/grids/view.ts";

/** The committee's land: what is shown of it, and the forms that regroup it. */

const numbers = {
  households: 1,
  residents: 2,
  representatives: 3,
  enterprises: 4,
  newResidents: 5,
};

const grid = (ordinal: number, hamlets: string[], changes: Partial<Grid> = {}): Grid => ({
  ...{ id: `g${ordinal}`, ordinal, name: `第${ordinal}网格`, hamlets, members: 9, numbers },
  source: "counted",
  ...changes,
});

const first = grid(1, ["东浜", "南浜"]);
const land: Land = {
  grids: [first, grid(2, ["西浜"])],
  nextOrdinal: 7,
  regroupings: [],
};

test("the numbers say whether they are counted or entered, and by whom", () => {
  const entered = { source: "entered", enteredBy: "某某", enteredOn: "2026-05-20" } as const;
  const [one, two] = toView({ ...land, grids: [first, grid(2, ["西浜"], entered)] }).grids;
  assert.deepEqual([one?.source, one?.enteredNote], ["按台账数", ""]);
  assert.equal(two?.source, "村里填报");
  assert(two.enteredNote.startsWith("某某"));
  assert.deepEqual(one?.numbers.at(-1), { label: "党员数", value: "9" });
});

test("the last recount says what it found, number by number", () => {
  const recount = { on: "2026-05-20", total: 0, differences: [] };
  assert.equal(toView({ ...land, recount }).recount, "2026年5月20日核对过，都对得上。");
  const difference = { hamlet: "东浜", number: "residents", kept: 7, counted: 8 } as const;
  const found = { ...recount, total: 1, differences: [{ ...difference, mended: true }] };
  assert.deepEqual(
    toView({ ...land, recount: found }).differences.map(({ text }) => text),
    ["东浜的人口数：原来7，实有8，已经改过来"],
  );
});

test("a split takes some hamlets, a name and the next number, and never the last hamlet", () => {
  const form = newForm("split", first, "r");
  assert.equal(problemOf(land, form), "请选自然村");
  const both = withHamlet(withHamlet(form, "东浜"), "南浜");
  assert.equal(problemOf(land, both), "网格里至少要留一个自然村，要全部划走请用合并");
  const one = { ...withHamlet(both, "东浜"), name: " 新网格 " };
  assert.equal(problemOf(land, one), undefined);
  assert.deepEqual(regroupInput(land, one), {
    ...{ kind: "split", regroupingId: "r", gridId: "g1" },
    ...{ ordinal: 7, name: "新网格", hamlets: ["南浜"] },
  });
});

test("a move takes one hamlet to another grid, and says so before it is done", () => {
  const form = withHamlet(withHamlet(newForm("move", first, "r"), "东浜"), "南浜");
  assert.equal(problemOf(land, form), "请选网格");
  assert.deepEqual(
    sheetView(land, form).grids.map(({ value }) => value),
    ["g2"],
  );
  const whole = { ...form, intoId: "g2" };
  assert(questionOf(land, whole).startsWith("南浜从第1网格划到第2网格。"));
});

test("numbers are typed in whole", () => {
  const form = newForm("numbers", first, "r");
  assert.equal(problemOf(land, form), undefined);
  const wrong = { ...form, numbers: { ...form.numbers, residents: "三" } };
  assert.equal(problemOf(land, wrong), "人口数要填数字");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { toView } from "../../../../miniprogram/packages/gridwork/households/view.ts";
import type { List } from "../../../../miniprogram/packages/gridwork/list.ts";

type Row = List["rows"][number];

const row = (fields: Partial<Row> = {}): Row => ({
  ...{ householdId: "h1", hamlet: "东浜", door: "12-3", head: "陆阿婆", people: 4, floating: 2 },
  ...{ newResidents: 3, representatives: 0, openNeeds: 0, visitedOn: "" },
  ...fields,
});

const list = (rows: readonly Row[], grids: List["grids"] = []): List => ({
  ...{
    gridId: "v-g1",
    grid: "第一网格",
    hamlets: ["东浜"],
    grids,
    today: "2026-05-20",
    more: false,
  },
  numbers: {
    ...{ households: 61, residents: 203, members: 19, representatives: 3 },
    ...{ enterprises: 2, newResidents: 12 },
  },
  rows: [...rows],
});

const all = { typed: "", filter: "" } as const;

test("a row says where, how many, since when nobody came, and what is open", () => {
  const [first] = toView(list([row({ openNeeds: 1, visitedOn: "2025-11-02" })]), all, false).rows;
  assert.equal(first?.place, "东浜 12-3号");
  assert.equal(first?.people, "4人\u00a0· 流动2人\u00a0· 新居民1人");
  assert.equal(first?.visited, "上次走访 2025年11月2日");
  assert.equal(first?.needs, "1件需求没办");
  assert.equal(toView(list([row()]), all, false).rows[0]?.visited, "还没走访过");
});

test("the form of a visit gets the name along, since it asks the village nothing", () => {
  const [first] = toView(list([row()]), all, false).rows;
  assert.match(first?.visitUrl ?? "", new RegExp(`head=${encodeURIComponent("陆阿婆")}$`));
});

test("the six numbers stand in the order of the wall", () => {
  assert.deepEqual(
    toView(list([]), all, false).numbers.map(({ label, value }) => `${label}${value}`),
    ["户数61", "人口203", "党员19", "村民代表3", "企业2", "新居民12"],
  );
});

test("who looks at one grid chooses none; the committee chooses", () => {
  const grids = ["一", "二"].map((name) => ({ id: name, name }));
  assert.deepEqual(toView(list([], grids.slice(1)), all, false).grids, []);
  assert.equal(toView(list([], grids), all, false).grids.length, 2);
});

test("an empty list says why", () => {
  assert.match(toView(list([]), all, false).nobody, /还没有登记/);
  assert.match(toView(list([]), { typed: "王", filter: "" }, false).nobody, /没有找到“王”/);
  assert.match(toView(list([]), { typed: "", filter: "needs" }, false).nobody, /有需求没办/);
  assert.equal(toView(list([row()]), all, false).nobody, "");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { historyViews } from "../../../../miniprogram/packages/gridwork/household/history.ts";
import {
  ageOn,
  type Household,
  toView,
} from "../../../../miniprogram/packages/gridwork/household/view.ts";

const household = (fields: Partial<Household> = {}): Household => ({
  ...{ householdId: "h1", gridId: "v-g1", grid: "第一网格", hamlet: "东浜", door: "12-3" },
  ...{ head: "陆阿婆", phone: "", note: "", visitedOn: "2026-09-03", openNeeds: 0, revision: 1 },
  ...{ ended: "", today: "2026-09-10", grids: [], residents: [], visits: [], services: [] },
  history: [],
  ...fields,
});

type Line = Household["history"][number];
const line = (fields: Partial<Line>): Line => ({
  ...{ on: "2026-09-03", by: "张三", thing: "household", name: "陆阿婆", what: "changed" },
  ...{ fields: [], imported: false },
  ...fields,
});
const told = (fields: Partial<Line>) =>
  historyViews(household({ history: [line(fields)] })).map(({ text }) => text);

test("a change says who, when, and from what to what", () => {
  const fields = [{ label: "门牌", from: "12", to: "12-3" }];
  assert.deepEqual(told({ fields }), ["张三 9月3日 把门牌从 12 改成 12-3"]);
});

test("what was written first and what was taken away is said so", () => {
  const fields = [
    { label: "电话", from: "", to: "139" },
    { label: "备注", from: "耳朵不好", to: "" },
  ];
  assert.deepEqual(told({ thing: "resident", name: "李四", fields, on: "2025-09-03" }), [
    "张三 2025年9月3日 把李四的电话写成 139，备注 耳朵不好 去掉了",
  ]);
});

test("who came, moved or left is said by name", () => {
  const resident = { thing: "resident", name: "李四" } as const;
  assert.deepEqual(told({ ...resident, what: "new", imported: true }), [
    "张三 9月3日 用表格加了李四",
  ]);
  const moved = [{ label: "自然村", from: "东浜", to: "西浜" }];
  assert.deepEqual(told({ what: "moved", fields: moved }), [
    "张三 9月3日 把这一户搬了：自然村从 东浜 改成 西浜",
  ]);
  const ended = [{ label: "注销", from: "", to: "搬走了" }];
  assert.deepEqual(told({ ...resident, what: "ended", fields: ended }), [
    "张三 9月3日 记下李四不在册了（搬走了）",
  ]);
  assert.deepEqual(told({}), ["张三 9月3日 存了一遍，没有改动"]);
});

const visit = (visitId: string, need: string, doneOn = "") => ({
  ...{ visitId, on: "2026-09-03", by: "张三", text: "聊了聊", need, doneOn, revision: 1 },
  followUps: [{ on: "2026-09-04", by: "李四", text: "报给村里了" }],
});

test("needs that are open stand first, the other visits below", () => {
  const visits = [visit("v1", "修屋顶"), visit("v2", ""), visit("v3", "换灯", "2026-09-05")];
  const view = toView(household({ visits }), false);
  assert.deepEqual(
    view.needs.map(({ id, followUps }) => [id, followUps]),
    [["v1", ["9月4日 李四：报给村里了"]]],
  );
  assert.deepEqual(
    view.visits.map(({ id, status }) => [id, status]),
    [
      ["v2", ""],
      ["v3", "9月5日办好了"],
    ],
  );
});

const floating = {
  from: "河南周口",
  since: "2024-03-01",
  until: "",
  landlord: "",
  landlordPhone: "",
};
const resident = (until: string) => ({
  ...{ residentId: "r1", name: "王大海", kind: "floating" as const, birthday: "1990-09-11" },
  ...{ phone: "", idNumber: "110***********002X", isRepresentative: false, note: "", revision: 1 },
  floating: { ...floating, until },
});

test("a person is told by age, hidden ID number and where they came from", () => {
  const [person] = toView(household({ residents: [resident("")] }), false).people;
  assert.equal(person?.about, "35岁\u00a0· 110***********002X");
  assert.equal(person?.floating, "河南周口来\u00a0· 2024年3月1日起");
});

test("who meant to be gone by now is worth asking about", () => {
  const [person] = toView(household({ residents: [resident("2026-09-09")] }), false).people;
  assert.match(person?.floating ?? "", /说好住到9月9日.*该问问了/);
});

test("a birthday that is still to come this year makes nobody older", () => {
  assert.deepEqual(
    ["2026-09-10", "2026-09-11"].map((day) => ageOn("1990-09-11", day)),
    [35, 36],
  );
});

test("of a household that is no longer kept nothing leads to a form", () => {
  const gone = toView(household({ ended: "moved", residents: [resident("")] }), false);
  assert.match(gone.ended, /搬走/);
  assert.equal(gone.people[0]?.url, "");
});

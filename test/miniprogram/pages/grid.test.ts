import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../core/api.ts";
import { gridAt, landOf } from "../../../miniprogram/pages/grid/land.ts";
import { lookOf } from "../../../miniprogram/pages/grid/looks.ts";
import { toDetail, toView } from "../../../miniprogram/pages/grid/view.ts";

type Reply = Api["getGridMap"]["output"];
type Grid = Reply["grids"][number];

const numbers = {
  ...{ households: 32, residents: 110, members: 19 },
  ...{ representatives: 0, enterprises: 3, newResidents: null },
};

const grid = (ordinal: number, more: Partial<Grid> = {}): Grid => ({
  ...{ id: `g${ordinal}`, ordinal, name: `第${ordinal}网格`, hamlets: ["汤角", "下徐"] },
  ...{ staff: [], numbers, source: "counted", points: 32_050, posts: [] },
  ...more,
});

/** A square of a hundredth of a degree whose south-western corner is here. */
const square = (longitude: number, latitude: number) =>
  [
    [longitude, latitude],
    [longitude + 0.01, latitude],
    [longitude + 0.01, latitude + 0.01],
    [longitude, latitude + 0.01],
  ] as const;

const reply = (grids: Grid[], myGridId?: string): Reply => ({
  village: { name: "汤角村", town: "仙降街道", year: 2014 },
  ...(myGridId ? { myGridId } : {}),
  ...{ fewerThan: 5, grids },
});

const firstOf = (more: Partial<Grid>) => toView(reply([grid(1, more)])).grids[0];

test("a grid tells its hamlets, its points and its six numbers", () => {
  const view = firstOf({});
  assert.deepEqual([view?.hamlets, view?.points], ["汤角、下徐", "320.5"]);
  assert.deepEqual(
    view?.numbers.map(({ label, text }) => `${label} ${text}`),
    ["户数 32", "人口 110", "党员 19", "村民代表 0", "企业 3", "新居民 <5"],
  );
  assert.equal(view?.numbers.at(-1)?.spoken, "新居民不到5人");
});

test("numbers that the committee wrote down say so", () => {
  assert.equal(firstOf({})?.entered, "");
  assert.match(firstOf({ source: "entered" })?.entered ?? "", /村里填报/);
});

test("before anything is written down only the members are counted, and the page says so", () => {
  const view = firstOf({ source: "none" });
  assert.deepEqual(
    view?.numbers.map(({ label }) => label),
    ["党员"],
  );
  assert.match(view?.entered ?? "", /还没有登记/);
});

test("the page says why a number is hidden, and only where one is", () => {
  assert.match(toView(reply([grid(1)])).hidden, /少于5的数只写“<5”/);
  assert.equal(toView(reply([grid(1, { numbers: { ...numbers, newResidents: 7 } })])).hidden, "");
});

test("a member's own grid comes first, the others by number", () => {
  const { grids } = toView(reply([grid(1), grid(2), grid(3)], "g2"));
  assert.deepEqual(
    grids.map(({ id, isMine }) => [id, isMine]),
    [
      ["g2", true],
      ["g1", false],
      ["g3", false],
    ],
  );
});

test("the leader comes before the staff, each with the number that the village released", () => {
  const { people } = firstOf({
    leader: { name: "张三", dutyPhone: "13800000001" },
    staff: [{ name: "李四", dutyPhone: "" }],
  }) ?? { people: [] };
  assert.deepEqual(people, [
    { role: "组长", name: "张三", phone: "13800000001" },
    { role: "网格员", name: "李四", phone: "" },
  ]);
});

test("a post with room says how many are wanted; a full one, or a fuller, is only named", () => {
  const view = firstOf({
    posts: [
      { title: "应急抢修", places: 3, taken: 1 },
      { title: "环境卫生", places: 2, taken: 3 },
      { title: "爱心帮扶", places: 1, taken: 1 },
    ],
  });
  assert.deepEqual(view?.vacant, [{ title: "应急抢修", wanted: "还缺2人" }]);
  assert.equal(view?.full, "环境卫生、爱心帮扶");
});

test("who holds a post stands under its title", () => {
  const posts = [{ title: "环境卫生", holders: ["张*", "李*"] }];
  assert.deepEqual(toDetail({ posts, stories: [] }), {
    ...{ kind: "ready", holders: [{ title: "环境卫生", names: "张*、李*" }], stories: [] },
  });
});

test("without a drawn grid there is no map", () => {
  assert.equal(landOf([grid(1)], "g1"), undefined);
});

test("the map shows every drawn grid with its name, the chosen one on top, and begins with all of them", () => {
  const land = landOf(
    [
      grid(1, { outline: [square(120, 31)], middle: [120.005, 31.005] }),
      grid(2),
      grid(3, { outline: [square(120.01, 31), square(120.03, 31)], middle: [120.015, 31.005] }),
    ],
    "g3",
  );
  assert.deepEqual(
    land?.polygons.map(({ zIndex, strokeColor }) => [zIndex, strokeColor]),
    [
      [1, `${lookOf(1).color}ff`],
      [2, `${lookOf(3).color}ff`],
      [2, `${lookOf(3).color}ff`],
    ],
  );
  assert.deepEqual(
    land?.markers.map(({ id, ariaLabel }) => [id, ariaLabel]),
    [
      [1, "第1网格"],
      [3, "第3网格"],
    ],
  );
  assert.deepEqual(land?.corners, [
    { longitude: 120, latitude: 31 },
    { longitude: 120.04, latitude: 31.01 },
  ]);
});

test("a tap finds the grid on whose land it is, in whichever piece", () => {
  const grids = [
    grid(1, { outline: [square(120, 31)] }),
    grid(2),
    grid(3, { outline: [square(120.01, 31), square(120.03, 31)] }),
  ];
  const at = (longitude: number, latitude: number) => gridAt(grids, { longitude, latitude })?.id;
  assert.deepEqual(
    [at(120.001, 31.009), at(120.019, 31.001), at(120.035, 31.005), at(120.025, 31.005)],
    ["g1", "g3", "g3", undefined],
  );
});

test("eight grids in a row differ by colour, and neighbours by their line too", () => {
  const looks = [1, 2, 3, 4, 5, 6, 7, 8].map(lookOf);
  assert.equal(new Set(looks.map(({ color }) => color)).size, 8);
  for (const [index, { dash }] of looks.entries()) {
    assert.notDeepEqual(dash, looks[index + 1]?.dash);
  }
});

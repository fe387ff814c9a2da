import assert from "node:assert/strict";
import { test } from "node:test";
import {
  choose,
  drawingOf,
  type Place,
  put,
} from "../../../../miniprogram/packages/map/draw/drawing.ts";
import {
  cornerOf,
  cornersOfOthers,
  isDrawn,
  placeIn,
  sheetOf,
  toView,
} from "../../../../miniprogram/packages/map/draw/view.ts";
import { toView as toGrids } from "../../../../miniprogram/packages/map/grids/view.ts";
import { compact } from "../../../../miniprogram/packages/map/import/file.ts";
import { toTried } from "../../../../miniprogram/packages/map/import/view.ts";
import {
  inputOf,
  strangePhone,
  toView as toPeople,
  withoutPerson,
  withPerson,
  withPhone,
} from "../../../../miniprogram/packages/map/people/view.ts";

const ring: Place[] = [
  [120, 31],
  [120.02, 31],
  [120.02, 31.02],
];

const reply = {
  revision: 3,
  grids: [
    { id: "g1", ordinal: 1, name: "第一网格", outline: [ring] },
    { id: "g2", ordinal: 2, name: "第二网格" },
  ],
};

test("drawing begins at the grid itself, else at its neighbours, else with the whole country", () => {
  const around = [
    { longitude: 120, latitude: 31 },
    { longitude: 120.02, latitude: 31.02 },
  ];
  assert.deepEqual(toView(reply, "g1").corners, around);
  assert.deepEqual(toView(reply, "g2").corners, around);
  const nowhere = toView({ revision: 0, grids: [{ id: "g1", ordinal: 1, name: "一" }] }, "g1");
  assert.deepEqual([nowhere.corners, nowhere.scale], [[], 4]);
});

test("a marker's id leads back to its corner, and that of the mistake to none", () => {
  const drawing = put(drawingOf([ring, ring]), [120.5, 31.5]);
  const { markers } = sheetOf(reply, "g2", drawing, { longitude: 120, latitude: 31 });
  assert.deepEqual(
    markers.map(({ id }) => cornerOf(id, drawing)),
    [
      ...[0, 1, 2].map((corner) => ({ piece: 0, corner })),
      ...[0, 1, 2, 3].map((corner) => ({ piece: 1, corner })),
      undefined,
    ],
  );
});

test("the sheet says what the next tap does and how many corners there are", () => {
  const hint = (drawing = drawingOf()) => sheetOf(reply, "g2", drawing).hint;
  assert.match(hint(), /一个角一个角地点/);
  assert.match(hint(drawingOf([ring])), /点一个角来改它/);
  const chosen = choose(drawingOf([ring]), { piece: 0, corner: 0 });
  assert.match(hint(chosen), /点新的地方/);
  assert.equal(sheetOf(reply, "g2", chosen).count, "3个角");
});

test("neighbours' corners can be meant, one's own cannot", () => {
  assert.deepEqual(cornersOfOthers(reply, "g2"), ring);
  assert.deepEqual(cornersOfOthers(reply, "g1"), []);
});

test("leaving asks only when something would be lost", () => {
  assert.equal(isDrawn(drawingOf([ring]), reply, "g1"), false);
  assert.equal(isDrawn(put(drawingOf([ring]), [1, 2]), reply, "g1"), true);
  assert.equal(isDrawn(drawingOf(), reply, "g2"), false);
});

test("a refusal's place is one on the map; a path in a file is none", () => {
  assert.deepEqual(placeIn("120.5,31.25"), { longitude: 120.5, latitude: 31.25 });
  assert.equal(placeIn("features.0.geometry"), undefined);
});

test("of a file only the shapes with their name or number are sent, with as many decimals as matter", () => {
  const geometry = { type: "Polygon", coordinates: [[[120.123456789, 31, 4.5]]] };
  const file = {
    ...{ type: "FeatureCollection", crs: {}, bbox: [1, 2, 3, 4] },
    features: [
      { type: "Feature", id: 9, properties: { name: "第一网格", owner: "某某" }, geometry },
    ],
  };
  assert.deepEqual(JSON.parse(compact(JSON.stringify(file))), {
    type: "FeatureCollection",
    features: [
      {
        ...{ type: "Feature", properties: { name: "第一网格" } },
        geometry: { type: "Polygon", coordinates: [[[120.1234568, 31, 4.5]]] },
      },
    ],
  });
});

test("what is no such file goes as it is, for the village to say so", () => {
  for (const text of ["no json", "{}", '{"features":1}']) assert.equal(compact(text), text);
});

test("a dry run counts what would change, and what is wrong has its sentence, its place and its mark", () => {
  const tried = toTried({
    written: false,
    features: [
      { name: "1", grid: "第一网格", corners: 3, change: "changed", outline: [ring] },
      { name: "2", grid: "第二网格", corners: 3, change: "same", outline: [ring] },
      {
        ...{ name: "3", grid: "第三网格", corners: 3, change: "refused", code: "outline_overlaps" },
        ...{ message: "和别的网格画重了", place: [120.01, 31.01] as const, with: "第一网格" },
      },
      {
        name: "",
        corners: 3,
        change: "refused",
        code: "unknown_grid",
        message: "没有叫这个名字的网格",
      },
    ],
  });
  assert.deepEqual(
    tried.rows.map(({ title, said }) => `${title} ${said}`),
    [
      "第一网格 改成文件里的，3个角",
      "第二网格 和现在一样，3个角",
      "第三网格 和别的网格画重了：第一网格（120.01, 31.01）",
      "第4块 没有叫这个名字的网格",
    ],
  );
  assert.equal(tried.changes, 1);
  assert.match(tried.problem, /有2块不对/);
  assert.deepEqual(
    tried.markers.map(({ longitude }) => longitude),
    [120.01],
  );
});

const named = { memberId: "m1", name: "张三", dutyPhone: "13800000001" };

const people = {
  grids: [
    {
      ...{ id: "g1", name: "第一网格", drawn: true, leader: named, revision: 2 },
      staff: [{ memberId: "m2", name: "李四", dutyPhone: "" }],
    },
    { id: "g2", name: "第二网格", drawn: false, leader: null, staff: [], revision: 0 },
  ],
};

test("the committee's list says what is drawn and who is named", () => {
  assert.deepEqual(
    toGrids(people).grids.map((grid) => [grid.drawn, grid.people]),
    [
      ["画好了", "张三、李四"],
      ["还没画", "还没定"],
    ],
  );
});

test("there is one leader, staff are several, and nobody stands twice", () => {
  const view = toPeople(people, "g1");
  assert.deepEqual(
    view.offices.map(({ add }) => add),
    ["", "加网格员"],
  );
  const twice = withPerson(withPerson(view, "staff", named), "staff", named);
  assert.deepEqual(
    twice.offices[1]?.people.map(({ memberId }) => memberId),
    ["m2", "m1"],
  );
  const without = withoutPerson(view, "leader", "m1");
  assert.equal(without.offices[0]?.add, "定组长");
  assert.equal(inputOf(without, "g1").leader, null);
});

test("a number that can be none is named before it is sent; blanks around one do not matter", () => {
  const view = toPeople(people, "g1");
  const typed = (phone: string) => withPhone(view, "staff", "m2", phone);
  assert.equal(strangePhone(view), "");
  assert.equal(strangePhone(typed("12345678901234")), "李四");
  assert.equal(strangePhone(typed("0512-63200011")), "");
  assert.deepEqual(inputOf(typed(" 110 "), "g1").staff, [{ memberId: "m2", dutyPhone: "110" }]);
});

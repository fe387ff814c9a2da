import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Api } from "../../core/api.ts";
import { hamletNumbersId, noCounts } from "../../core/households/numbers.ts";
import { outlines as demo } from "../../local/demo/outlines.ts";
import { everything, sdkOf } from "../support/everything.ts";

import { makeVillage, openCloud, type TestCloud, type Village } from "../support/village.ts";

/** The grid map as a villager, a member and the committee meet it, through the bundled function. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "map");
});
after(() => cloud.close());

const [g1, g2] = ["map-g1", "map-g2"];
const [one, two] = [[demo[1] ?? []], [demo[2] ?? []]];

type Grid = Api["getGridMap"]["output"]["grids"][number];

async function gridsFor(name: string): Promise<[Grid, Grid]> {
  const { grids } = await village.ask(name, "getGridMap", { villageId: "map" });
  const [first, second] = grids;
  assert(first && second);
  return [first, second];
}

const feature = (properties: object, ring: readonly unknown[]) => ({
  ...{ type: "Feature", properties },
  geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] },
});

const fileOf = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });

test("before anybody draws, the map has every grid and no outline; nobody's own but a member's", async () => {
  const { grids, myGridId } = await village.ask("stranger", "getGridMap", { villageId: "map" });
  assert.deepEqual(
    grids.map(({ name, outline, middle }) => [name, outline, middle]),
    [
      ["第一网格", undefined, undefined],
      ["第二网格", undefined, undefined],
    ],
  );
  assert.equal(myGridId, undefined);
  assert.equal((await village.ask("anna", "getGridMap", { villageId: "map" })).myGridId, g1);
});

test("what the committee draws, everybody sees; drawn again after a lost answer it is drawn once", async () => {
  const drawing = { gridId: g1, outline: one, revision: 0 };
  assert.deepEqual(await village.ask("founder", "drawOutline", drawing), { revision: 1 });
  assert.deepEqual(await village.ask("founder", "drawOutline", drawing), { revision: 1 });
  const [first, second] = await gridsFor("stranger");
  assert.deepEqual(first.outline, one);
  assert.ok(first.middle);
  assert.equal(second.outline, undefined);
});

test("whoever draws gets the revision and the neighbours", async () => {
  const { revision, grids } = await village.ask("founder", "getOutlines", { gridId: g2 });
  assert.equal(revision, 1);
  assert.deepEqual(
    grids.map(({ id, outline }) => [id, outline]),
    [
      [g1, one],
      [g2, undefined],
    ],
  );
});

test("a file is tried first, which changes nothing; then written, and written again it changes nothing", async () => {
  const geojson = fileOf(
    feature({ name: "第一网格" }, demo[1] ?? []),
    feature({ ordinal: 2 }, demo[2] ?? []),
  );
  const input = { geojson, coordinates: "gcj02" as const };
  const was = await everything(cloud.cloud);
  const tried = await village.ask("founder", "importOutlines", { ...input, write: false });
  assert.deepEqual(await everything(cloud.cloud), was);
  assert.deepEqual(
    tried.features.map(({ grid, change, corners }) => [grid, change, corners]),
    [
      ["第一网格", "same", 16],
      ["第二网格", "new", 16],
    ],
  );
  await village.ask("founder", "importOutlines", { ...input, write: true });
  const [, second] = await gridsFor("stranger");
  assert.deepEqual(second.outline, two);
  const written = await everything(cloud.cloud);
  const again = await village.ask("founder", "importOutlines", { ...input, write: true });
  assert.deepEqual(new Set(again.features.map(({ change }) => change)), new Set(["same"]));
  assert.deepEqual(await everything(cloud.cloud), written);
});

test("a dry run names each feature's mistake, its place and the grid in its way; the file's own lands may change places", async () => {
  const { features } = await village.ask("founder", "importOutlines", {
    ...{ coordinates: "gcj02", write: false },
    geojson: fileOf(
      feature({ name: "第一网格" }, demo[2] ?? []),
      feature({ name: "第二网格" }, demo[2] ?? []),
      feature({ name: "第二网格" }, demo[4] ?? []),
      feature({}, demo[5] ?? []),
    ),
  });
  assert.deepEqual(
    features.map(({ change, code, with: other }) => [change, code, other]),
    [
      ["changed", undefined, undefined],
      ["refused", "outline_overlaps", "第一网格"],
      ["refused", "duplicate_id", undefined],
      ["refused", "unknown_grid", undefined],
    ],
  );
  assert.equal(features[1]?.place?.length, 2);
});

test("a file of GPS coordinates is shifted to what the map takes", async () => {
  const geojson = fileOf(feature({ ordinal: 2 }, demo[6] ?? []));
  const input = { geojson, coordinates: "wgs84" as const, write: true };
  await village.ask("founder", "importOutlines", input);
  const [, second] = await gridsFor("stranger");
  const [[longitude, latitude] = []] = second.outline?.[0] ?? [];
  const [east = 0, north = 0] = demo[6]?.[0] ?? [];
  // Around there the shift is some 440 m to the east and 220 m to the south.
  const [byEast, byNorth] = [(longitude ?? 0) - east, (latitude ?? 0) - north];
  assert.ok(
    byEast > 0.003 && byEast < 0.006 && byNorth < -0.001 && byNorth > -0.003,
    `${byEast} ${byNorth}`,
  );
});

test("an outline can be taken away", async () => {
  const { revision } = await village.ask("founder", "getOutlines", { gridId: g2 });
  await village.ask("founder", "drawOutline", { gridId: g2, outline: null, revision });
  assert.equal((await gridsFor("stranger"))[1].outline, undefined);
});

test("leader and staff are shown with the numbers that the village released, and no other", async () => {
  const { ask, memberId } = village;
  const leader = { memberId: memberId("chief"), dutyPhone: "0512-63200000" };
  const staff = [{ memberId: memberId("staff"), dutyPhone: "" }];
  const input = { gridId: g1, leader, staff, revision: 0 };
  assert.deepEqual(await ask("founder", "setGridPeople", input), { revision: 1 });
  assert.deepEqual(await ask("founder", "setGridPeople", input), { revision: 1 });
  const [first, second] = await gridsFor("stranger");
  assert.deepEqual(first.leader, { name: "chief", dutyPhone: "0512-63200000" });
  assert.deepEqual(first.staff, [{ name: "staff", dutyPhone: "" }]);
  assert.deepEqual([second.leader, second.staff], [undefined, []]);
  const { grids } = await ask("founder", "getGridPeople", {});
  assert.deepEqual(
    grids.map(({ id, drawn, revision, leader: named }) => [id, drawn, revision, named?.memberId]),
    [
      [g1, true, 1, memberId("chief")],
      [g2, false, 0, undefined],
    ],
  );
  const late = await village.raw("founder", "setGridPeople", { ...input, leader: null });
  assert.equal(late.ok || late.code, "grid_changed");
});

test("numbers come from the hamlets, and are masked by the server where they are small", async () => {
  const db = sdkOf(cloud.cloud);
  await db.collection("hamletNumbers").add({
    data: {
      ...{ _id: hamletNumbersId("map", "东浜"), villageId: "map", hamlet: "东浜", revision: 1 },
      ...{ ...noCounts, households: 12, residents: 40, newResidents: 4 },
      changedAt: "2026-01-01T00:00:00.000Z",
    },
  });
  const numbers = async () => (await gridsFor("stranger"))[0].numbers;
  const [counted, bare] = await gridsFor("stranger");
  assert.deepEqual([counted.source, bare.source], ["counted", "none"]);
  assert.deepEqual(await numbers(), {
    ...{ households: 12, residents: 40, members: 5, representatives: 0, enterprises: 0 },
    newResidents: null,
  });
  const settings = await village.ask("founder", "getSettings", {});
  assert.equal(settings.fewerThan, 5);
  const { openYear: _, next: __, ...own } = settings;
  await village.ask("founder", "changeSettings", { ...own, fewerThan: 0 });
  assert.equal((await numbers()).newResidents, 4);
  // A phone that does not know the setting yet leaves it as it is.
  const { fewerThan: ___, ...older } = own;
  assert.equal((await village.ask("founder", "changeSettings", older)).fewerThan, 0);
});

test("posts say how many places are taken, and a tap who holds them, by the village's way with names", async () => {
  const { ask, postId } = village;
  const { claimId } = await ask("anna", "claimPost", { postId, gridId: g1 });
  await ask("chief", "reviewClaim", { decision: "confirm", claimId });
  const [first] = await gridsFor("stranger");
  assert.deepEqual(first.posts, [{ title: "环境卫生工作岗", places: 1, taken: 1 }]);
  const holders = async () =>
    (await ask("stranger", "getGrid", { villageId: "map", gridId: g1 })).posts;
  assert.deepEqual(await holders(), [{ title: "环境卫生工作岗", holders: ["anna"] }]);
  const { openYear: _, next: __, ...own } = await ask("founder", "getSettings", {});
  await ask("founder", "changeSettings", { ...own, boardNames: "masked" });
  assert.deepEqual(await holders(), [{ title: "环境卫生工作岗", holders: ["a***"] }]);
  assert.equal((await gridsFor("stranger"))[0].leader?.name, "c****");
});

test("the map brings the details of the grid that stands open: the one asked for, one's own, or the first", async () => {
  const openFor = async (name: string, gridId?: string) =>
    (await village.ask(name, "getGridMap", { villageId: "map", ...(gridId && { gridId }) })).open;
  assert.equal((await openFor("stranger"))?.gridId, g1);
  assert.deepEqual(await openFor("stranger", g2), { gridId: g2, posts: [], stories: [] });
  const details = await village.ask("anna", "getGrid", { villageId: "map", gridId: g1 });
  assert.deepEqual(await openFor("anna"), { gridId: g1, ...details });
  // A grid that was merged away since the phone last looked.
  assert.equal((await openFor("anna", "far-g1"))?.gridId, g1);
});

test("a grid of another village is not there", async () => {
  const { posts } = await village.ask("stranger", "getGrid", {
    villageId: "map",
    gridId: "far-g1",
  });
  assert.deepEqual(posts, []);
  const draw = { gridId: "far-g1", outline: null, revision: 0 };
  const drawn = await village.raw("founder", "drawOutline", draw);
  assert.equal(drawn.ok || drawn.code, "not_found");
});

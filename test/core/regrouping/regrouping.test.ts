import assert from "node:assert/strict";
import { test } from "node:test";
import type { Grid } from "../../../core/grids/grid.ts";
import { shownNumbers } from "../../../core/grids/shownNumbers.ts";
import type { Post } from "../../../core/posts/post.ts";
import { regroupedPost } from "../../../core/regrouping/posts.ts";
import { merged, moved, split } from "../../../core/regrouping/regrouping.ts";
import { expectRefusal, noon } from "../support.ts";

/** What grids are after they were regrouped. */

const grid = (ordinal: number, hamlets: readonly string[], changes: Partial<Grid> = {}): Grid => ({
  ...{ id: `v-g${ordinal}`, villageId: "v", ordinal, name: `第${ordinal}网格`, hamlets },
  ...changes,
});

const some = { households: 1, residents: 2, representatives: 3 };
const numbers = { ...some, enterprises: 4, newResidents: 5 };
const entered = { ...numbers, by: "m1", byName: "某某", at: noon };

test("a merged grid keeps its hamlets as the past, and the other one has them from now on", () => {
  const { from, into } = merged(grid(1, ["东浜"]), grid(2, ["西浜"]), noon);
  assert.deepEqual([from.hamlets, from.until, from.into], [["东浜"], "2026-05-20", "v-g2"]);
  assert.deepEqual([into.hamlets, into.from, into.until], [["西浜", "东浜"], ["v-g1"], undefined]);
});

test("numbers that were entered for both grids are summed when they merge", () => {
  const both = merged(grid(1, ["东浜"], { entered }), grid(2, ["西浜"], { entered }), noon);
  assert.equal(both.into.entered?.residents, 4);
  const one = merged(grid(1, ["东浜"], { entered }), grid(2, ["西浜"]), noon);
  assert.equal(one.into.entered, undefined);
});

test("what was entered for a grid does not hold for a part of it", () => {
  const parts = split(
    grid(1, ["东浜", "南浜"], { entered }),
    { id: "v-g3", ordinal: 3, name: "新网格", hamlets: ["南浜"] },
    noon,
  );
  assert.deepEqual([parts.from.entered, parts.into.entered], [undefined, undefined]);
  assert.deepEqual([parts.from.hamlets, parts.into.hamlets], [["东浜"], ["南浜"]]);
  assert.equal(parts.into.since, "2026-05-20");
});

test("a grid keeps at least one hamlet, and gives none that it has not", () => {
  expectRefusal("grid_emptied", () => moved(grid(1, ["东浜"]), grid(2, ["西浜"]), "东浜"));
  const from = grid(1, ["东浜", "南浜"]);
  expectRefusal("unknown_hamlet", () => moved(from, grid(2, ["西浜"]), "西浜"));
});

const post = (places: Post["places"]): Post => ({
  ...{ id: "v-p1", villageId: "v", ordinal: 1, title: "岗", duty: "", ruleId: "r", places },
});
const which = { fromId: "v-g1", intoId: "v-g2" };

test("a merged grid's places join the other's; a split gives the new grid as many", () => {
  const both = post([
    { gridId: "v-g1", places: 2 },
    { gridId: "v-g2", places: 1 },
  ]);
  assert.deepEqual(regroupedPost(both, { kind: "merge", ...which }).places, [
    { gridId: "v-g2", places: 3 },
  ]);
  const one = post([{ gridId: "v-g1", places: 2 }]);
  assert.deepEqual(regroupedPost(one, { kind: "split", ...which }).places, [
    { gridId: "v-g1", places: 2 },
    { gridId: "v-g2", places: 2 },
  ]);
  assert.equal(regroupedPost(one, { kind: "move", ...which }), one);
});

test("what was entered is shown in place of what is counted, and says so", () => {
  const none = { households: 0, residents: 0, representatives: 0, enterprises: 0, newResidents: 0 };
  assert.deepEqual(shownNumbers({ entered }, none), { numbers, source: "entered" });
  assert.deepEqual(shownNumbers({}, none), { numbers: none, source: "counted" });
});

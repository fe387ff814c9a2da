import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../core/api.ts";
import { toView } from "../../../miniprogram/pages/grid/view.ts";

type Grid = Api["listGrids"]["output"]["grids"][number];

const village = { name: "汤角村", town: "仙降街道" };

const grid = (posts: Grid["posts"]): Grid => ({
  ...{ id: "g1", name: "第一网格", hamlets: ["汤角", "下徐"] },
  ...{ members: 19, points: 32_050, posts },
});

const firstOf = (posts: Grid["posts"]) => toView({ village, grids: [grid(posts)] }).grids[0];

test("a grid tells its hamlets, its members and its points", () => {
  const view = firstOf([]);
  assert.deepEqual([view?.hamlets, view?.members, view?.points], ["汤角、下徐", "19", "320.5"]);
});

test("a post with room says how many are wanted; a full one is only named", () => {
  const view = firstOf([
    { title: "应急抢修", places: 3, taken: 1 },
    { title: "环境卫生", places: 2, taken: 2 },
    { title: "爱心帮扶", places: 1, taken: 1 },
  ]);
  assert.deepEqual(view?.vacant, [{ title: "应急抢修", wanted: "还缺2人" }]);
  assert.equal(view?.full, "环境卫生、爱心帮扶");
});

test("a post that holds more than its places counts as full", () => {
  assert.deepEqual(firstOf([{ title: "环境卫生", places: 2, taken: 3 }])?.vacant, []);
});

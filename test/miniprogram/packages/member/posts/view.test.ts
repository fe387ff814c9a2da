import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import { firstChoice, toView } from "../../../../../miniprogram/packages/member/posts/view.ts";

type Post = Api["listPosts"]["output"]["posts"][number];

const grid = (ordinal: number, places: number, taken: number) => ({
  gridId: `g${ordinal}`,
  grid: `第${ordinal}网格`,
  places,
  taken,
});

const aPost = (fields: Partial<Post> = {}): Post => ({
  id: "p1",
  title: "环境卫生工作岗",
  duty: "带头打扫",
  rule: "环境卫生",
  points: 200,
  grids: [grid(1, 5, 2), grid(2, 5, 5), grid(3, 5, 1)],
  ...fields,
});

const viewOf = (myGridId: string, ...posts: Post[]) => toView({ year: 2014, myGridId, posts });

function only(myGridId: string, fields: Partial<Post> = {}) {
  const { mine, others, full } = viewOf(myGridId, aPost(fields));
  const [post] = [...mine, ...others, ...full];
  assert(post);
  return post;
}

test("posts that I claimed stand above the others", () => {
  const claim = { id: "c2", grid: "第1网格", status: "confirmed" as const };
  const { year, mine, others } = viewOf("g1", aPost(), aPost({ id: "p2", claim }));
  assert.equal(year, "2014年");
  assert.deepEqual([mine.map(({ id }) => id), others.map(({ id }) => id)], [["p2"], ["p1"]]);
});

test("posts without any room stand apart, below those that can be claimed", () => {
  const none = aPost({ id: "p2", grids: [grid(1, 1, 1)] });
  const { others, full } = viewOf("g1", none, aPost());
  assert.deepEqual([others.map(({ id }) => id), full.map(({ id }) => id)], [["p1"], ["p2"]]);
});

test("one's own grid comes first, says so, and is chosen when it has room", () => {
  const post = only("g3");
  assert.deepEqual(post.grids[0], {
    gridId: "g3",
    name: "第3网格（我的网格）",
    left: "还有4个名额",
    full: false,
  });
  assert.equal(post.room, "我的网格还有4个名额，全村7个");
  assert.equal(firstChoice(post), "g3");
});

test("where one's own grid is full, the first with room is chosen", () => {
  const post = only("g2");
  assert.equal(post.grids[0]?.left, "已满");
  assert.equal(post.room, "我的网格已满，别的网格还有7个名额");
  assert.equal(firstChoice(post), "g1");
});

test("a post that one's own grid does not have says where there is room", () => {
  assert.equal(only("g9").room, "我的网格不设这个岗位，别的网格还有7个名额");
});

test("a post without any room cannot be claimed", () => {
  const post = only("g1", { grids: [grid(1, 5, 5), grid(2, 1, 1)] });
  assert.equal(post.room, "各网格都已满员");
  assert.equal(post.mayClaim, false);
});

test("a claim says in words how it stands, and only a waiting one can be taken back", () => {
  const claimOf = (status: "pending" | "confirmed") =>
    only("g1", { claim: { id: "c1", grid: "第1网格", status } }).claim;
  assert.equal(claimOf("pending")?.status, "○ 等书记确认");
  assert.equal(claimOf("pending")?.mayWithdraw, true);
  assert.equal(claimOf("confirmed")?.status, "✓ 已认领");
  assert.equal(claimOf("confirmed")?.mayWithdraw, false);
});

test("a returned claim says why and can be made again", () => {
  const claim = { id: "c1", grid: "第1网格", status: "returned" as const, reason: "请先商量" };
  const post = only("g1", { claim });
  assert.equal(post.claim?.reason, "请先商量");
  assert.equal(post.mayClaim, true);
});

test("a claim that was taken back is as if it had never been made", () => {
  const claim = { id: "c1", grid: "第1网格", status: "withdrawn" as const };
  const post = only("g1", { claim });
  assert.equal(post.claim, undefined);
  assert.equal(post.mayClaim, true);
});

test("half points are said exactly, and a post whose rule is gone promises none", () => {
  assert.equal(only("g1", { points: 250 }).points, "每次2.5分");
  assert.equal(only("g1", { points: 0 }).points, "");
});

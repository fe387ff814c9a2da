import assert from "node:assert/strict";
import { test } from "node:test";
import { claimed, holdsPlace, reviewedClaim, withdrawnClaim } from "../../../core/posts/claim.ts";
import { freeOne, nobodyYet, type Post, takeOne } from "../../../core/posts/post.ts";
import { committee, expectRefusal, member, noon, person, secretary } from "../support.ts";

const post: Post = {
  ...{ id: "v-p1", villageId: "v", ordinal: 1, title: "环境卫生工作岗", duty: "打扫" },
  ruleId: "cleanup",
  places: [{ gridId: "v-g1", places: 2 }],
};
const wish = { gridId: "v-g1", speciality: "会开船", year: 2026 };
const claim = claimed(post, wish, member, noon);
const confirm = { decision: "confirm" } as const;
const giveBack = { decision: "return", reason: "已有人选" } as const;

test("a member claims one post once a year: the claim's id says so", () => {
  assert.equal(claim.id, claimed(post, { ...wish, gridId: "v-g2" }, member, noon).id);
  assert.notEqual(claim.id, claimed(post, { ...wish, year: 2027 }, member, noon).id);
});

test("a grid takes as many as it has places", () => {
  const one = takeOne(post, nobodyYet(post, "v-g1", 2026));
  const two = takeOne(post, one);
  expectRefusal("post_full", () => takeOne(post, two));
  assert.equal(takeOne(post, freeOne(two)).taken, 2);
});

test("a post is not to be had in a grid that does not offer it", () => {
  expectRefusal("post_not_in_grid", () => takeOne(post, nobodyYet(post, "v-g2", 2026)));
});

test("the branch's secretary or the committee confirms, once", () => {
  const confirmed = reviewedClaim(claim, confirm, secretary, noon);
  assert.equal(confirmed.status, "confirmed");
  assert.equal(reviewedClaim(claim, confirm, committee, noon).status, "confirmed");
  expectRefusal("claim_not_pending", () => reviewedClaim(confirmed, confirm, secretary, noon));
});

test("nobody confirms their own claim", () => {
  const own = claimed(post, wish, secretary, noon);
  expectRefusal("own_claim", () => reviewedClaim(own, confirm, secretary, noon));
});

test("a secretary does not confirm another branch's claim, nor another village's", () => {
  const elsewhere = person({ id: "x", branchId: "v-b2", roles: ["member", "secretary"] });
  expectRefusal("other_branch", () => reviewedClaim(claim, confirm, elsewhere, noon));
  const stranger = person({ id: "y", villageId: "w", roles: ["member", "committee"] });
  expectRefusal("not_found", () => reviewedClaim(claim, confirm, stranger, noon));
});

test("a pending claim can be taken back by its member alone; a confirmed one stands", () => {
  assert.equal(withdrawnClaim(claim, member).status, "withdrawn");
  expectRefusal("not_found", () => withdrawnClaim(claim, secretary));
  const confirmed = reviewedClaim(claim, confirm, secretary, noon);
  expectRefusal("claim_not_withdrawable", () => withdrawnClaim(confirmed, member));
});

test("a returned or withdrawn claim holds no place, a pending or confirmed one does", () => {
  assert.equal(holdsPlace(undefined), false);
  assert.equal(holdsPlace(claim), true);
  assert.equal(holdsPlace(reviewedClaim(claim, confirm, secretary, noon)), true);
  assert.equal(holdsPlace(reviewedClaim(claim, giveBack, secretary, noon)), false);
  assert.equal(holdsPlace(withdrawnClaim(claim, member)), false);
});

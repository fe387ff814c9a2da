import assert from "node:assert/strict";
import { test } from "node:test";
import { toView } from "../../../../../miniprogram/packages/gridwork/behalf/view.ts";

const people = ["甲", "乙", "丙"].map((name, index) => ({
  ...{ memberId: `m${index + 1}`, name, branch: "第一党支部" },
}));

const names = (rows: readonly Readonly<{ name: string }>[]) => rows.map(({ name }) => name);

test("who was written for last stands first, and nobody stands twice", () => {
  const { recent, others } = toView(people, ["m3", "m1", "gone"], "");
  assert.deepEqual([names(recent), names(others)], [["丙", "甲"], ["乙"]]);
});

test("what is typed leaves those who fit, wherever they stand", () => {
  const { recent, others, nobody } = toView(people, ["m3"], "乙");
  assert.deepEqual([names(recent), names(others), nobody], [[], ["乙"], ""]);
});

test("who cannot be found is said, and why", () => {
  assert.match(toView(people, [], "王").nobody, /本网格里没有找到/);
  assert.match(toView([], [], "").nobody, /还没有别的党员/);
});

test("a tap leads to the form of that member", () => {
  const [first] = toView(people, [], "").others;
  assert.equal(
    first?.url,
    `/packages/member/submit/index?memberId=m1&name=${encodeURIComponent("甲")}`,
  );
});

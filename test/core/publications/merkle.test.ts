import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { leafOf, proofOf, rootBy, rootOf } from "../../../core/publications/merkle.ts";

const anyItems = fc.array(fc.string(), { minLength: 1, maxLength: 40 });
const leavesOf = (items: readonly string[]) => items.map(leafOf);

/** A list, and one place in it. */
const anyPlace = anyItems.chain((items) =>
  fc.record({ items: fc.constant(items), index: fc.nat(items.length - 1) }),
);

test("the proof of every item leads to the root", () => {
  fc.assert(
    fc.property(anyPlace, ({ items, index }) => {
      const leaves = leavesOf(items);
      assert.equal(rootBy(leafOf(items[index]), proofOf(leaves, index)), rootOf(leaves));
    }),
  );
});

test("no other item passes with the proof of one", () => {
  fc.assert(
    fc.property(anyPlace, fc.string(), ({ items, index }, other) => {
      fc.pre(other !== items[index]);
      const leaves = leavesOf(items);
      assert.notEqual(rootBy(leafOf(other), proofOf(leaves, index)), rootOf(leaves));
    }),
  );
});

test("an item in another place, one more or one less gives another root", () => {
  fc.assert(
    fc.property(anyPlace, ({ items, index }) => {
      const root = rootOf(leavesOf(items));
      const [first = "", ...rest] = items;
      const without = items.filter((_, at) => at !== index);
      if (without.length > 0) assert.notEqual(rootOf(leavesOf(without)), root);
      assert.notEqual(rootOf(leavesOf([...items, first])), root);
      if (rest.some((item) => item !== first)) {
        assert.notEqual(rootOf(leavesOf([...rest, first])), root);
      }
    }),
  );
});

test("a proof needs one step for each doubling of the list, and none for a list of one", () => {
  const steps = (count: number) =>
    proofOf(leavesOf(Array.from({ length: count }, (_, index) => String(index))), 0).length;
  assert.deepEqual([1, 2, 3, 4, 5, 114, 2000].map(steps), [0, 1, 2, 2, 3, 7, 11]);
});

test("the odd last item goes up as it is", () => {
  const [one = "", two = "", three = ""] = leavesOf(["1", "2", "3"]);
  assert.equal(rootOf([one, two, three]), rootOf([rootOf([one, two]), three]));
  assert.deepEqual(proofOf([one, two, three], 2), [{ side: "left", hash: rootOf([one, two]) }]);
});

test("a node cannot pass for an item, nor the root of a part for that of the whole", () => {
  const [left = "", right = ""] = leavesOf(["1", "2"]);
  assert.notEqual(leafOf([left, right]), rootOf([left, right]));
  assert.notEqual(rootOf([leafOf({ node: [left, right] })]), rootOf([left, right]));
});

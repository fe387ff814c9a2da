import assert from "node:assert/strict";
import { after, test } from "node:test";
import { declare } from "./declare.ts";
import { startDatabase } from "./support.ts";

const { node, wx, stop } = await startDatabase(declare("items"));
after(stop);
const _ = node.command;
const $ = _.aggregate;
/** Typed without parameters by the SDK. */
const mod: (...operands: (number | number[])[]) => object = _.mod;

const items = node.collection("items");
await items.add([
  {
    _id: "one",
    n: 1,
    name: "Apple",
    tags: ["a", "b"],
    parts: [{ k: 1, v: 5 }],
    spent: 5,
    budget: 9,
  },
  {
    _id: "two",
    n: 2,
    name: "apricot",
    tags: ["b"],
    parts: [
      { k: 2, v: 5 },
      { k: 1, v: 9 },
    ],
  },
  { _id: "ten", n: 10, name: "Banana", tags: [], parts: [], spent: 9, budget: 5 },
  { _id: "text", n: "2", name: "line one\nApple", nothing: null },
  { _id: "list", n: [1, 10], tags: ["c", "a"], scores: [3, 8] },
]);

async function found(condition: object): Promise<unknown[]> {
  const { data } = await items.where(condition).get();
  const throughWx = await wx.collection("items").where(condition).get();
  assert.deepEqual(throughWx.data, data);
  return data.map(({ _id }: { _id: unknown }) => _id);
}

test("eq, neq, gt, gte, lt, lte compare, and only with values of the same type", async () => {
  assert.deepEqual(await found({ n: _.eq(2) }), ["two"]);
  assert.deepEqual(await found({ n: _.neq(2) }), ["one", "ten", "text", "list"]);
  assert.deepEqual(await found({ n: _.gt(1) }), ["two", "ten", "list"]);
  assert.deepEqual(await found({ n: _.gte(2) }), ["two", "ten", "list"]);
  assert.deepEqual(await found({ n: _.lt(2) }), ["one", "list"]);
  assert.deepEqual(await found({ n: _.lte("2") }), ["text"]);
  assert.deepEqual(await found({ nothing: _.gte(null) }), ["one", "two", "ten", "text", "list"]);
  assert.deepEqual(await found({ nothing: _.lt(5) }), []);
});

test("a range on an array may be fulfilled by two different elements", async () => {
  assert.deepEqual(await found({ n: _.gt(1).and(_.lt(10)) }), ["two", "list"]);
  assert.deepEqual(
    await found({ n: _.elemMatch(_.gt(1).lt(10)) }).catch(() => "refused"),
    "refused",
  );
  assert.deepEqual(await found({ scores: _.elemMatch({ $gt: 3, $lt: 8 }) }), []);
});

test("in finds any of the values, nin what has none of them", async () => {
  assert.deepEqual(await found({ n: _.in([2, 10]) }), ["two", "ten", "list"]);
  assert.deepEqual(await found({ n: _.nin([2, 10]) }), ["one", "text"]);
  assert.deepEqual(await found({ tags: _.in(["c", null]) }), ["text", "list"]);
  assert.deepEqual(await found({ n: _.in([]) }), []);
});

test("and, or, nor, not combine conditions", async () => {
  assert.deepEqual(await found({ n: _.or(_.eq(1), _.gt(9)) }), ["one", "ten", "list"]);
  assert.deepEqual(await found({ n: _.gt(0).and(_.lt(3)) }), ["one", "two", "list"]);
  assert.deepEqual(await found(_.or([{ n: 1 }, { name: "Banana" }])), ["one", "ten", "list"]);
  assert.deepEqual(await found(_.and([{ tags: "a" }, { tags: "c" }])), ["list"]);
  assert.deepEqual(await found(_.nor([{ n: 1 }, { n: _.gt(1) }])), ["text"]);
  assert.deepEqual(await found({ n: _.not(_.gt(1)) }), ["one", "text"]);
  assert.deepEqual(await found({ n: _.nor([_.eq(1), _.eq("2")]) }), ["two", "ten"]);
  assert.deepEqual(await found({ tags: "b", n: _.or(_.eq(1), _.eq(10)) }), ["one"]);
});

test("exists tells a missing field from null", async () => {
  assert.deepEqual(await found({ nothing: _.exists(true) }), ["text"]);
  assert.deepEqual(await found({ tags: _.exists(false) }), ["text"]);
  assert.deepEqual(await found({ "parts.v": _.exists(true) }), ["one", "two"]);
});

test("mod finds numbers by their remainder", async () => {
  assert.deepEqual(await found({ n: mod(2, 0) }), ["two", "ten", "list"]);
  assert.deepEqual(await found({ n: mod([3, 1]) }), ["one", "ten", "list"]);
});

test("all needs every value, size the number of elements", async () => {
  assert.deepEqual(await found({ tags: _.all(["a"]) }), ["one", "list"]);
  assert.deepEqual(await found({ tags: _.all(["b", "a"]) }), ["one"]);
  assert.deepEqual(await found({ tags: _.all([]) }), []);
  assert.deepEqual(await found({ tags: _.size(2) }), ["one", "list"]);
  assert.deepEqual(await found({ tags: _.size(0) }), ["ten"]);
});

test("elemMatch needs one element that fulfils everything", async () => {
  assert.deepEqual(await found({ parts: _.elemMatch({ k: 1, v: _.gt(5) }) }), ["two"]);
  assert.deepEqual(await found({ "parts.k": 1, "parts.v": 5 }), ["one", "two"]);
  assert.deepEqual(await found({ scores: _.elemMatch(_.gt(7)) }), ["list"]);
  assert.deepEqual(await found({ tags: _.elemMatch(_.neq("b")) }), ["one", "list"]);
});

test("regular expressions match text, with their options", async () => {
  assert.deepEqual(await found({ name: /^Ap/ }), ["one"]);
  assert.deepEqual(await found({ name: /^ap/i }), ["one", "two"]);
  assert.deepEqual(await found({ name: /^Apple$/m }), ["one", "text"]);
  assert.deepEqual(await found({ name: /one.Apple/s }), ["text"]);
  assert.deepEqual(await found({ name: node.RegExp({ regexp: "AN", options: "i" }) }), ["ten"]);
  assert.deepEqual(await found({ name: _.in([/^B/, "apricot"]) }), ["two", "ten"]);
  assert.deepEqual(await found({ tags: /[bc]/ }), ["one", "two", "list"]);
  assert.deepEqual(await found({ name: _.not(/a/i) }), ["list"]);
});

test("a regular expression sees a character outside of the basic plane as one", async () => {
  await items.add({ _id: "emoji", name: "😀" });
  assert.deepEqual(await found({ name: /^.$/ }), ["emoji"]);
  await items.doc("emoji").remove();
});

test("expr compares fields of one document with each other", async () => {
  assert.deepEqual(await found(_.expr($.gt(["$spent", "$budget"]))), ["ten"]);
  assert.deepEqual(await found({ ..._.expr($.lt(["$spent", "$budget"])), n: 1 }), ["one"]);
});

test("NaN equals NaN and is in no range", async () => {
  await items.add({ _id: "nan", n: Number.NaN });
  assert.deepEqual(await found({ n: Number.NaN }), ["nan"]);
  assert.deepEqual(await found({ _id: "nan", n: _.lt(0) }), []);
  assert.deepEqual(await found({ n: _.gte(Number.NaN) }), ["nan"]);
  await items.doc("nan").remove();
});

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { declare } from "./declare.ts";
import { idsOf, startDatabase } from "./support.ts";

const { node, wx, stop } = await startDatabase(declare("things"));
after(stop);
const _ = node.command;
const things = node.collection("things");

type Update = Readonly<Record<string, unknown>>;

/** What a document with these fields becomes by the update. */
async function updated(before: object, update: Update): Promise<unknown> {
  const { id = "" } = await things.add(before);
  await things.doc(id).update(update);
  const { data } = await things.doc(id).get();
  const { _id, ...fields } = data[0];
  return fields;
}

test("add() makes an _id or takes the one given, and answers it", async () => {
  const { id = "" } = await things.add({ n: 1 });
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.equal((await things.add({ _id: "mine" })).id, "mine");
  assert.equal((await things.add({ _id: 7 })).id, 7);
  assert.deepEqual((await things.add([{ _id: "x" }, { _id: "y" }])).ids, ["x", "y"]);
  assert.equal((await wx.collection("things").add({ data: { _id: "z" } }))._id, "z");
  const many = await wx.collection("things").add({ data: [{ _id: "p" }, { _id: "q" }] });
  assert.deepEqual(many._ids, ["p", "q"]);
});

test("adding several documents adds all or none", async () => {
  await assert.rejects(things.add([{ _id: "fresh" }, { _id: "fresh" }]));
  assert.deepEqual((await things.doc("fresh").get()).data, []);
});

test("set() makes a document or replaces it whole", async () => {
  const made = await things.doc("set").set({ a: 1, b: { c: 2 } });
  assert.deepEqual([made.updated, made.upsertedId], [0, "set"]);
  const replaced = await wx
    .collection("things")
    .doc("set")
    .set({ data: { b: { d: 3 } } });
  assert.deepEqual(replaced.stats, { updated: 1, created: 0 });
  assert.deepEqual((await things.doc("set").get()).data, [{ _id: "set", b: { d: 3 } }]);
});

test("update() merges nested objects, _.set replaces them", async () => {
  const before = { a: { b: 1, c: 1 }, keep: true };
  assert.deepEqual(await updated(before, { a: { b: 2 } }), { a: { b: 2, c: 1 }, keep: true });
  assert.deepEqual(await updated(before, { a: _.set({ b: 2 }) }), { a: { b: 2 }, keep: true });
  assert.deepEqual(await updated(before, { "a.d.e": 3 }), {
    a: { b: 1, c: 1, d: { e: 3 } },
    keep: true,
  });
  assert.deepEqual(await updated(before, { a: [1] }), { a: [1], keep: true });
});

test("updated counts the documents that became different", async () => {
  await things.add({ _id: "count", n: 1 });
  assert.equal((await things.doc("count").update({ n: 1 })).updated, 0);
  assert.equal((await things.doc("count").update({ n: 2 })).updated, 1);
  assert.equal((await things.doc("nobody").update({ n: 2 })).updated, 0);
  const { stats } = await wx
    .collection("things")
    .doc("count")
    .update({ data: { n: 3 } });
  assert.equal(stats.updated, 1);
});

test("remove takes a field away, and makes an array's element null", async () => {
  assert.deepEqual(
    await updated({ a: 1, b: { c: 1, d: 2 } }, { a: _.remove(), b: { c: _.remove() } }),
    {
      b: { d: 2 },
    },
  );
  assert.deepEqual(
    await updated({ a: [1, { b: 2 }] }, { "a.0": _.remove(), "a.1.b": _.remove() }),
    {
      a: [null, {}],
    },
  );
  assert.deepEqual(await updated({ a: 1 }, { nothing: { here: _.remove() } }), { a: 1 });
});

test("inc and mul compute, from 0 where nothing is", async () => {
  assert.deepEqual(await updated({ n: 5 }, { n: _.inc(2), m: _.inc(3) }), { n: 7, m: 3 });
  assert.deepEqual(await updated({ n: 5 }, { n: _.mul(2), m: _.mul(3) }), { n: 10, m: 0 });
  assert.deepEqual(await updated({ n: 0.2 }, { n: _.inc(-0.05) }), { n: 0.2 - 0.05 });
});

test("max and min set a value that is larger or smaller, in the order of all types", async () => {
  assert.deepEqual(await updated({ n: 5 }, { n: _.max(7), m: _.max(1) }), { n: 7, m: 1 });
  assert.deepEqual(await updated({ n: 5 }, { n: _.max(3) }), { n: 5 });
  assert.deepEqual(await updated({ n: 5, t: "a" }, { n: _.min(3), t: _.min(9) }), { n: 3, t: 9 });
});

test("rename moves a field, over one that is there", async () => {
  assert.deepEqual(await updated({ a: 1, b: 2 }, { a: _.rename("b") }), { b: 1 });
  assert.deepEqual(await updated({ a: { b: 1 } }, { a: { b: _.rename("a.c.d") } }), {
    a: { c: { d: 1 } },
  });
  assert.deepEqual(await updated({ b: 2 }, { a: _.rename("b") }), { b: 2 });
});

test("bit works on the bits of a whole number", async () => {
  assert.deepEqual(await updated({ n: 13 }, { n: _.bit({ and: 10 }) }), { n: 8 });
  assert.deepEqual(await updated({ n: 1 }, { n: _.bit({ or: 2 ** 40 }) }), { n: 2 ** 40 + 1 });
  assert.deepEqual(await updated({}, { n: _.bit({ xor: 5 }) }), { n: 5 });
});

test("push adds to the end of an array, or makes it", async () => {
  assert.deepEqual(await updated({ a: [1] }, { a: _.push(2, 3) }), { a: [1, 2, 3] });
  assert.deepEqual(await updated({ a: [1] }, { a: _.push([2]) }), { a: [1, 2] });
  assert.deepEqual(await updated({}, { a: _.push({ x: 1 }) }), { a: [{ x: 1 }] });
});

test("push can insert at a position, sort and cut", async () => {
  const push = (options: object) => updated({ a: [5, 3, 9] }, { a: _.push(options) });
  assert.deepEqual(await push({ each: [1], position: 1 }), { a: [5, 1, 3, 9] });
  assert.deepEqual(await push({ each: [1], position: -1 }), { a: [5, 3, 1, 9] });
  assert.deepEqual(await push({ each: [4], sort: -1 }), { a: [9, 5, 4, 3] });
  assert.deepEqual(await push({ each: [4], sort: 1, slice: 2 }), { a: [3, 4] });
  assert.deepEqual(await push({ each: [4], slice: -2 }), { a: [9, 4] });
  assert.deepEqual(await push({ each: [4], slice: 0 }), { a: [] });
  const scores = [
    { s: 3, k: "c" },
    { s: 1, k: "a" },
  ];
  assert.deepEqual(
    await updated({ a: scores }, { a: _.push({ each: [{ s: 2, k: "b" }], sort: { s: 1 } }) }),
    {
      a: [
        { s: 1, k: "a" },
        { s: 2, k: "b" },
        { s: 3, k: "c" },
      ],
    },
  );
});

test("unshift adds in front; pop and shift take the last and the first element", async () => {
  assert.deepEqual(await updated({ a: [3] }, { a: _.unshift(1, 2) }), { a: [1, 2, 3] });
  assert.deepEqual(await updated({ a: [1, 2, 3] }, { a: _.pop() }), { a: [1, 2] });
  assert.deepEqual(await updated({ a: [1, 2, 3] }, { a: _.shift() }), { a: [2, 3] });
  assert.deepEqual(await updated({ a: [], b: 1 }, { a: _.pop(), c: _.shift() }), { a: [], b: 1 });
});

test("pull takes out what equals a value, matches operators or has matching fields", async () => {
  const pull = (a: unknown[], operand: unknown) => updated({ a }, { a: _.pull(operand) });
  assert.deepEqual(await pull([1, 2, 1], 1), { a: [2] });
  assert.deepEqual(await pull([1, 5, 9], _.gte(5)), { a: [1] });
  assert.deepEqual(await pull(["x", "y", "z"], _.in(["x", "z"])), { a: ["y"] });
  assert.deepEqual(await pull([{ k: 1, v: 1 }, { k: 2 }], { k: 1 }), { a: [{ k: 2 }] });
  assert.deepEqual(await pull([{ k: 1 }, { k: 7 }], { k: _.gt(5) }), { a: [{ k: 1 }] });
  assert.deepEqual(await pull(["ab", "cd"], /^a/), { a: ["cd"] });
  assert.deepEqual(await updated({ b: 1 }, { a: _.pull(1) }), { b: 1 });
});

test("pullAll takes out values as they are", async () => {
  assert.deepEqual(await updated({ a: [1, 2, 3, 2] }, { a: _.pullAll([2, 3]) }), { a: [1] });
  assert.deepEqual(await updated({ a: [{ k: 1, v: 1 }] }, { a: _.pullAll([{ k: 1 }]) }), {
    a: [{ k: 1, v: 1 }],
  });
});

test("addToSet adds what is not there; another order of fields is another object", async () => {
  assert.deepEqual(await updated({ a: [1] }, { a: _.addToSet(1) }), { a: [1] });
  assert.deepEqual(await updated({ a: [1] }, { a: _.addToSet({ $each: [1, 2, 2] }) }), {
    a: [1, 2],
  });
  assert.deepEqual(await updated({ a: [1] }, { a: _.addToSet([1]) }), { a: [1, [1]] });
  assert.deepEqual(await updated({ a: [{ x: 1, y: 2 }] }, { a: _.addToSet({ y: 2, x: 1 }) }), {
    a: [
      { x: 1, y: 2 },
      { y: 2, x: 1 },
    ],
  });
});

test("an index beyond the end of an array fills the gap with null", async () => {
  assert.deepEqual(await updated({ a: [1] }, { "a.3": 4 }), { a: [1, null, null, 4] });
  assert.deepEqual(await updated({}, { "a.1": 4 }), { a: { 1: 4 } });
});

test("where().update() changes all that match, or one with multi: false", async () => {
  await things.add([
    { kind: "w", n: 1 },
    { kind: "w", n: 2 },
    { kind: "w", n: 3 },
  ]);
  assert.equal((await things.where({ kind: "w", n: _.gt(1) }).update({ big: true })).updated, 2);
  const one = await wx
    .collection("things")
    .where({ kind: "w" })
    .update({ data: { one: 1 }, multi: false });
  assert.equal(one.stats.updated, 1);
  assert.equal((await things.where({ one: 1 }).count()).total, 1);
});

test("updateAndReturn() changes the first match and gives it as it is then", async () => {
  await things.add({ _id: "return", n: 1 });
  const { updated, doc } = await things.where({ _id: "return" }).updateAndReturn({ n: _.inc(1) });
  assert.deepEqual([updated, doc], [1, { _id: "return", n: 2 }]);
  const none = await things.where({ _id: "nobody" }).updateAndReturn({ n: 1 });
  assert.deepEqual([none.updated, none.doc], [0, undefined]);
});

test("remove() of a document and of all that match", async () => {
  await things.add([
    { _id: "r1", kind: "r" },
    { _id: "r2", kind: "r" },
    { _id: "r3", kind: "r" },
  ]);
  assert.equal((await things.doc("r1").remove()).deleted, 1);
  assert.equal((await things.doc("r1").remove()).deleted, 0);
  const { stats } = await wx.collection("things").where({ kind: "r" }).remove({ multi: false });
  assert.equal(stats.removed, 1);
  assert.deepEqual(idsOf(await things.where({ kind: "r" }).get()), ["r3"]);
  assert.equal((await things.where({ kind: "r" }).remove()).deleted, 1);
});

test("serverDate() is the server's time, with its offset in milliseconds", async () => {
  const before = Date.now();
  await things
    .doc("dates")
    .set({ now: node.serverDate(), later: node.serverDate({ offset: 60_000 }) });
  const { data } = await things.doc("dates").get();
  assert.ok(data[0].now.getTime() >= before && data[0].now.getTime() <= Date.now());
  assert.equal(data[0].later - data[0].now, 60_000);
  await wx
    .collection("things")
    .doc("dates")
    .update({ data: { at: wx.serverDate() } });
  assert.equal(
    (await things.where({ at: _.lte(node.serverDate()), _id: "dates" }).count()).total,
    1,
  );
});

test("dates, patterns, null, nesting and all numbers come back as they were", async () => {
  const document = {
    _id: "faithful",
    date: new Date(-1),
    empty: {},
    list: [[], [null, [1.5, -0.1]], {}],
    nothing: null,
    numbers: [
      2 ** 53 - 1,
      -(2 ** 31),
      2 ** 40,
      1e300,
      5e-324,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ],
    pattern: /^a\/b$/i,
    text: 'a\u0000"😀\n',
    yes: true,
  };
  await things.add(document);
  const { data } = await things.doc("faithful").get();
  const { pattern, ...rest } = data[0];
  const { pattern: _pattern, ...expected } = document;
  assert.deepEqual(rest, expected);
  // The SDK makes a plain object of the regular expression it was sent.
  assert.deepEqual({ ...pattern }, { pattern: "^a\\/b$", options: "i" });
});

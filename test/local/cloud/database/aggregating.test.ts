import assert from "node:assert/strict";
import { after, test } from "node:test";
import { declare } from "./declare.ts";
import { startDatabase } from "./support.ts";

const { node, wx, stop } = await startDatabase(declare("sales", "shops", "empty", "forms"));
after(stop);
const _ = node.command;
const $ = _.aggregate;

await node.collection("sales").add([
  { _id: 1, shop: "n", item: "tea", qty: 2, price: 10, tags: ["hot", "leaf"] },
  { _id: 2, shop: "n", item: "rice", qty: 5, price: 4, tags: ["dry"] },
  { _id: 3, shop: "s", item: "tea", qty: 1, price: 12, tags: [] },
  { _id: 4, item: "tea", qty: "?", price: null },
]);
await node.collection("shops").add([
  { _id: "n", city: "Ningbo", open: [{ day: 1 }, { day: 2 }] },
  { _id: "s", city: "Shanghai" },
]);

type Pipeline = ReturnType<ReturnType<typeof node.collection>["aggregate"]>;

async function run(build: (pipeline: Pipeline) => Pipeline, from = "sales"): Promise<unknown[]> {
  return (await build(node.collection(from).aggregate()).end()).data;
}

test("match and group with every accumulator; text does not count as a number", async () => {
  const [tea] = await run((p) =>
    p
      .match({ item: "tea" })
      .sort({ _id: 1 })
      .group({
        _id: "$item",
        count: $.sum(1),
        qty: $.sum("$qty"),
        average: $.avg("$qty"),
        first: $.first("$shop"),
        last: $.last("$shop"),
        most: $.max("$price"),
        least: $.min("$price"),
        shops: $.push("$shop"),
        items: $.addToSet("$item"),
        deviation: $.stdDevPop("$qty"),
        sample: $.stdDevSamp("$qty"),
      }),
  );
  assert.deepEqual(tea, {
    _id: "tea",
    ...{ count: 3, qty: 3, average: 1.5, first: "n", last: null, most: 12, least: 10 },
    ...{ shops: ["n", "s"], items: ["tea"], deviation: 0.5, sample: Math.SQRT1_2 },
  });
});

test("wx-server-sdk gives an aggregation's result as a list", async () => {
  const { list } = await wx
    .collection("sales")
    .aggregate()
    .match({ shop: _.exists(true) })
    .group({ _id: "$shop", total: $.sum($.multiply(["$qty", "$price"])) })
    .sort({ _id: 1 })
    .end();
  assert.deepEqual(list, [
    { _id: "n", total: 40 },
    { _id: "s", total: 12 },
  ]);
});

test("group by nothing, by null and missing alike, and by several fields", async () => {
  const all = await run((p) => p.group({ _id: null, n: $.sum(1) }));
  assert.deepEqual(all, [{ _id: null, n: 4 }]);
  const byShop = await run((p) => p.group({ _id: "$shop", n: $.sum(1) }).sort({ _id: 1 }));
  assert.deepEqual(byShop[0], { _id: null, n: 1 });
  const byBoth = await run((p) =>
    p.group({ _id: { shop: "$shop", item: "$item" } }).sort({ _id: 1 }),
  );
  assert.deepEqual(byBoth.at(-1), { _id: { shop: "s", item: "tea" } });
  assert.deepEqual(byBoth[0], { _id: { item: "tea" } });
  assert.deepEqual(await run((p) => p.group({ _id: null }), "empty"), []);
});

test("project includes, excludes and computes; addFields adds and overwrites", async () => {
  const first = (p: Pipeline) => p.sort({ _id: 1 }).limit(1);
  assert.deepEqual(
    await run((p) => first(p).project({ item: 1, total: $.multiply(["$qty", "$price"]) })),
    [{ _id: 1, item: "tea", total: 20 }],
  );
  assert.deepEqual(await run((p) => first(p).project({ tags: 0, price: 0, shop: 0 })), [
    { _id: 1, item: "tea", qty: 2 },
  ]);
  assert.deepEqual(
    await run((p) => first(p).project({ _id: 0, a: { b: "$item" }, list: ["$qty", "$none"] })),
    [{ a: { b: "tea" }, list: [2, null] }],
  );
  const [added] = await run((p) =>
    first(p).addFields({ qty: 3, "deep.er": "$item", none: "$none" }),
  );
  assert.deepEqual(added, {
    ...{ _id: 1, shop: "n", item: "tea", qty: 3, price: 10, tags: ["hot", "leaf"] },
    deep: { er: "tea" },
  });
});

test("project and addFields go through arrays", async () => {
  const shop = (p: Pipeline) => p.match({ _id: "n" });
  assert.deepEqual(await run((p) => shop(p).project({ "open.day": 1 }), "shops"), [
    { _id: "n", open: [{ day: 1 }, { day: 2 }] },
  ]);
  assert.deepEqual(await run((p) => shop(p).project({ _id: 0, days: "$open.day" }), "shops"), [
    { days: [1, 2] },
  ]);
  assert.deepEqual(await run((p) => shop(p).addFields({ "open.until": 18 }), "shops"), [
    {
      _id: "n",
      city: "Ningbo",
      open: [
        { day: 1, until: 18 },
        { day: 2, until: 18 },
      ],
    },
  ]);
  const stored = await node.collection("shops").doc("n").get();
  assert.deepEqual(stored.data[0].open, [{ day: 1 }, { day: 2 }]);
});

test("sort, skip, limit, count and sortByCount", async () => {
  assert.deepEqual(
    await run((p) => p.sort({ item: -1, price: -1 }).skip(1).limit(2).project({ _id: 1 })),
    [{ _id: 1 }, { _id: 4 }],
  );
  assert.deepEqual(await run((p) => p.match({ item: "tea" }).count("n")), [{ n: 3 }]);
  assert.deepEqual(await run((p) => p.match({ item: "none" }).count("n")), []);
  assert.deepEqual(await run((p) => p.sortByCount("$item")), [
    { _id: "tea", count: 3 },
    { _id: "rice", count: 1 },
  ]);
});

test("unwind gives a document for each element, and keeps others only when told to", async () => {
  const tags = (p: Pipeline) => p.sort({ _id: 1 }).project({ tags: 1 });
  assert.deepEqual(await run((p) => tags(p).unwind("$tags")), [
    { _id: 1, tags: "hot" },
    { _id: 1, tags: "leaf" },
    { _id: 2, tags: "dry" },
  ]);
  const all = { path: "$tags", includeArrayIndex: "at", preserveNullAndEmptyArrays: true };
  assert.deepEqual(await run((p) => tags(p).skip(1).unwind(all)), [
    { _id: 2, tags: "dry", at: 0 },
    { _id: 3, at: null },
    { _id: 4, at: null },
  ]);
  assert.deepEqual(await run((p) => p.match({ _id: 1 }).project({ item: 1 }).unwind("$item")), [
    { _id: 1, item: "tea" },
  ]);
});

test("replaceRoot puts a computed object in the document's place", async () => {
  const whole = $.mergeObjects([{ first: true, item: 0 }, "$$ROOT"]);
  const [replaced] = await run((p) =>
    p.match({ _id: 3 }).project({ item: 1 }).replaceRoot({ newRoot: whole }),
  );
  assert.deepEqual(replaced, { first: true, item: "tea", _id: 3 });
});

test("sample takes documents at random, none twice", async () => {
  const sampled = (await run((p) => p.sample({ size: 3 }))) as { _id: number }[];
  assert.equal(new Set(sampled.map(({ _id }) => _id)).size, 3);
  assert.equal((await run((p) => p.sample({ size: 50 }))).length, 4);
});

test("bucket groups between boundaries: the lower one belongs to the bucket", async () => {
  const bucket = { groupBy: "$price", boundaries: [0, 10, 12, 20], default: "other" };
  assert.deepEqual(await run((p) => p.bucket(bucket)), [
    { _id: 0, count: 1 },
    { _id: 10, count: 1 },
    { _id: 12, count: 1 },
    { _id: "other", count: 1 },
  ]);
  const output = { items: $.push("$item") };
  const boundaries = [0, 11];
  assert.deepEqual(
    await run((p) =>
      p.match({ price: _.lt(11) }).bucket({ groupBy: "$price", boundaries, output }),
    ),
    [{ _id: 0, items: ["tea", "rice"] }],
  );
});

test("bucketAuto makes buckets of about one size, and never parts equal values", async () => {
  await node.collection("forms").where({}).remove();
  await node.collection("forms").add([1, 2, 2, 2, 5, 6].map((n) => ({ n })));
  const buckets = await run((p) => p.bucketAuto({ groupBy: "$n", buckets: 3 }), "forms");
  assert.deepEqual(buckets, [
    { _id: { min: 1, max: 5 }, count: 4 },
    { _id: { min: 5, max: 6 }, count: 2 },
  ]);
});

test("lookup joins by equal fields; missing joins null and an array its elements", async () => {
  const join = { from: "shops", localField: "shop", foreignField: "_id", as: "in" };
  const joined = await run((p) => p.sort({ _id: 1 }).lookup(join).project({ in: "$in.city" }));
  assert.deepEqual(joined, [
    { _id: 1, in: ["Ningbo"] },
    { _id: 2, in: ["Ningbo"] },
    { _id: 3, in: ["Shanghai"] },
    { _id: 4, in: [] },
  ]);
  const back = { from: "sales", localField: "open", foreignField: "shop", as: "none.of" };
  const [shanghai] = await run((p) => p.match({ _id: "s" }).lookup(back), "shops");
  assert.deepEqual(
    (shanghai as { none: { of: { _id: number }[] } }).none.of.map((s) => s._id),
    [4],
  );
});

test("lookup with a pipeline can use the document's values as variables", async () => {
  const pipeline = $.pipeline()
    .match(_.expr($.and([$.eq(["$shop", "$$id"]), $.gt(["$qty", 1])])))
    .sort({ qty: -1 })
    .project({ _id: 0, item: 1, where: "$$city" })
    .done();
  const join = { from: "sales", let: { id: "$_id", city: "$city" }, pipeline, as: "sold" };
  const joined = await run((p) => p.lookup(join).project({ sold: 1 }), "shops");
  assert.deepEqual(joined, [
    {
      _id: "n",
      sold: [
        { item: "rice", where: "Ningbo" },
        { item: "tea", where: "Ningbo" },
      ],
    },
    { _id: "s", sold: [] },
  ]);
});

test("lookup with a pipeline and no variables joins the same to every document", async () => {
  const pipeline = $.pipeline().match({ item: "rice" }).project({ item: 1 }).done();
  const joined = await run((p) => p.lookup({ from: "sales", pipeline, as: "rice" }), "shops");
  assert.deepEqual(
    (joined as { rice: unknown }[]).map(({ rice }) => rice),
    [[{ _id: 2, item: "rice" }], [{ _id: 2, item: "rice" }]],
  );
});

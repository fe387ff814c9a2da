import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "fast-check";
import { declare, index, unique } from "./declare.ts";
import { idsOf, startDatabase } from "./support.ts";

const { node, stop, takeCosts } = await startDatabase(
  declare(
    "plain",
    {
      name: "indexed",
      indexes: [index("a_b", "a", "-b"), index("b", "b"), index("c_d_b", "c.d", "b")],
    },
    { name: "entries", indexes: [index("account_seq", "account", "seq"), index("at", "-at")] },
    {
      name: "people",
      indexes: [
        unique("phone", "phone"),
        unique("name_born", "name", "born"),
        unique("cards", "cards"),
      ],
    },
  ),
);
after(stop);
const _ = node.command;

/** How many documents the requests made by `run` looked at. */
async function documentsRead(run: () => Promise<unknown>): Promise<number> {
  takeCosts();
  await run();
  return takeCosts().reduce((sum, { documentsRead: read }) => sum + read, 0);
}

const entries = node.collection("entries");
let added = 0;
/** Grows the ledger to so many entries, of which the accounts 0 to 9 have 10 each. */
async function growTo(total: number): Promise<void> {
  while (added < total) {
    const batch = Array.from({ length: Math.min(5000, total - added) }, (_each, at) => {
      const n = added + at;
      const account = n < 100 ? n % 10 : 10 + (n % 7);
      return { _id: `e${n}`, account, seq: n, at: new Date(n * 1000), kind: n % 3 };
    });
    await entries.add(batch);
    added += batch.length;
  }
}

test("an index lets a query read as many documents of many as of few", async () => {
  const queries = {
    byId: () => entries.doc("e42").get(),
    equality: () => entries.where({ account: 3 }).get(),
    inList: () => entries.where({ account: _.in([1, 2]) }).get(),
    range: () => entries.where({ account: 3, seq: _.gte(20).and(_.lt(60)) }).get(),
    lastOfAccount: () => entries.where({ account: 3 }).orderBy("seq", "desc").limit(1).get(),
    lastOfTwo: () =>
      entries
        .where({ account: _.in([1, 2]) })
        .orderBy("seq", "desc")
        .limit(2)
        .get(),
    latest: () => entries.orderBy("at", "desc").limit(5).get(),
    page: () =>
      entries
        .where({ _id: _.gt("e") })
        .orderBy("_id", "asc")
        .limit(5)
        .get(),
    count: () => entries.where({ account: 3 }).count(),
    aggregate: () => entries.aggregate().match({ account: 3 }).group({ _id: null }).end(),
    update: () => entries.where({ account: 3 }).update({ touched: Math.random() }),
    filtered: () => entries.where({ account: 3, kind: 1 }).get(),
  };
  const measure = async () => {
    const read: Record<string, number> = {};
    for (const [name, run] of Object.entries(queries)) read[name] = await documentsRead(run);
    return read;
  };
  await growTo(1000);
  const small = await measure();
  assert.deepEqual(small, {
    ...{ byId: 1, equality: 10, inList: 20, range: 4, lastOfAccount: 1, lastOfTwo: 4, latest: 5 },
    ...{ page: 5, count: 10, aggregate: 10, update: 10, filtered: 10 },
  });
  await growTo(20_000);
  assert.deepEqual(await measure(), small);
});

test("without an index a query looks at every document", async () => {
  assert.equal(await documentsRead(() => entries.where({ kind: 1 }).count()), added);
});

test("lookup uses an index of the joined collection", async () => {
  const join = { from: "entries", localField: "_id", foreignField: "account", as: "entries" };
  await node.collection("plain").add([{ _id: 3 }, { _id: 4 }]);
  const run = () => node.collection("plain").aggregate().lookup(join).end();
  assert.equal(await documentsRead(run), 2 + 20);
  await node.collection("plain").where({}).remove();
});

test("a document that changes moves in the indexes, one that is removed leaves them", async () => {
  const find = async (account: number) => idsOf(await entries.where({ account }).get());
  await entries.add({ _id: "moving", account: -1 });
  await entries.doc("moving").update({ account: -2 });
  assert.deepEqual([await find(-1), await find(-2)], [[], ["moving"]]);
  await entries.doc("moving").remove();
  assert.deepEqual(await find(-2), []);
});

const people = node.collection("people");
const isDuplicate = (index: string) => ({
  code: "DATABASE_DUPLICATE_WRITE",
  message: new RegExp(`^E11000 duplicate key error collection: people index: ${index} dup key`),
});

test("an _id is there once", async () => {
  await people.add({ _id: "one", phone: "1", cards: ["1"] });
  await assert.rejects(people.add({ _id: "one", phone: "x" }), isDuplicate("_id_"));
});

test("a unique index refuses a second document with the key, whichever way it comes", async () => {
  await people.add({ _id: "two", phone: "2", name: "Li", cards: ["2"] });
  await assert.rejects(people.add({ phone: "1", name: "Wu", cards: [] }), isDuplicate("phone"));
  await assert.rejects(people.doc("two").update({ phone: "1" }), isDuplicate("phone"));
  await assert.rejects(people.doc("two").set({ phone: "1" }), isDuplicate("phone"));
  await assert.rejects(people.doc("three").set({ phone: "1", name: "x" }), isDuplicate("phone"));
  await assert.rejects(people.where({}).update({ phone: "9" }), isDuplicate("phone"));
  assert.deepEqual((await people.doc("two").get()).data[0].phone, "2");
  await people.doc("two").update({ phone: "2", seen: true });
});

test("a unique index of several fields refuses only what is equal in all of them", async () => {
  await people.doc("two").update({ born: 1950 });
  await people.add({ _id: "li", phone: "3", name: "Li", born: 1960, cards: ["3"] });
  await assert.rejects(people.doc("li").update({ born: 1950 }), isDuplicate("name_born"));
});

test("a unique index takes a missing field for null", async () => {
  await people.add({ _id: "no phone", name: "No", cards: ["n"] });
  await assert.rejects(people.add({ name: "Also", cards: ["m"] }), isDuplicate("phone"));
  await assert.rejects(
    people.add({ phone: null, name: "Null", cards: ["o"] }),
    isDuplicate("phone"),
  );
});

test("a unique index of an array refuses what another document has, not a repetition", async () => {
  await people.add({ _id: "twice", phone: "5", name: "Five", cards: ["c", "c"] });
  const second = { phone: "6", name: "Six", cards: ["d", "c"] };
  await assert.rejects(people.add(second), isDuplicate("cards"));
});

test("a unique key is free again when its document is removed or changed", async () => {
  await people.add({ _id: "free", phone: "7", name: "Seven", cards: ["7"] });
  await people.doc("free").update({ phone: "8" });
  await people.add({ _id: "next", phone: "7", name: "Next", cards: ["x"] });
  await people.doc("next").remove();
  await people.add({ _id: "last", phone: "7", name: "Last", cards: ["x"] });
});

test("an index cannot hold a document with arrays in two of its fields", async () => {
  await assert.rejects(node.collection("indexed").add({ a: [1, 2], b: [1, 2] }), {
    code: "DATABASE_REQUEST_FAILED",
    message: "The index a_b cannot hold a document with arrays in two of its fields",
  });
});

test("an index over arrays finds and orders as no index does", async () => {
  const documents = [{ _id: 1, b: [0, 9] }, { _id: 2, b: [5] }, { _id: 3, b: [1, 2] }, { _id: 4 }];
  for (const name of ["plain", "indexed"]) {
    const collection = node.collection(name);
    await collection.where({}).remove();
    await collection.add(documents);
    const between = await collection.where({ b: _.gt(3).and(_.lt(6)) }).get();
    assert.deepEqual(idsOf(between).sort(), [1, 2]);
    assert.deepEqual(idsOf(await collection.where({ b: _.in([0, 9]) }).get()), [1]);
    const whole = await collection
      .where({
        b: _.in([
          [1, 2],
          [5, 6],
        ]),
      })
      .get();
    assert.deepEqual(idsOf(whole), [3]);
    assert.deepEqual(idsOf(await collection.orderBy("b", "asc").get()), [4, 1, 3, 2]);
    assert.deepEqual(idsOf(await collection.orderBy("b", "desc").get()), [1, 2, 3, 4]);
  }
});

// Few different values, so that they meet.
const scalar = fc.constantFrom<unknown>(
  0,
  1,
  2,
  -1.5,
  "1",
  "b",
  "",
  null,
  true,
  new Date(1),
  Number.NaN,
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(0, 1, 2, -1.5), { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ d: scalar }, { requiredKeys: [] }) },
);
const document = fc.record(
  { a: value, b: scalar, c: fc.oneof(value, fc.array(fc.record({ d: scalar }), { maxLength: 2 })) },
  { requiredKeys: [] },
);
const operand = fc.oneof(
  scalar.map((of) => _.eq(of)),
  scalar.map((of) => _.gt(of)),
  scalar.map((of) => _.lte(of)),
  fc.tuple(fc.nat(2), fc.nat(2)).map(([from, to]) => _.gte(from).and(_.lt(to))),
  fc.tuple(scalar, scalar).map(([from, to]) => _.gt(from).and(_.lte(to))),
  fc.array(scalar, { maxLength: 3 }).map((list) => _.in(list)),
  scalar.map((of) => _.neq(of)),
  fc.boolean().map((is) => _.exists(is)),
);
const query = fc.dictionary(fc.constantFrom("a", "b", "c", "c.d", "_id"), operand, { maxKeys: 3 });
const order = fc.array(
  fc.tuple(fc.constantFrom("a", "b", "c.d", "_id"), fc.constantFrom<"asc" | "desc">("asc", "desc")),
  { maxLength: 2 },
);

test("a query is answered alike with and without indexes", async () => {
  const documents = fc.array(document, { maxLength: 25 });
  const queries = fc.array(fc.tuple(query, order, fc.nat(4)), { minLength: 1, maxLength: 8 });
  await fc.assert(fc.asyncProperty(documents, queries, answeredAlike), { numRuns: 80 });
});

async function answeredAlike(
  documents: object[],
  queries: (readonly [object, (readonly [string, "asc" | "desc"])[], number])[],
): Promise<void> {
  const collections = [node.collection("plain"), node.collection("indexed")] as const;
  for (const collection of collections) {
    await collection.where({}).remove();
    if (documents.length > 0) await collection.add(documents.map((d, _id) => ({ _id, ...d })));
  }
  for (const [where, sort, limit] of queries) {
    // The last order by _id leaves no two documents equal, so that there is one right answer.
    const byId = sort.some(([field]) => field === "_id");
    const orders = byId || sort.length === 0 ? sort : [...sort, ["_id", "asc"] as const];
    const [plain, indexed] = await Promise.all(
      collections.map(async (collection) => {
        const ordered = orders.reduce(
          (q, [field, way]) => q.orderBy(field, way),
          collection.where(where),
        );
        const found = idsOf(
          await (sort.length > 0 && limit > 0 ? ordered.limit(limit) : ordered).get(),
        );
        return sort.length > 0 ? found : found.sort();
      }),
    );
    assert.deepEqual(indexed, plain);
  }
}

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { declare } from "./declare.ts";
import { idsOf, startDatabase } from "./support.ts";

const { node, wx, stop } = await startDatabase(declare("people", "mixed", "texts", "lists", "ids"));
after(stop);
const _ = node.command;

const people = node.collection("people");
await people.add([
  { _id: "a", name: "Wang", age: 30, address: { city: "Ningbo", zip: 1 }, tags: ["red", "old"] },
  { _id: "b", name: "Li", age: 25, address: { city: "Yuyao", zip: 2 }, tags: [] },
  { _id: "c", name: "Zhang", age: 40, tags: ["old"], born: new Date("1980-05-01T00:00:00Z") },
]);

test("doc().get() finds a document by its _id; node-sdk gives it as an array", async () => {
  assert.deepEqual((await people.doc("b").get()).data, [
    { _id: "b", name: "Li", age: 25, address: { city: "Yuyao", zip: 2 }, tags: [] },
  ]);
  assert.deepEqual((await people.doc("nobody").get()).data, []);
  const { data } = await wx.collection("people").doc("c").field({ name: true }).get();
  assert.deepEqual(data, { _id: "c", name: "Zhang" });
});

test("wx-server-sdk's doc().get() of a missing document throws", async () => {
  await assert.rejects(wx.collection("people").doc("nobody").get(), {
    errMsg: /document with _id nobody does not exist/,
  });
});

test("where() compares fields by value, nested ones by dot path or by nesting", async () => {
  assert.deepEqual(idsOf(await people.where({ age: 25 }).get()), ["b"]);
  assert.deepEqual(idsOf(await people.where({ "address.city": "Ningbo" }).get()), ["a"]);
  assert.deepEqual(idsOf(await people.where({ address: { city: "Ningbo" } }).get()), ["a"]);
  assert.deepEqual(idsOf(await people.where({ age: 25, name: "Wang" }).get()), []);
});

test("_.eq of an object needs the whole object, its fields in the same order", async () => {
  const where = (address: object) => people.where({ address: _.eq(address) }).get();
  assert.deepEqual(idsOf(await where({ city: "Ningbo", zip: 1 })), ["a"]);
  assert.deepEqual(idsOf(await where({ zip: 1, city: "Ningbo" })), []);
  assert.deepEqual(idsOf(await where({ city: "Ningbo" })), []);
});

test("a value finds the arrays that contain it, an array only the same array", async () => {
  assert.deepEqual(idsOf(await people.where({ tags: "old" }).get()), ["a", "c"]);
  assert.deepEqual(idsOf(await people.where({ tags: ["red", "old"] }).get()), ["a"]);
  assert.deepEqual(idsOf(await people.where({ tags: ["old", "red"] }).get()), []);
  assert.deepEqual(idsOf(await people.where({ tags: [] }).get()), ["b"]);
  assert.deepEqual(idsOf(await people.where({ "tags.0": "old" }).get()), ["c"]);
});

test("null finds null and what is missing", async () => {
  assert.deepEqual(idsOf(await people.where({ born: null }).get()), ["a", "b"]);
  assert.deepEqual(idsOf(await people.where({ born: _.neq(null) }).get()), ["c"]);
  assert.deepEqual(idsOf(await people.where({ "address.city": null }).get()), ["c"]);
});

test("null through an array finds documents in it that lack the field, nothing else", async () => {
  const lists = node.collection("lists");
  await lists.add([
    { _id: "lacking", a: [{ c: 1 }, { b: 1 }] },
    { _id: "having", a: [{ b: 1 }] },
    { _id: "numbers", a: [1, 2] },
    { _id: "empty", a: [] },
    { _id: "number", a: 5 },
    { _id: "missing" },
  ]);
  const found = await lists.where({ "a.b": null }).get();
  assert.deepEqual(idsOf(found), ["lacking", "number", "missing"]);
  assert.deepEqual(idsOf(await lists.where({ "a.b": 1 }).get()), ["lacking", "having"]);
  assert.deepEqual(idsOf(await lists.where({ "a.1.b": 1 }).get()), ["lacking"]);
});

test("dates are compared as moments and come back as dates", async () => {
  const born = new Date("1980-05-01T00:00:00Z");
  const { data } = await people.where({ born }).get();
  assert.deepEqual(data[0].born, born);
  assert.deepEqual(idsOf(await people.where({ born: _.lt(new Date("1980-05-02")) }).get()), ["c"]);
  assert.deepEqual(idsOf(await people.where({ born: _.gt(born) }).get()), []);
});

test("numbers and strings are different _ids", async () => {
  const ids = node.collection("ids");
  await ids.add([{ _id: 1 }, { _id: "1" }]);
  assert.deepEqual((await ids.doc(1).get()).data, [{ _id: 1 }]);
  assert.deepEqual((await ids.doc("1").get()).data, [{ _id: "1" }]);
});

test("orderBy() sorts, skip() and limit() cut; field() chooses fields and keeps _id", async () => {
  const page = await people.orderBy("age", "desc").skip(1).limit(1).field({ name: true }).get();
  assert.deepEqual(page.data, [{ _id: "a", name: "Wang" }]);
  const { data } = await wx.collection("people").orderBy("name", "asc").limit(2).get();
  assert.deepEqual(idsOf({ data }), ["b", "a"]);
});

test("several orderBy() sort by the first, then by the next", async () => {
  const found = await people.orderBy("tags.1", "desc").orderBy("age", "desc").get();
  assert.deepEqual(idsOf(found), ["a", "c", "b"]);
});

test("field() leaves fields out, also within objects and arrays, and cuts arrays", async () => {
  const only = async (field: object) => (await people.where({ _id: "a" }).field(field).get()).data;
  assert.deepEqual(await only({ _id: false, address: false, tags: false }), [
    { name: "Wang", age: 30 },
  ]);
  assert.deepEqual(await only({ "address.city": true }), [
    { _id: "a", address: { city: "Ningbo" } },
  ]);
  assert.deepEqual(await only({ name: true, tags: _.project.slice(1) }), [
    { _id: "a", name: "Wang", tags: ["red"] },
  ]);
  assert.deepEqual(await only({ age: 0, address: 0, name: 0, tags: _.project.slice([-1, 1]) }), [
    { _id: "a", tags: ["old"] },
  ]);
  assert.deepEqual(await only({ tags: _.project.elemMatch({ $eq: "old" }) }), [
    { _id: "a", tags: ["old"] },
  ]);
});

test("all types sort as MongoDB orders them, missing as null, arrays by an element", async () => {
  const mixed = node.collection("mixed");
  await mixed.add([
    { _id: "regexp", v: /x/ },
    { _id: "date", v: new Date(0) },
    { _id: "true", v: true },
    { _id: "false", v: false },
    { _id: "object", v: { a: 1 } },
    { _id: "text", v: "10" },
    { _id: "number", v: 9 },
    { _id: "negative", v: -1.5 },
    { _id: "infinite", v: Number.POSITIVE_INFINITY },
    { _id: "null", v: null },
    { _id: "missing" },
    { _id: "empty", v: [] },
    { _id: "list", v: [100, -7] },
  ]);
  assert.deepEqual(idsOf(await mixed.orderBy("v", "asc").get()), [
    ...["empty", "null", "missing", "list", "negative", "number", "infinite", "text", "object"],
    ...["false", "true", "date", "regexp"],
  ]);
  assert.deepEqual(idsOf(await mixed.orderBy("v", "desc").get()), [
    ...["regexp", "date", "true", "false", "object", "text", "infinite", "list", "number"],
    ...["negative", "null", "missing", "empty"],
  ]);
});

test("text sorts by code point, not by UTF-16 unit", async () => {
  const texts = node.collection("texts");
  await texts.add(["😀", "！", "村", "b", "B", "a\u0000", "a"].map((_id) => ({ _id })));
  const sorted = idsOf(await texts.orderBy("_id", "asc").get());
  assert.deepEqual(sorted, ["B", "a", "a\u0000", "b", "村", "！", "😀"]);
});

test("count() counts what matches", async () => {
  assert.equal((await people.count()).total, 3);
  assert.equal((await people.where({ tags: "old" }).count()).total, 2);
  assert.equal((await wx.collection("people").where({ age: 25 }).count()).total, 1);
});

test("documents without order come as they were added", async () => {
  assert.deepEqual(idsOf(await people.get()), ["a", "b", "c"]);
});

test("a field named like what every object inherits is missing when it is missing", async () => {
  assert.deepEqual(
    idsOf(await people.where({ constructor: null, toString: null }).get()).length,
    3,
  );
  assert.equal((await people.where({ valueOf: _.exists(true) }).count()).total, 0);
});

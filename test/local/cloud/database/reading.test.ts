import assert from "node:assert/strict";
import { after, test } from "node:test";
import { declare, startDatabase } from "./support.ts";

const { node, wx, stop } = await startDatabase(declare("people", "shapes", "many"));
after(stop);
const _ = node.command;

await node.collection("people").add([
  { _id: "a", name: "Wang", age: 30, address: { city: "Ningbo" }, tags: ["red", "old"] },
  { _id: "b", name: "Li", age: 25, address: { city: "Yuyao" }, tags: [] },
  { _id: "c", name: "Zhang", age: 40, tags: ["old"] },
]);
const people = node.collection("people");
const idsOf = (answer: { data: { _id: unknown }[] }) => answer.data.map(({ _id }) => _id);

test("doc().get() finds a document by its _id; node-sdk gives it as an array", async () => {
  assert.deepEqual((await people.doc("b").get()).data, [
    { _id: "b", name: "Li", age: 25, address: { city: "Yuyao" }, tags: [] },
  ]);
  assert.deepEqual((await people.doc("nobody").get()).data, []);
  const { data } = await wx.collection("people").doc("c").get();
  assert.deepEqual(data, { _id: "c", name: "Zhang", age: 40, tags: ["old"] });
});

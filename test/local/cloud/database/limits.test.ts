import assert from "node:assert/strict";
import { after, test } from "node:test";
import { declare } from "./declare.ts";
import { startDatabase } from "./support.ts";

const { node, wx, url, stop } = await startDatabase(declare("many"));
after(stop);
const many = node.collection("many");
await many.add(Array.from({ length: 1200 }, (_each, n) => ({ _id: n, n: n % 30 })));

test("get() gives 100 documents when no limit is set", async () => {
  assert.equal((await many.get()).data.length, 100);
  assert.equal((await wx.collection("many").get()).data.length, 100);
});

test("get() gives 1,000 documents at most", async () => {
  assert.equal((await many.limit(1000).get()).data.length, 1000);
  assert.equal((await many.limit(1200).get()).data.length, 1000);
  const request = { action: "database.getDocument", collectionName: "many", limit: 5000 };
  const answer = await fetch(`${url}/admin`, { method: "POST", body: JSON.stringify(request) });
  const { data } = (await answer.json()) as { data: { list: string[] } };
  assert.equal(data.list.length, 1000);
});

test("an aggregation gives 20 rows without a limit, and more with one", async () => {
  const group = () => many.aggregate().group({ _id: "$n" });
  assert.equal((await group().end()).data.length, 20);
  assert.equal((await group().limit(25).end()).data.length, 25);
  const { list } = await wx.collection("many").aggregate().sort({ _id: 1 }).end();
  assert.equal(list.length, 20);
});

test("count(), update() and remove() are not limited", async () => {
  assert.equal((await many.count()).total, 1200);
  assert.equal((await many.where({}).update({ seen: true })).updated, 1200);
});

test("a collection neither declared nor created is an error for every request", async () => {
  const code = "DATABASE_COLLECTION_NOT_EXIST";
  const nowhere = node.collection("nowhere");
  await assert.rejects(nowhere.get(), {
    code,
    message: /^\[ResourceNotFound\] Db or Table not exist: nowhere\./,
  });
  await assert.rejects(nowhere.add({ a: 1 }), { code });
  await assert.rejects(nowhere.where({}).update({ a: 1 }), { code });
  await assert.rejects(nowhere.doc("a").remove(), { code });
  await assert.rejects(nowhere.count(), { code });
  await assert.rejects(nowhere.aggregate().limit(1).end(), { code });
  const lookup = { from: "nowhere", localField: "n", foreignField: "n", as: "x" };
  await assert.rejects(many.aggregate().lookup(lookup).end(), { code });
});

test("createCollection() makes a collection once", async () => {
  await node.createCollection("made");
  await node.collection("made").add({ _id: 1 });
  const exists = { code: "DATABASE_COLLECTION_ALREADY_EXIST" };
  await assert.rejects(node.createCollection("made"), exists);
  await assert.rejects(wx.createCollection("made"), { errMsg: /Table exist: made/ });
  await assert.rejects(node.createCollection("a b"), { code: "INVALID_PARAM" });
});

test("a window that is no window is refused", async () => {
  await assert.rejects(many.limit(-1).get(), { code: "INVALID_PARAM", message: /^limit must be/ });
  await assert.rejects(many.skip(-1).get(), { code: "INVALID_PARAM", message: /^offset must be/ });
});

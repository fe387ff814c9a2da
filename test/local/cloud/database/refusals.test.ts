import assert from "node:assert/strict";
import { after, test } from "node:test";
import tcb from "@cloudbase/node-sdk";
import { declare } from "./declare.ts";
import { startDatabase } from "./support.ts";

const { node, wx, url, stop } = await startDatabase(declare("things", "others"));
after(stop);
const _ = node.command;
const $ = _.aggregate;
const things = node.collection("things");

const document = { _id: "a", n: 1, text: "x", list: [1], object: { a: 1 }, nothing: null };
await things.add(document);

async function refuses(code: string, message: RegExp, run: () => Promise<unknown>): Promise<void> {
  await assert.rejects(run(), { code, message });
}

/** Not supported here, though CloudBase may: the message names it. */
const unsupported = (what: string, run: () => Promise<unknown>) => {
  const text = what.replace(/[$.*+?()[\]{}|^]/g, "\\$&");
  return refuses(
    "DATABASE_INVALID_OPERRATOR",
    new RegExp(`^${text} is not supported by the local database\\.$`),
    run,
  );
};

const failed = (message: RegExp, run: () => Promise<unknown>) =>
  refuses("DATABASE_REQUEST_FAILED", message, run);

/** A query as it is sent, for what no command of the SDK builds. */
const raw = (query: object) => things.where(query).get();

/** A request that the SDK does not make as it is. */
async function post(request: object): Promise<{ code: string; message: string }> {
  const answer = await fetch(`${url}/admin`, { method: "POST", body: JSON.stringify(request) });
  return (await answer.json()) as { code: string; message: string };
}

test("geo queries and stages are refused by name", async () => {
  const point = new node.Geo.Point(1, 2);
  await unsupported("The query operator $nearSphere", () =>
    raw({ at: _.geoNear({ geometry: point, maxDistance: 1 }) }),
  );
  await unsupported("The query operator $geoIntersects", () =>
    raw({ at: _.geoIntersects({ geometry: point }) }),
  );
  await unsupported("The query operator $geoWithin", () =>
    raw({ at: _.geoWithin({ centerSphere: [[1, 2], 3] }) }),
  );
  const near = { near: { longitude: 1, latitude: 2 }, distanceField: "d" };
  await unsupported("The aggregation stage $geoNear", () => things.aggregate().geoNear(near).end());
});

test("unknown query operators are refused by name, over an empty collection too", async () => {
  await unsupported("The query operator $jsonSchema", () => raw(_.jsonSchema({ required: ["a"] })));
  await unsupported("The query operator $where", () => raw({ $where: "true" }));
  await unsupported("The query operator $type", () =>
    node
      .collection("others")
      .where({ n: { $type: "int" } })
      .get(),
  );
  await unsupported("The regular expression option 'y'", () => raw({ text: /x/y }));
  await unsupported("The projection operator $meta", () =>
    things.field({ n: { $meta: "textScore" } }).get(),
  );
});

test("malformed queries are refused as MongoDB refuses them", async () => {
  await failed(/malformed mod/, () => raw({ n: { $mod: [2] } }));
  await failed(/divisor cannot be 0/, () => raw({ n: { $mod: [0, 1] } }));
  await failed(/\$size must be/, () => raw({ list: _.size(-1) }));
  await failed(/\$or must be a nonempty array/, () => raw({ $or: [] }));
  await failed(/\$in needs an array/, () => raw({ n: { $in: 5 } }));
  await failed(/cannot nest \$ under \$in/, () => raw({ n: _.in([_.gt(1)]) }));
  await failed(/\$gt cannot take a regular expression/, () => raw({ text: _.gt(/x/) }));
  await failed(/not valid/, () => raw({ text: node.RegExp({ regexp: "(" }) }));
  await failed(/condition on 'n' mixes operators and fields/, () =>
    things
      .options({ raw: true })
      .where({ n: { a: 1, $gt: 2 } })
      .get(),
  );
  await failed(/empty field name/, () => raw({ "a..b": 1 }));
  await failed(/Use of undefined variable: no/, () => raw(_.expr($.eq(["$n", "$$no"]))));
});

test("commands that the SDK sends untranslated are refused, not taken for data", async () => {
  const untranslated = (command: string) =>
    `The command '${command}' in a place where the SDK does not translate it`;
  await unsupported(untranslated("inc"), () => things.add({ n: _.inc(1) }));
  await unsupported(untranslated("inc"), () => things.doc("a").update({ list: [_.inc(1)] }));
  await unsupported(untranslated("and"), () =>
    raw({ list: _.elemMatch({ a: _.gt(1).and(_.lt(2)) }) }),
  );
});

test("types that cannot be kept are refused by name", async () => {
  const id = node.ObjectId({ id: "0123456789abcdef01234567" });
  await unsupported("The type $oid", () => things.add({ id }));
  await unsupported("A Buffer, whose bytes the SDK does not send,", () =>
    things.add({ bytes: Buffer.from("x") }),
  );
  await unsupported("The type $numberDecimal", () => things.add({ n: { $numberDecimal: "1.5" } }));
});

test("update operators refuse values of the wrong type, and change nothing", async () => {
  const update = (data: object) => () => things.doc("a").update(data);
  await failed(/\$inc to 'text', a value of non-numeric type string/, update({ text: _.inc(1) }));
  await failed(
    /\$mul to 'nothing', a value of non-numeric type null/,
    update({ nothing: _.mul(2) }),
  );
  await failed(/\$inc at 'n' needs a number, not string/, update({ n: _.inc("1" as never) }));
  await failed(/'text' must be an array but is of type string/, update({ text: _.push(1) }));
  await failed(/'n' must be an array but is of type number/, update({ n: _.addToSet(1) }));
  await failed(/'n' must be an array/, update({ n: _.pull(1) }));
  await failed(/'object' must be an array but is of type object/, update({ object: _.pop() }));
  await failed(/\$pullAll at 'list' needs an array/, update({ list: _.pullAll(1) }));
  await failed(/\$bit at 'n' works on whole numbers/, update({ n: _.bit({ and: 1.5 }) }));
  await failed(/Cannot create field 'b' in an element of type number/, update({ "n.b": 1 }));
  await failed(/Cannot create field 'x' in an element of type array/, update({ "list.x": 1 }));
  await failed(/Cannot create field 'x' in an element of type null/, update({ "nothing.x": 1 }));
  await unsupported("The $push modifier $at", update({ list: { $push: 1 } }).bind(null)).catch(
    () => 0,
  );
  assert.deepEqual((await things.doc("a").get()).data, [document]);
});

test("updates that contradict themselves or say nothing are refused", async () => {
  const update = (data: object) => () => things.doc("a").update(data);
  await failed(
    /'object.a' would create a conflict at 'object'/,
    update({
      object: _.set({}),
      "object.a": 1,
    }),
  );
  await failed(/conflict/, update({ n: _.rename("m"), m: 1 }));
  await failed(/The update is empty/, update({ object: {} }));
  await failed(/immutable field '_id'/, update({ n: _.rename("_id") }));
  await failed(/\$rename cannot go through an array/, update({ "list.0": _.rename("n0") }));
  await unsupported("The field name '__proto__'", update({ "object.__proto__.x": 1 }));
  await unsupported("The positional '$' in the path 'list.$'", update({ "list.$": 1 }));
  await failed(/must not start with '\$' or contain '.'/, update({ object: _.set({ "a.b": 1 }) }));
});

test("raw updates may use no other operators, and must use operators", async () => {
  const update = (data: object) => () => things.where({}).options({ raw: true }).update(data);
  await unsupported("The update operator $currentDate", update({ $currentDate: { at: true } }));
  await unsupported("The $push modifier $at", update({ $push: { list: { $each: [1], $at: 0 } } }));
  await failed(/consists of operators, but 'n' is a field/, update({ n: 2 }));
});

test("documents need an _id of text or number, and names that queries can reach", async () => {
  await failed(/_id must be a string or a number, not null/, () => things.add({ _id: null }));
  await failed(/_id must be a string or a number, not array/, () => things.add({ _id: ["a"] }));
  await failed(/'a\.b' must not start with/, () => things.add({ "a.b": 1 }));
  await failed(/'\$a' must not start with/, () => things.add({ x: { $a: 1 } }));
  const data = ['{"x": {"__proto__": 1}}'];
  const inherited = { action: "database.insertDocument", collectionName: "things", data };
  assert.match((await post(inherited)).message, /^The field name '__proto__' is not supported/);
  let deep: object = {};
  for (let depth = 0; depth < 101; depth++) deep = { deep };
  await failed(/may not nest deeper than 100 levels/, () => things.add(deep));
});

test("set() cannot change an _id", async () => {
  await assert.rejects(things.doc("a").set({ _id: "b" }), { message: "不能更新_id的值" });
});

test("stages, accumulators, expression operators and options are refused by name", async () => {
  const run = (pipeline: object[]) => () =>
    node.collection("others").options({ raw: true }).aggregate(pipeline).end();
  await unsupported("The aggregation stage $facet", run([{ $facet: {} }]));
  await unsupported("The aggregation stage $out", run([{ $match: {} }, { $out: "x" }]));
  await unsupported("The accumulator $top", run([{ $group: { _id: 1, x: { $top: 1 } } }]));
  await unsupported(
    "The aggregation operator $toInt",
    run([{ $project: { x: { $toInt: "$a" } } }]),
  );
  await unsupported(
    "The aggregation operator $meta",
    run([{ $project: { x: $.meta("textScore") } }]),
  );
  await unsupported("The variable $$NOW", run([{ $project: { x: "$$NOW" } }]));
  await failed(
    /\$lookup does not know 'limit'/,
    run([{ $lookup: { from: "x", as: "y", limit: 1 } }]),
  );
  await unsupported(
    "$bucketAuto's granularity",
    run([{ $bucketAuto: { groupBy: "$n", buckets: 2, granularity: "R5" } }]),
  );
  await failed(
    /\$dateToString does not know 'locale'/,
    run([{ $project: { x: { $dateToString: { date: "$d", locale: "zh" } } } }]),
  );
});

test("expressions refuse values of the wrong type", async () => {
  const value = (expression: unknown) => () => things.aggregate().project({ x: expression }).end();
  await failed(/\$add only supports numeric or date types, not string/, value($.add(["$text", 1])));
  await failed(/can't \$divide by zero/, value($.divide([1, 0])));
  await failed(/\$size's argument must be an array/, value($.size("$none")));
  await failed(/\$concat requires a string argument, found: number/, value($.concat(["$n"])));
  await failed(/\$year can't convert from type string to date/, value($.year("$text")));
  await failed(/\$subtract takes 2 arguments, 1 were given/, value($.subtract(["$n"])));
  await failed(
    /no branch/,
    value($.switch(JSON.parse('{"branches": [{"case": false, "then": 1}]}'))),
  );
  await failed(
    /does not know the time zone 'Mars'/,
    value($.year({ date: new Date(0), timezone: "Mars" })),
  );
  await failed(
    /\$dateToString does not know the format specifier '%Q'/,
    value($.dateToString({ date: new Date(0), format: "%Q" })),
  );
  await failed(
    /Error parsing date string 'nonsense'/,
    value($.dateFromString({ dateString: "nonsense" })),
  );
  await failed(/newRoot must evaluate to an object/, () =>
    things.aggregate().replaceRoot({ newRoot: "$n" }).end(),
  );
  await failed(/\$bucket found a value outside/, () =>
    things
      .aggregate()
      .bucket({ groupBy: "$n", boundaries: [5, 6] })
      .end(),
  );
});

test("a projection cannot both include and exclude, nor say nothing", async () => {
  await failed(/projection of 'object' is empty/, () => things.field({ object: {} }).get());
  await failed(/cannot both include and exclude/, () => things.field({ n: 1, text: 0 }).get());
  await failed(/Path collision at object\.a/, () =>
    things.field({ object: 1, "object.a": 1 }).get(),
  );
});

test("another database of the environment is refused by name", async () => {
  const other = tcb.init({ env: "local", serviceUrl: `${url}/admin` }).database({ database: "x" });
  await unsupported("The option 'database' of database()", () => other.collection("things").get());
});

test("watch() is refused by name in what the SDK prints", async () => {
  const { code, message } = await post({ action: "auth.wsWebSign", envName: "local" });
  assert.equal(code, "DATABASE_INVALID_OPERRATOR");
  assert.equal(message, "watch() is not supported by the local database.");
});

test("wx-server-sdk turns the codes into its numbers and keeps the message", async () => {
  await assert.rejects(wx.collection("nowhere").get(), {
    errCode: -502005,
    errMsg: /Db or Table not exist: nowhere/,
  });
  const inc = wx
    .collection("things")
    .doc("a")
    .update({ data: { text: _.inc(1) } });
  await assert.rejects(inc, { errCode: -502001, errMsg: /non-numeric type string/ });
  const near = wx
    .collection("things")
    .where({ n: { $near: 1 } })
    .get();
  await assert.rejects(near, { errCode: -502002, errMsg: /The query operator \$near/ });
  await assert.rejects(wx.collection("things").add({ data: { _id: "a" } }), {
    errCode: -501001,
    errMsg: /E11000 duplicate key/,
  });
});

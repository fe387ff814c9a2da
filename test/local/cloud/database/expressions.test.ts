import assert from "node:assert/strict";
import { after, test } from "node:test";
import { declare } from "./declare.ts";
import { startDatabase } from "./support.ts";

const { node, stop } = await startDatabase(declare("one"));
after(stop);
const $ = node.command.aggregate;

await node.collection("one").add({
  _id: 1,
  ...{ n: 7, negative: -7.5, zero: 0, text: "Héllo", nothing: null, yes: true },
  date: new Date("2019-05-14T09:38:51.686Z"),
  newYear: new Date("2021-01-02T23:30:00Z"),
  list: [3, 1, 2],
  docs: [{ k: "a", v: 1 }, { k: "b" }, 5],
  object: { x: 1, y: null },
});

// biome-ignore lint/suspicious/noThenProperty: it is MongoDB's word, and nobody awaits it
const then = (result: unknown) => ({ then: result });

/** Each expression with what it is for the one document; undefined where it is missing. */
async function check(cases: readonly (readonly [expression: unknown, expected: unknown])[]) {
  const spec = Object.fromEntries(cases.map(([expression], at) => [`e${at}`, expression]));
  const result = await node
    .collection("one")
    .aggregate()
    .project({ _id: 0, ...spec })
    .end();
  const values = cases.map((_, at) => result.data[0][`e${at}`]);
  assert.deepEqual(
    values,
    cases.map(([, expected]) => expected),
  );
}

test("arithmetic; null and missing make the result null", () =>
  check([
    [$.abs("$negative"), 7.5],
    [$.ceil("$negative"), -7],
    [$.floor("$negative"), -8],
    [$.trunc("$negative"), -7],
    [$.add(["$n", 1, 2]), 10],
    [$.add(["$date", 1000]), new Date("2019-05-14T09:38:52.686Z")],
    [$.subtract(["$n", 10]), -3],
    [$.subtract(["$date", new Date("2019-05-14T09:38:50.686Z")]), 1000],
    [$.subtract(["$date", 686]), new Date("2019-05-14T09:38:51.000Z")],
    [$.multiply(["$n", 2, 0.5]), 7],
    [$.divide(["$n", 2]), 3.5],
    [$.mod(["$n", 4]), 3],
    [$.mod(["$negative", 4]), -3.5],
    [$.pow(["$n", 2]), 49],
    [$.sqrt(49), 7],
    [$.exp(0), 1],
    [$.ln(Math.E), 1],
    [$.log([8, 2]), 3],
    [$.log10(1000), 3],
    [$.add(["$n", "$none"]), null],
    [$.multiply(["$n", null]), null],
    [$.abs("$nothing"), null],
  ]));

test("comparison goes by the order of all types, a missing value before null", () =>
  check([
    [$.eq(["$n", 7]), true],
    [$.neq(["$n", "7"]), true],
    [$.gt(["$text", "$n"]), true],
    [$.gte(["$n", 7]), true],
    [$.lt(["$none", null]), true],
    [$.lte(["$n", 6]), false],
    [$.cmp(["$list", "$n"]), 1],
    [$.cmp(["$n", 8]), -1],
  ]));

test("conditions; 0, null and missing are false, empty text is true", () =>
  check([
    [$.and(["$yes", "$n", ""]), true],
    [$.and(["$yes", "$zero"]), false],
    [$.and([]), true],
    [$.or(["$zero", "$none", "$nothing"]), false],
    [$.not(["$zero"]), true],
    [$.cond(["$zero", "a", "b"]), "b"],
    [$.cond({ if: $.gt(["$n", 5]), ...then("big"), else: $.divide([1, 0]) }), "big"],
    [$.ifNull(["$nothing", "else"]), "else"],
    [$.ifNull(["$zero", "else"]), 0],
    [
      $.switch({
        branches: [
          { case: $.lt(["$n", 5]), ...then("small") },
          { case: $.lt(["$n", 10]), ...then("middle") },
        ],
        default: "large",
      }),
      "middle",
    ],
  ]));

test("arrays", () =>
  check([
    [$.arrayElemAt(["$list", 0]), 3],
    [$.arrayElemAt(["$list", -1]), 2],
    [$.arrayElemAt(["$list", 3]), undefined],
    [$.concatArrays(["$list", [9]]), [3, 1, 2, 9]],
    [$.concatArrays(["$list", "$none"]), null],
    [$.filter({ input: "$list", as: "item", cond: $.gte(["$$item", 2]) }), [3, 2]],
    [$.filter({ input: "$list", cond: $.lt(["$$this", 2]) }), [1]],
    [$.in([1, "$list"]), true],
    [$.indexOfArray(["$list", 2]), 2],
    [$.indexOfArray(["$list", 3, 1]), -1],
    [$.isArray(["$list"]), true],
    [$.isArray("$n"), false],
    [$.map({ input: "$list", as: "item", in: $.multiply(["$$item", "$n"]) }), [21, 7, 14]],
    [$.map({ input: "$docs", in: "$$this.v" }), [1, null, null]],
    [$.map({ input: "$none", in: "$$this" }), null],
    [$.range([0, 5, 2]), [0, 2, 4]],
    [$.range([3, 0, -1]), [3, 2, 1]],
    [$.reduce({ input: "$list", initialValue: 0, in: $.add(["$$value", "$$this"]) }), 6],
    [$.reverseArray("$list"), [2, 1, 3]],
    [$.size("$list"), 3],
    [$.slice(["$list", 2]), [3, 1]],
    [$.slice(["$list", -2]), [1, 2]],
    [$.slice(["$list", 1, 1]), [1]],
    [$.slice(["$list", -5, 2]), [3, 1]],
    [$.zip({ inputs: ["$list", ["a"]] }), [[3, "a"]]],
    [
      $.zip({ inputs: [[1, null], ["a"]], useLongestLength: true, defaults: [0, "-"] }),
      [
        [1, "a"],
        [null, "-"],
      ],
    ],
    [$.arrayToObject([[["a", 1]]]), { a: 1 }],
    [$.arrayToObject([[{ k: "a", v: "$n" }]]), { a: 7 }],
    [
      $.objectToArray("$object"),
      [
        { k: "x", v: 1 },
        { k: "y", v: null },
      ],
    ],
    [$.mergeObjects(["$object", "$none", { y: 2 }]), { x: 1, y: 2 }],
  ]));

test("a field path goes through the documents of an array, never to an element by number", () =>
  check([
    ["$docs.v", [1]],
    ["$docs.k", ["a", "b"]],
    ["$docs.0", []],
    ["$list.x", []],
    ["$object.x", 1],
    ["$n.x", undefined],
    [
      ["$none", "$n"],
      [null, 7],
    ],
    [{ a: "$none", b: "$n" }, { b: 7 }],
  ]));

test("sets", () =>
  check([
    [$.setUnion([[1, 2, 2], [3]]), [1, 2, 3]],
    [
      $.setIntersection([
        [1, 2, 3],
        [3, 1],
      ]),
      [1, 3],
    ],
    [$.setDifference([[1, 2, 2, 3], [1]]), [2, 3]],
    [
      $.setEquals([
        [1, 2, 1],
        [2, 1],
      ]),
      true,
    ],
    [$.setIsSubset([[1], [1, 2]]), true],
    [$.setUnion([[1], "$none"]), null],
    [$.allElementsTrue([[1, "", true]]), true],
    [$.anyElementTrue([[0, null]]), false],
  ]));

test("text, by code points and by bytes", () =>
  check([
    [$.concat(["$text", "!"]), "Héllo!"],
    [$.concat(["$text", "$none"]), null],
    [$.indexOfCP(["$text", "l"]), 2],
    [$.indexOfBytes(["$text", "l"]), 3],
    [$.indexOfCP(["😀a", "a"]), 1],
    [$.indexOfCP(["$text", "x"]), -1],
    [$.indexOfCP(["$none", "x"]), null],
    [$.split(["a-b-", "-"]), ["a", "b", ""]],
    [$.strLenCP("$text"), 5],
    [$.strLenBytes("$text"), 6],
    [$.strcasecmp(["abc", "ABD"]), -1],
    [$.substr(["$text", 0, 1]), "H"],
    [$.substrBytes(["$text", 3, -1]), "llo"],
    [$.substrCP(["$text", 1, 2]), "él"],
    [$.substrCP(["$none", 0, 2]), ""],
    [$.toLower("ÀB"), "Àb"],
    [$.toUpper("$text"), "HéLLO"],
    [$.toUpper("$n"), "7"],
    [$.literal("$n"), "$n"],
  ]));

test("let defines variables for one expression", () =>
  check([
    [$.let({ vars: { a: "$n", b: $.add(["$n", 1]) }, in: $.multiply(["$$a", "$$b"]) }), 56],
    [$.let({ vars: { d: "$docs" }, in: "$$d.k" }), ["a", "b"]],
    [$.let({ vars: { gone: "$none" }, in: $.ifNull(["$$gone", "$$ROOT.n"]) }), 7],
    ["$$REMOVE", undefined],
  ]));

test("accumulators outside of a group take their arguments, or the elements of one array", () =>
  check([
    [$.sum("$list"), 6],
    [$.sum(["$n", "$text", 1]), 8],
    [$.avg("$list"), 2],
    [$.avg("$docs"), 5],
    [$.max("$list"), 3],
    [$.min(["$n", 2, "$nothing"]), 2],
    [$.stdDevPop([1, 3]), 1],
    [$.stdDevSamp([1]), null],
  ]));

test("parts of a date, in UTC or in a time zone", () =>
  check([
    [$.year("$date"), 2019],
    [$.month("$date"), 5],
    [$.dayOfMonth("$date"), 14],
    [$.hour("$date"), 9],
    [$.minute("$date"), 38],
    [$.second("$date"), 51],
    [$.millisecond("$date"), 686],
    [$.dayOfWeek("$date"), 3],
    [$.dayOfYear("$date"), 134],
    [$.week("$date"), 19],
    [$.isoDayOfWeek("$date"), 2],
    [$.isoWeek("$date"), 20],
    [$.isoWeekYear("$date"), 2019],
    [$.hour({ date: "$date", timezone: "Asia/Shanghai" }), 17],
    [$.minute({ date: "$date", timezone: "+05:30" }), 8],
    [$.year("$newYear"), 2021],
    [$.isoWeekYear("$newYear"), 2020],
    [$.isoWeek("$newYear"), 53],
    [$.week("$newYear"), 0],
    [$.dayOfMonth({ date: "$newYear", timezone: "Asia/Shanghai" }), 3],
    [$.week({ date: "$newYear", timezone: "Asia/Shanghai" }), 1],
    [$.year("$none"), null],
  ]));

test("dateToString writes a date by a format", () =>
  check([
    [$.dateToString({ date: "$date" }), "2019-05-14T09:38:51.686Z"],
    [$.dateToString({ date: "$date", format: "%Y-%m-%d" }), "2019-05-14"],
    [
      $.dateToString({ date: "$date", format: "%d.%m.%Y %H:%M:%S.%L", timezone: "Asia/Shanghai" }),
      "14.05.2019 17:38:51.686",
    ],
    [$.dateToString({ date: "$date", format: "%G-W%V-%u %j %U %w %%" }), "2019-W20-2 134 19 3 %"],
    [$.dateToString({ date: "$date", format: "%z %Z", timezone: "-03:30" }), "-0330 -210"],
    [$.dateToString({ date: "$none", format: "%Y" }), null],
    [$.dateToString({ date: "$none", format: "%Y", onNull: "never" }), "never"],
  ]));

test("dateFromParts makes a date; parts that are too large carry over", () =>
  check([
    [
      $.dateFromParts({ year: 2017, month: 2, day: 8, hour: 12, timezone: "America/New_York" }),
      new Date("2017-02-08T17:00:00Z"),
    ],
    [$.dateFromParts({ year: 2017 }), new Date("2017-01-01T00:00:00Z")],
    [$.dateFromParts({ year: 2016, month: 14, day: 0 }), new Date("2017-01-31T00:00:00Z")],
    [
      $.dateFromParts({ isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 6, hour: 1 }),
      new Date("2021-01-02T01:00:00Z"),
    ],
    [$.dateFromParts({ year: "$none" }), null],
  ]));

test("dateFromString reads ISO 8601, or what a format says", () =>
  check([
    [$.dateFromString({ dateString: "2019-05-14T09:38:51.686Z" }), new Date(1557826731686)],
    [$.dateFromString({ dateString: "2019-05-14" }), new Date("2019-05-14T00:00:00Z")],
    [$.dateFromString({ dateString: "2019-05-14 17:38+0800" }), new Date("2019-05-14T09:38:00Z")],
    [
      $.dateFromString({ dateString: "2019-05-14", timezone: "Asia/Shanghai" }),
      new Date("2019-05-13T16:00:00Z"),
    ],
    [
      $.dateFromString({ dateString: "14/05/2019", format: "%d/%m/%Y" }),
      new Date("2019-05-14T00:00:00Z"),
    ],
    [
      $.dateFromString({ dateString: "2020-W53-6", format: "%G-W%V-%u" }),
      new Date("2021-01-02T00:00:00Z"),
    ],
    [$.dateFromString({ dateString: "nonsense", onError: "wrong" }), "wrong"],
    [$.dateFromString({ dateString: "$none", onNull: "null" }), "null"],
  ]));

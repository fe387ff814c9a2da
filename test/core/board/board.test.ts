import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type BoardAccount,
  groupStandings,
  type Measured,
  memberStandings,
  type Order,
  placed,
  pointsIn,
  ranks,
  type Standing,
} from "../../../core/board/board.ts";
import { monthsBegun, type Part, partOf, periodOf } from "../../../core/board/period.ts";
import { emptySums } from "../../../core/ledger/account.ts";
import type { Terms } from "../../../core/rulebook/rulebook.ts";

const plain: Terms = { per: "year", year: "sum", yearStart: 1, start: 0 };

const account = (
  name: string,
  byMonth: BoardAccount["byMonth"],
  more: Partial<BoardAccount> = {},
): BoardAccount => ({
  id: `v-${name}_2014`,
  ...{ memberId: `v-${name}`, memberName: name, branchId: "v-b1", gridId: "v-g1", terms: plain },
  ...more,
  byMonth: { ...emptySums(plain).byMonth, ...byMonth },
});

const measured = (
  now: readonly BoardAccount[],
  before: readonly BoardAccount[] = [],
  part: Part = "year",
  yearStart = 1,
): Measured => {
  const period = periodOf(2014, part, yearStart);
  return { now, before, period, begun: period.months };
};

const named = (rows: readonly Standing[]) => rows.map(({ name }) => name);

test("ties share a rank, and the next one counts everybody before it", () => {
  assert.deepEqual(ranks([900, 700, 700, 400]), [1, 2, 2, 4]);
  assert.deepEqual(ranks([]), []);
});

test("a month counts its own points, a quarter its three months, the year all", () => {
  const one = account("a", { "01": 100, "03": 200, "04": 400 });
  const of = (part: Part) => pointsIn(one, periodOf(2014, part, 1));
  assert.deepEqual([of("m03"), of("q1"), of("q2"), of("year")], [200, 300, 400, 700]);
});

test("in a year from December, December belongs to the first quarter and November to the last", () => {
  const terms = { ...plain, yearStart: 12 };
  const one = account("a", { "12": 100, "02": 200, "11": 400 }, { terms });
  const of = (part: Part) => pointsIn(one, periodOf(2014, part, 12));
  assert.deepEqual([of("q1"), of("q4"), of("year")], [300, 400, 700]);
});

test("a scale by quarters holds for a quarter and for the year, a month has none", () => {
  const terms: Terms = {
    ...plain,
    per: "quarter",
    year: "mean",
    start: 6000,
    least: 0,
    most: 10000,
  };
  const one = account("a", { "01": 5000, "04": 400 }, { terms });
  const of = (part: Part) => pointsIn(one, periodOf(2014, part, 1));
  assert.deepEqual([of("q1"), of("q2"), of("m01"), of("year")], [10000, 6400, 5000, 7100]);
});

test("the whole year is what the account itself keeps as its score, whatever the scale", () => {
  const anyTerms = fc.record({
    per: fc.constantFrom("year" as const, "quarter" as const),
    year: fc.constantFrom("sum" as const, "mean" as const),
    yearStart: fc.integer({ min: 1, max: 12 }),
    start: fc.integer({ min: 0, max: 8000 }),
    most: fc.integer({ min: 5000, max: 10000 }),
  });
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const { score, byMonth } = emptySums(terms);
      const year = periodOf(2014, "year", terms.yearStart);
      assert.equal(pointsIn({ terms, byMonth }, year), score);
    }),
  );
});

test("progress is against the same months of the year before; months to come are not compared", () => {
  const now = [account("a", { "01": 300 })];
  const before = [account("a", { "01": 100, "12": 900 })];
  const all = measured(now, before);
  assert.equal(memberStandings(all, "full")[0]?.change, -700);
  const begun = monthsBegun(all.period, "2014-03-09", 1);
  assert.deepEqual(begun, ["01", "02", "03"]);
  assert.equal(memberStandings({ ...all, begun }, "full")[0]?.change, 200);
});

test("in progress whoever has no booklet of the year before comes last, without a rank", () => {
  const now = [account("new", { "01": 900 }), account("a", { "01": 100 })];
  const rows = placed(
    memberStandings(measured(now, [account("a", { "01": 400 })]), "full"),
    "progress",
    ["v-b1"],
  );
  assert.deepEqual(
    rows.map(({ name, rank, change }) => [name, rank, change]),
    [
      ["a", 1, -300],
      ["new", undefined, undefined],
    ],
  );
});

test("branches differ in size: the average puts a small hard-working one first", () => {
  const now = [
    ...["a", "b", "c"].map((name) => account(name, { "01": 200 })),
    account("d", { "01": 500 }, { branchId: "v-b2" }),
  ];
  const branches = ["v-b1", "v-b2", "v-b3"].map((id) => ({ id, name: id }));
  const standings = groupStandings(measured(now), branches, "branchId");
  const first = (order: Order) => placed(standings, order, [])[0];
  assert.deepEqual([first("total")?.name, first("average")?.name], ["v-b1", "v-b2"]);
  assert.deepEqual(
    standings.map(({ members, points, average }) => [members, points, average]),
    [
      [3, 600, 200],
      [1, 500, 500],
      [0, 0, 0],
    ],
  );
});

test("averages that are the same as they are shown share a rank", () => {
  const now = ["a", "b", "c"].map((name) => account(name, { "01": 100 }));
  const more = [100, 100, 101].map((points, index) =>
    account(`d${index}`, { "01": points }, { branchId: "v-b2" }),
  );
  const branches = ["v-b1", "v-b2"].map((id) => ({ id, name: id }));
  const standings = groupStandings(measured([...now, ...more]), branches, "branchId");
  assert.deepEqual(
    placed(standings, "average", []).map(({ rank }) => rank),
    [1, 1],
  );
});

test("a village that does not rank lists branch by branch in the order of the booklets", () => {
  const now = [
    account("m10", { "01": 900 }),
    account("m2", { "01": 100 }),
    account("m1", { "01": 500 }, { branchId: "v-b2" }),
  ];
  const rows = placed(memberStandings(measured(now, now), "full"), undefined, ["v-b1", "v-b2"]);
  assert.deepEqual(named(rows), ["m2", "m10", "m1"]);
  assert.deepEqual(
    rows.filter((row) => "rank" in row || "change" in row),
    [],
  );
});

test("names stand as the village shows them", () => {
  assert.deepEqual(named(memberStandings(measured([account("张桂英", {})]), "masked")), ["张**"]);
});

const anyOrder = fc.constantFrom<Order>("total", "average", "progress");
const anyStanding = fc.record(
  {
    id: fc.stringMatching(/^v-m[1-9][0-9]{0,2}$/),
    name: fc.constant("某某"),
    points: fc.integer({ min: -500, max: 500 }),
    average: fc.integer({ min: -5, max: 5 }),
    change: fc.integer({ min: -5, max: 5 }),
  },
  { requiredKeys: ["id", "name", "points"] },
);

test("any order lists everybody once, the most first, and equal values share a rank", () => {
  const value = (row: Standing, order: Order) =>
    order === "total" ? row.points : order === "average" ? row.average : row.change;
  fc.assert(
    fc.property(
      fc.uniqueArray(anyStanding, { selector: ({ id }) => id }),
      anyOrder,
      (some, order) => {
        const rows = placed(some, order, []);
        assert.equal(rows.length, some.length);
        for (const row of rows) {
          const mine = value(row, order);
          if (mine === undefined) assert.equal(row.rank, undefined);
          else {
            const above = some.filter((one) => (value(one, order) ?? -Infinity) > mine).length;
            assert.equal(row.rank, above + 1);
          }
        }
      },
    ),
  );
});

test("a period is a month, a quarter, or else the whole year", () => {
  assert.deepEqual(
    [partOf({ month: "03" }), partOf({ quarter: 2 }), partOf({})],
    ["m03", "q2", "year"],
  );
});

test("of a period that is over every month has begun, of one to come none", () => {
  const begun = (part: Part, today: string) => monthsBegun(periodOf(2014, part, 12), today, 12);
  assert.deepEqual(begun("q1", "2013-12-31"), ["12"]);
  assert.deepEqual(begun("q1", "2014-05-01"), ["12", "01", "02"]);
  assert.deepEqual(begun("q1", "2013-11-30"), []);
});

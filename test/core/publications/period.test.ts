import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Part, parts, periodOf } from "../../../core/board/period.ts";
import { addDays, firstDayOf, lastDayOf } from "../../../core/kernel/time.ts";
import { duePeriods, hindranceOf } from "../../../core/publications/period.ts";

const shape = (part: Part, yearStart: number) => {
  const { title, from, until } = periodOf(2014, part, yearStart);
  return [title, from, until];
};

test("a period has a title, a first and a last day", () => {
  assert.deepEqual(shape("m02", 1), ["2014年2月", "2014-02-01", "2014-02-28"]);
  assert.deepEqual(shape("q3", 1), ["2014年第三季度", "2014-07-01", "2014-09-30"]);
  assert.deepEqual(shape("year", 1), ["2014年度", "2014-01-01", "2014-12-31"]);
});

test("in a points year from December to November, December is the first month, and of the year before", () => {
  assert.deepEqual(shape("m12", 12), ["2013年12月", "2013-12-01", "2013-12-31"]);
  assert.deepEqual(shape("q1", 12), ["2014年第一季度", "2013-12-01", "2014-02-28"]);
  assert.deepEqual(shape("year", 12), ["2014年度", "2013-12-01", "2014-11-30"]);
});

const anyStart = fc.integer({ min: 1, max: 12 });

test("months and quarters fill the year without gap or overlap, wherever it starts", () => {
  fc.assert(
    fc.property(anyStart, fc.constantFrom("m", "q"), (yearStart, kind) => {
      const some = parts
        .filter((part) => part.startsWith(kind) && part !== "year")
        .map((part) => periodOf(2014, part, yearStart))
        .sort((one, other) => (one.from < other.from ? -1 : 1));
      assert.equal(some[0]?.from, firstDayOf(2014, yearStart));
      assert.equal(some.at(-1)?.until, lastDayOf(2014, yearStart));
      for (const [index, { until }] of some.slice(0, -1).entries()) {
        assert.equal(some[index + 1]?.from, addDays(until, 1));
      }
    }),
  );
});

const published = (...some: readonly Part[]) => some.map((part) => periodOf(2014, part, 1));

const hindrance = (part: Part, before: readonly Part[], today = "2015-02-01") =>
  hindranceOf(periodOf(2014, part, 1), published(...before), today, 1);

test("a period can be published from the day after its last", () => {
  assert.equal(hindrance("m01", [], "2014-01-31"), "period_not_over");
  assert.equal(hindrance("m01", [], "2014-02-01"), undefined);
});

test("none can be published twice", () => {
  assert.equal(hindrance("m01", ["m01"]), "already_published");
});

test("none can be published while days before it are unpublished, since it would close them", () => {
  assert.equal(hindrance("m02", []), "period_order");
  assert.equal(hindrance("q2", ["m01", "m02"]), "period_order");
  assert.equal(hindrance("q2", ["m01", "m02", "m03"]), undefined);
  assert.equal(hindrance("m04", ["q1"]), undefined);
});

test("a quarter or the year may follow months of it, also some, and also later ones", () => {
  assert.equal(hindrance("q1", ["m01"]), undefined);
  assert.equal(hindrance("q1", ["m01", "m02", "m03", "m04"]), undefined);
  assert.equal(hindrance("year", ["q1", "m04"]), undefined);
});

test("what lies inside a published period is not published any more", () => {
  assert.equal(hindrance("m01", ["q1"]), "period_order");
  assert.equal(hindrance("m03", ["q1"]), "period_order");
  assert.equal(hindrance("q4", ["year"]), "period_order");
});

test("what is due are the periods that are over and next in order, the earliest end first", () => {
  const due = (today: string, ...before: readonly Part[]) =>
    duePeriods(2014, published(...before), today, 1).map(({ part }) => part);
  assert.deepEqual(due("2014-01-15"), []);
  assert.deepEqual(due("2014-02-15"), ["m01"]);
  assert.deepEqual(due("2014-04-15", "m01", "m02"), ["m03", "q1"]);
  assert.deepEqual(due("2015-01-15"), ["m01", "q1", "year"]);
  assert.deepEqual(due("2015-01-15", "year"), []);
});

test("whatever is published in whatever order, each day was in a list before it was closed", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts)), anyStart, (wished, yearStart) => {
      const done: ReturnType<typeof periodOf>[] = [];
      for (const part of wished) {
        const period = periodOf(2014, part, yearStart);
        if (hindranceOf(period, done, "2016-01-01", yearStart)) continue;
        done.push(period);
        const closed =
          done
            .map(({ until }) => until)
            .sort()
            .at(-1) ?? "";
        for (const { from, until } of months(yearStart)) {
          const listed = done.some((one) => one.from <= from && until <= one.until);
          assert.equal(listed, until <= closed);
        }
      }
    }),
  );
});

const months = (yearStart: number) =>
  parts.filter((part) => part.startsWith("m")).map((part) => periodOf(2014, part, yearStart));

import assert from "node:assert/strict";
import { test } from "node:test";
import { points } from "../../../core/kernel/points.ts";
import { expectationsOf } from "../../../core/rulebook/expectations.ts";
import { days, lived, on, onEach, type Person, refusalOf } from "./lived.ts";
import { people } from "./schemes/people.ts";

/** What is expected of whom, and who is excused, under the classes of other places. */

const cadre: Person = { classId: "a" };
const away: Person = { classId: "c" };

test("classes: a cadre is expected every month and to bring 6 points a quarter by duties", () => {
  const { account } = lived(
    people,
    [
      on("2024-01-05", "present", "once"),
      on("2024-02-05", "absent", "once"),
      ...onEach(days("2024-03", 3), "duty", "once"),
    ],
    cadre,
  );
  const all = expectationsOf(people, account);
  const monthly = all.filter(({ title }) => title === "每月参加组织生活");
  const quarterly = all.filter(({ title }) => title === "每季度村务6分");
  assert.equal(monthly.length, 12);
  assert.deepEqual(
    monthly.slice(0, 3).map(({ times, met }) => [times, met]),
    [
      [1, true],
      [0, false], // staying away is not coming
      [0, false],
    ],
  );
  assert.deepEqual(
    quarterly.map(({ points: reached, met }) => [reached, met]),
    [
      [points(6), true],
      [0, false],
      [0, false],
      [0, false],
    ],
  );
});

test("classes: members away report twice a year, and nobody else's duty is it", () => {
  const reports = onEach(["2024-03-05", "2024-09-05"], "report", "once");
  const [met] = expectationsOf(people, lived(people, reports, away).account);
  assert.deepEqual(met && [met.times, met.met, met.months.length], [2, true, 12]);
  const [report] = reports;
  assert.equal(report && refusalOf(people, [], report, cadre), "rule_not_for_class");
});

test("classes: nothing is expected of the old and ill, nor of somebody without class", () => {
  assert.deepEqual(expectationsOf(people, lived(people, [], { classId: "d" }).account), []);
  assert.deepEqual(expectationsOf(people, lived(people, []).account), []);
});

test("exempt: nothing is deducted on the days for which somebody is excused, both ends included", () => {
  const excused: Person = {
    exemptions: [{ id: "abroad", from: "2024-03-01", until: "2024-09-30" }],
  };
  const refusedOn = (day: string) => refusalOf(people, [], on(day, "absent", "once"), excused);
  assert.deepEqual(["2024-03-01", "2024-09-30"].map(refusedOn), ["exempted", "exempted"]);
  assert.deepEqual(["2024-02-29", "2024-10-01"].map(refusedOn), [undefined, undefined]);
  assert.equal(refusalOf(people, [], on("2024-05-01", "present", "once"), excused), undefined);
});

test("meetings: the branch meets every quarter, the rest monthly, and the review is yearly", () => {
  assert.deepEqual(
    people.meetings.map(({ title, every }) => [title, every]),
    [
      ["支部党员大会", "quarter"],
      ["支部委员会", "month"],
      ["党小组会", "month"],
      ["主题党日", "month"],
      ["民主评议", "year"],
    ],
  );
});

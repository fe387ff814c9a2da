import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOf, type Tally } from "../../../core/activities/calendar.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";

const held = (kind: string, month: string): Tally => ({ kind, month, held: 1, planned: 0 });
const planned = (kind: string, month: string): Tally => ({ kind, month, held: 0, planned: 1 });

const may = { year: 2026, yearStart: 1, today: "2026-05-20" };
const ofBranch = profileA.meetings.filter((one) => one.for === "branch");
const states = (kind: string, tallies: readonly Tally[], when = may) =>
  calendarOf(ofBranch, tallies, when)
    .find((one) => one.kind === kind)
    ?.periods.map(({ state }) => state);

test("a monthly meeting is missing where a month has passed without one", () => {
  const tallies = [held("theme-day", "01"), held("theme-day", "02"), held("theme-day", "04")];
  assert.deepEqual(states("theme-day", tallies), [
    ...["held", "held", "missing", "held"],
    ...Array(8).fill("due"),
  ]);
});

test("this month is not missing as long as it lasts", () => {
  const states31 = states("theme-day", [], { ...may, today: "2026-05-31" });
  assert.deepEqual(states31?.slice(3, 5), ["missing", "due"]);
  const statesJune = states("theme-day", [], { ...may, today: "2026-06-01" });
  assert.equal(statesJune?.[4], "missing");
});

test("a quarterly meeting may lie in any month of its quarter", () => {
  const tallies = [held("branch", "03"), planned("branch", "06")];
  assert.deepEqual(states("branch", tallies), ["held", "planned", "due", "due"]);
});

test("a meeting that was planned and not closed is not held, but on its way", () => {
  assert.equal(states("theme-day", [planned("theme-day", "02")])?.[1], "planned");
});

test("a year that starts in December has its quarters and months in its own order", () => {
  const december = { year: 2026, yearStart: 12, today: "2026-03-01" };
  const [first, second] = calendarOf(ofBranch, [held("branch", "12")], december);
  assert.deepEqual(first?.periods[0], { months: ["12", "01", "02"], held: 1, state: "held" });
  assert.deepEqual(
    second?.periods.slice(0, 4).map(({ months, state }) => [months[0], state]),
    [
      ["12", "missing"],
      ["01", "missing"],
      ["02", "missing"],
      ["03", "due"],
    ],
  );
});

test("what the year does not require is not in the calendar", () => {
  const kinds = calendarOf(ofBranch, [held("branch-activity", "01")], may).map(({ kind }) => kind);
  assert.deepEqual(kinds, ["branch", "theme-day"]);
});

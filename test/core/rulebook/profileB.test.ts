import assert from "node:assert/strict";
import { test } from "node:test";
import { type Points, points } from "../../../core/kernel/points.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { scoreOfYear } from "../../../core/rulebook/result.ts";
import { termsOf } from "../../../core/rulebook/rulebook.ts";
import type { Fact } from "../../../core/rulebook/score.ts";
import { lived, on, onEach, type Person, refusalOf } from "./lived.ts";

/**
 * A quarter of a small branch under profile B, January to March 2026, added up by hand. Everybody begins
 * with 60. The numbers after // are what each line counts; where a limit takes something it says so.
 */

const meetings = ["2026-01-09", "2026-01-23", "2026-02-06", "2026-02-27", "2026-03-13"];
const lastDay = "2026-03-31";

type Case = Readonly<{
  who: string;
  facts: readonly Fact[];
  person?: Person;
  counted: readonly number[];
  sum: number;
  score: number;
  band?: string;
  vetoedBy?: string;
}>;

const exempt = (id: string): Person => ({
  exemptions: [{ id, from: "2026-01-01", until: "2026-12-31" }],
});

const branch: readonly Case[] = [
  {
    who: "the cadre whose village was honoured twice for one deed: 60 + 12 + 16 + 8 = 96",
    facts: [
      ...onEach(meetings, "meeting", "normal"), // 3 each; the fifth is beyond 12 a quarter
      ...onEach(["2026-01-15", "2026-02-15", "2026-03-15"], "duty", "major"), // 4 each
      on("2026-03-01", "volunteer", "normal", { quantity: 5 }), // 5 hours, at most 4 a time
      on("2026-02-20", "honour", "town", { event: "flood" }), // 5
      on("2026-03-20", "honour", "district", { event: "flood" }), // 8 is the highest: 3 more
    ],
    counted: [3, 3, 3, 3, 0, 4, 4, 4, 4, 5, 3],
    ...{ sum: 36, score: 96, band: "优秀" },
  },
  {
    who: "the one who did more than a hundred holds: 60 + 12 + 20 + 15 = 107, as 100",
    facts: [
      ...onEach(meetings.slice(0, 4), "meeting", "normal"), // 12
      ...onEach(meetings, "duty", "major"), // 20, all that duties can bring in a quarter
      on("2026-03-20", "duty", "normal"), // nothing left
      on("2026-02-20", "honour", "city", { event: "rescue" }), // 10
      on("2026-02-21", "honour", "town", { event: "garden" }), // 5: another deed
    ],
    counted: [3, 3, 3, 3, 4, 4, 4, 4, 4, 0, 10, 5],
    ...{ sum: 47, score: 100, band: "优秀" },
  },
  {
    who: "the one half a point below the line: 60 + 9 − 0.5 + 10 + 1 = 79.5",
    facts: [
      ...onEach(meetings.slice(0, 3), "meeting", "normal"), // 9
      on("2026-01-23", "absent", "late"), // −0.5
      ...onEach(meetings, "duty", "normal"), // 10
      on("2026-03-02", "volunteer", "normal"), // 1 hour
    ],
    counted: [3, 3, 3, -0.5, 2, 2, 2, 2, 2, 1],
    ...{ sum: 19.5, score: 79.5, band: "合格" },
  },
  {
    who: "the one on the line: 60 + 12 + 8 = 80",
    facts: [
      ...onEach(meetings.slice(0, 4), "meeting", "normal"), // 12
      ...onEach(meetings.slice(0, 4), "duty", "normal"), // 8
    ],
    counted: [3, 3, 3, 3, 2, 2, 2, 2],
    ...{ sum: 20, score: 80, band: "良好" },
  },
  {
    who: "the one who never came: 60 − 10 − 4 + 2 = 48; absences cost 10 a quarter at most",
    facts: [
      ...onEach([...meetings, ...meetings.slice(0, 4)], "absent", "absent"), // −9
      ...onEach(meetings.slice(0, 3), "absent", "late"), // −0.5, −0.5, then the floor
      ...onEach(["2026-02-01", "2026-03-01"], "missed", "labour"), // −4
      on("2026-03-29", "duty", "normal"), // 2
    ],
    counted: [...Array(9).fill(-1), -0.5, -0.5, 0, -2, -2, 2],
    ...{ sum: -12, score: 48, band: "不合格" },
  },
  {
    who: "the one with 92 points and a disciplinary punishment: a veto, whatever the points",
    facts: [
      ...onEach(meetings.slice(0, 4), "meeting", "normal"), // 12
      ...onEach(meetings, "duty", "major"), // 20
      on("2026-03-25", "veto", "veto"), // 0
    ],
    counted: [3, 3, 3, 3, 4, 4, 4, 4, 4, 0],
    ...{ sum: 32, score: 92, band: "不合格", vetoedBy: "受党纪政纪处分" },
  },
  {
    who: "the one of 74, excused from meetings but not from the rest: 60 − 2 + 2 + 2 = 62",
    person: exempt("age"),
    facts: [
      on("2026-02-01", "missed", "labour"), // −2
      on("2026-03-02", "volunteer", "normal", { quantity: 2 }), // 2 hours
      on("2026-03-09", "volunteer", "normal", { quantity: 2 }), // 2 hours
    ],
    counted: [-2, 2, 2],
    ...{ sum: 2, score: 62, band: "合格" },
  },
  {
    who: "the one who lies ill: the points go on, but there is no band",
    person: exempt("ill"),
    facts: [on("2026-01-15", "duty", "normal")],
    ...{ counted: [2], sum: 2, score: 62 },
  },
];

for (const { who, facts, person, counted, sum, score, band, vetoedBy } of branch) {
  test(`a quarter of profile B: ${who}`, () => {
    const member = lived(profileB, facts, person);
    assert.deepEqual(member.points, counted.map(points));
    const [quarter] = member.resultOn(lastDay).quarters;
    assert.deepEqual(quarter, {
      ...{ sum: points(sum), score: points(score) },
      ...(band ? { band } : {}),
      ...(vetoedBy ? { vetoedBy } : {}),
    });
  });
}

test("nothing is deducted from those who are excused from it", () => {
  const absent = on("2026-02-06", "absent", "absent");
  assert.equal(refusalOf(profileB, [], absent, exempt("age")), "exempted");
  assert.equal(refusalOf(profileB, [], absent, exempt("ill")), "exempted");
  const missed = on("2026-02-06", "missed", "labour");
  assert.equal(refusalOf(profileB, [], missed, exempt("ill")), "exempted");
  assert.equal(refusalOf(profileB, [], missed, exempt("age")), undefined);
});

test("a quarter's caps and floors begin anew with the next quarter", () => {
  const { points: counted } = lived(profileB, [
    ...onEach(meetings, "meeting", "normal"),
    on("2026-04-10", "meeting", "normal"),
  ]);
  assert.deepEqual(counted, [3, 3, 3, 3, 0, 3].map(points));
});

const quarters = (...sums: readonly number[]): Points[] => sums.map(points);

test("the year is the mean of its four quarters, to the hundredth", () => {
  const terms = termsOf(profileB);
  // 96, 100, 79.5 and 60 are 335.5 together, a quarter of which is 83.875
  assert.equal(scoreOfYear(terms, quarters(36, 47, 19.5, 0)), 8388);
  // 100, 100, 48 and 0: each quarter is clamped before the mean is taken, so 107 and −3 bring nothing
  assert.equal(scoreOfYear(terms, quarters(47, 40, -12, -63)), points(62));
  assert.equal(scoreOfYear(terms, quarters(0, 0, 0, 0)), points(60));
});

test("the year has the band of the mean, and each quarter its own", () => {
  const year = lived(profileB, [
    ...onEach(meetings.slice(0, 4), "meeting", "normal"), // first quarter: 60 + 12 + 20
    ...onEach(meetings, "duty", "major"),
    ...onEach(["2026-04-10", "2026-05-08", "2026-06-12"], "meeting", "normal"), // 60 + 9 + 4
    on("2026-06-20", "duty", "major"),
    ...onEach(["2026-10-09", "2026-11-13"], "absent", "absent"), // fourth quarter: 60 − 2 − 2
    on("2026-12-01", "missed", "labour"),
  ]).resultOn("2026-12-31");
  assert.deepEqual(
    year.quarters.map(({ score, band }) => [score, band]),
    [
      [points(92), "优秀"],
      [points(73), "合格"],
      [points(60), "合格"],
      [points(56), "不合格"],
    ],
  );
  // 92 + 73 + 60 + 56 = 281, a quarter of which is 70.25
  assert.deepEqual([year.sum, year.score, year.band], [points(41), points(70.25), "合格"]);
});

test("a veto in one quarter decides the year too", () => {
  const year = lived(profileB, [
    ...onEach(meetings.slice(0, 4), "meeting", "normal"),
    on("2026-02-25", "veto", "veto"),
  ]).resultOn("2026-12-31");
  assert.deepEqual(
    year.quarters.map(({ band }) => band),
    ["不合格", "合格", "合格", "合格"],
  );
  assert.deepEqual(
    [year.score, year.band, year.vetoedBy],
    [points(63), "不合格", "受党纪政纪处分"],
  );
});

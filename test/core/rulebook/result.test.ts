import assert from "node:assert/strict";
import { test } from "node:test";
import { points } from "../../../core/kernel/points.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { bandOf, scoreOfYear } from "../../../core/rulebook/result.ts";
import { termsOf } from "../../../core/rulebook/rulebook.ts";
import { Scheme, type SchemeInput } from "../../../core/rulebook/scheme.ts";
import { lived, on } from "./lived.ts";

/** Three bands and two vetoes that lead to different ones. */
const sound = {
  title: "细则",
  scale: {
    ...{ base: points(70), least: 0, most: points(100) },
    bands: [
      { id: "good", title: "优秀", from: points(90) },
      { id: "fair", title: "合格", from: points(60) },
      { id: "poor", title: "不合格", from: 0 },
    ],
  },
  categories: [{ id: "all", title: "全部" }],
  rules: [
    {
      ...{ id: "deed", title: "实事", category: "all", clause: "第一条", approver: "secretary" },
      grades: [
        { id: "big", title: "重大", points: points(30) },
        { id: "harm", title: "有害", points: points(-30) },
      ],
    },
    {
      ...{ id: "absent", title: "半年不参加", category: "all", clause: "第二条", veto: "fair" },
      approver: "committee",
      grades: [{ id: "veto", title: "不得评优", points: 0 }],
    },
    {
      ...{ id: "punished", title: "受处分", category: "all", clause: "第三条", veto: "poor" },
      approver: "committee",
      grades: [{ id: "veto", title: "一票否决", points: 0 }],
    },
  ],
} as const satisfies SchemeInput;
const yearly = Scheme.parse(sound);
const quarterly = (year: "sum" | "mean") =>
  Scheme.parse({ ...sound, scale: { ...sound.scale, per: "quarter", year } });

const did = (ruleId: string, gradeId = "veto") => on("2014-05-05", ruleId, gradeId);
const yearOf = (scheme: Scheme, ...facts: readonly ReturnType<typeof did>[]) =>
  lived(scheme, facts).resultOn("2014-12-31");

test("a veto gives its band whatever the points", () => {
  const { score, band, vetoedBy } = yearOf(yearly, did("deed", "big"), did("punished"));
  assert.deepEqual([score, band, vetoedBy], [points(100), "不合格", "受处分"]);
});

test("a veto never lifts anybody", () => {
  const { score, band, vetoedBy } = yearOf(yearly, did("deed", "harm"), did("absent"));
  assert.deepEqual([score, band, vetoedBy], [points(40), "不合格", undefined]);
});

test("a veto is named also where the points alone give its band", () => {
  const { band, vetoedBy } = yearOf(yearly, did("absent"));
  assert.deepEqual([band, vetoedBy], ["合格", "半年不参加"]);
});

test("of two vetoes the harder one holds, whatever the order of the rules", () => {
  const { band, vetoedBy } = yearOf(yearly, did("absent"), did("punished"));
  assert.deepEqual([band, vetoedBy], ["不合格", "受处分"]);
});

test("a scale by years gives the year a band and its quarters only sums", () => {
  const { band, quarters } = yearOf(yearly, did("deed", "big"));
  assert.equal(band, "优秀");
  assert.deepEqual(
    quarters,
    [0, 30, 0, 0].map((sum) => ({ sum: points(sum), score: points(sum) })),
  );
});

test("a scale by quarters begins each at the base, and the year is their sum or their mean", () => {
  const summed = yearOf(quarterly("sum"), did("deed", "big"));
  assert.deepEqual([summed.sum, summed.score], [points(30), points(70 + 100 + 70 + 70)]);
  const mean = yearOf(quarterly("mean"), did("deed", "big"));
  assert.deepEqual([mean.sum, mean.score], [points(30), points(77.5)]);
});

test("a sum of quarters is not on the scale, so the year has no band; a mean has one", () => {
  assert.equal(yearOf(quarterly("sum"), did("punished")).band, undefined);
  assert.equal(yearOf(quarterly("sum"), did("punished")).quarters[1]?.band, "不合格");
  assert.equal(yearOf(quarterly("mean")).band, "合格");
});

test("without ends the score is base and sum, in both directions", () => {
  const { scale: _, ...unscaled } = sound;
  const open = Scheme.parse({ ...unscaled, rules: [sound.rules[0]] });
  assert.equal(scoreOfYear(termsOf(open), [points(500), 0, 0, points(-700)]), points(-200));
  assert.equal(yearOf(open, did("deed", "harm")).score, points(-30));
});

test("a scale may end on one side only", () => {
  const terms = { ...termsOf(yearly), start: 0 };
  const { most: _most, ...floored } = terms;
  const { least: _least, ...capped } = terms;
  const scores = [-500, 20_000].map((sum) => [
    scoreOfYear(floored, [sum]),
    scoreOfYear(capped, [sum]),
  ]);
  assert.deepEqual(scores, [
    [0, -500],
    [20_000, points(100)],
  ]);
});

test("a mean just below nothing is nothing, not minus nothing", () => {
  const terms = { ...termsOf(profileB), start: 0, least: points(-1) };
  assert.ok(Object.is(scoreOfYear(terms, [-1, 0, 0, 0]), 0));
});

test("the best line that is reached gives the band; below the last line there is none", () => {
  const [good, fair] = yearly.scale.bands;
  assert.ok(good && fair);
  const titleAt = (score: number) => bandOf([good, fair], score)?.title;
  assert.deepEqual([9000, 8999, 6000, 5999].map(titleAt), ["优秀", "合格", "合格", undefined]);
  assert.equal(bandOf([], 100), undefined);
});

test("who is excused from appraisal on the day has points but no band", () => {
  const ill = { exemptions: [{ id: "ill", from: "2026-02-01", until: "2026-05-31" }] };
  const { resultOn } = lived(profileB, [], ill);
  const bandsOn = (day: string) => [resultOn(day).band, resultOn(day).quarters[0]?.band];
  assert.deepEqual(bandsOn("2026-03-31"), [undefined, undefined]);
  assert.deepEqual(bandsOn("2026-06-30"), ["合格", "合格"]);
  assert.equal(resultOn("2026-03-31").score, points(60));
});

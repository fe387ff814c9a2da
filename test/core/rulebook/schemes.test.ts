import assert from "node:assert/strict";
import { test } from "node:test";
import { points } from "../../../core/kernel/points.ts";
import { yearOf } from "../../../core/kernel/time.ts";
import { bandOf, scoreOfYear } from "../../../core/rulebook/result.ts";
import { termsOf } from "../../../core/rulebook/rulebook.ts";
import { days, lived, on, onEach, refusalOf } from "./lived.ts";
import { appraisal } from "./schemes/appraisal.ts";
import { caps } from "./schemes/caps.ts";
import { deductions } from "./schemes/deductions.ts";
import { dongyang } from "./schemes/dongyang.ts";
import { huaning } from "./schemes/huaning.ts";
import { longquan } from "./schemes/longquan.ts";
import { tanghe } from "./schemes/tanghe.ts";
import { xuexi } from "./schemes/xuexi.ts";

/**
 * The rulebooks of other places as data, with worked examples. A scheme's own comment says what is known
 * of it and what is invented; the histories are all invented.
 */

test("唐河: 90 is excellent, 80 good, 60 fair, and what lies just below each line is not", () => {
  const titleAt = (score: number) => bandOf(tanghe.scale.bands, points(score))?.title;
  assert.deepEqual([100, 90, 89.5].map(titleAt), ["优秀", "优秀", "良好"]);
  assert.deepEqual([80, 79.5].map(titleAt), ["良好", "合格"]);
  assert.deepEqual([60, 59.5, 0].map(titleAt), ["合格", "不合格", "不合格"]);
});

test("唐河: the year is the mean of its four quarters", () => {
  const year = lived(tanghe, [
    ...onEach(days("2024-02", 2), "deed", "big"), // 60 + 30
    ...onEach(days("2024-05", 4), "deed", "small"), // 60 + 20
    on("2024-08-01", "late", "once"), // 60 − 0.5
    ...onEach(days("2024-11", 2), "fault", "once"), // 60 − 20
  ]).resultOn("2024-12-31");
  assert.deepEqual(
    year.quarters.map(({ score, band }) => [score, band]),
    [
      [points(90), "优秀"],
      [points(80), "良好"],
      [points(59.5), "不合格"],
      [points(40), "不合格"],
    ],
  );
  // 90 + 80 + 59.5 + 40 = 269.5, a quarter of which is 67.375
  assert.deepEqual([year.score, year.band], [6738, "合格"]);
});

test("龙泉: 80 to begin with, at most 20 more, and never below 0", () => {
  const helpful = lived(longquan, [
    ...onEach(days("2024-03", 3), "help", "once"), // 4 + 4 + 4
    ...onEach(days("2024-07", 2), "rescue", "once"), // 6, then the 2 that are left of 20
    on("2024-09-01", "help", "once"), // 0
    on("2024-10-01", "fault", "light"), // −5
  ]);
  assert.deepEqual(helpful.points, [4, 4, 4, 6, 2, 0, -5].map(points));
  assert.equal(helpful.resultOn("2024-12-31").score, points(95));
  const faulty = lived(longquan, onEach(days("2024-03", 2), "fault", "grave"));
  assert.deepEqual([faulty.sum, faulty.resultOn("2024-12-31").score], [points(-100), 0]);
});

test("东阳: a hundred to begin with, 13 ways to lose and 6 to gain, 40 at once for the worst", () => {
  const inCategory = (id: string) => dongyang.rules.filter(({ category }) => category === id);
  assert.deepEqual([inCategory("deduction").length, inCategory("bonus").length], [13, 6]);
  const { sum, resultOn } = lived(dongyang, [
    on("2024-04-01", "key-work", "plus-5"),
    on("2024-06-01", "key-work", "plus-10"),
    on("2024-08-01", "minus-13", "once"), // −40
    on("2024-08-02", "minus-1", "once"), // −2
  ]);
  assert.equal(sum, points(5 + 10 - 40 - 2));
  assert.equal(resultOn("2024-12-31").score, points(73));
});

test("华宁: one to five stars from 60, 70, 80, 90 and 96 on, and none below", () => {
  const starsFor = (deeds: number) =>
    lived(huaning, [on("2024-01-05", "deed", "once", { quantity: deeds })]).resultOn("2024-03-31")
      .quarters[0]?.band;
  // each deed counts 2: 60, 68, 70, 80, 90, 94, 96
  assert.deepEqual([1, 4, 5, 10, 15, 17, 18].map(starsFor), [
    ...["一星", "一星", "二星", "三星", "四星", "四星", "五星"],
  ]);
  const [quarter] = lived(huaning, [on("2024-01-05", "absent", "once")]).resultOn(
    "2024-03-31",
  ).quarters;
  assert.deepEqual(quarter, { sum: points(-1), score: points(59) });
});

test("民主评议: the days bring 80 at most and the review 20, 15, 10 or 0", () => {
  const busy = [
    ...onEach(days("2023-12", 4), "duty", "once"), // 30 of the first quarter, December to February
    ...onEach(days("2024-03", 4), "duty", "once"), // 30
    ...onEach(days("2024-06", 4), "duty", "once"), // the 20 that are left of 80
  ];
  const { sum, points: counted } = lived(appraisal, busy);
  assert.deepEqual(counted, [10, 10, 10, 0, 10, 10, 10, 0, 10, 10, 0, 0].map(points));
  assert.equal(sum, points(80));
  const withReview = (grade: string) =>
    lived(appraisal, [...busy, on("2024-11-30", "review", grade)]).resultOn("2024-11-30").score;
  assert.deepEqual(["excellent", "fair", "almost", "poor"].map(withReview), [
    ...[100, 95, 90, 80].map(points),
  ]);
});

test("民主评议: the year runs from December to November, quarters with it", () => {
  assert.equal(yearOf("2023-12-01", appraisal.yearStart), 2024);
  assert.equal(yearOf("2024-11-30", appraisal.yearStart), 2024);
  const { resultOn } = lived(appraisal, [
    on("2023-12-31", "duty", "once"),
    on("2024-02-29", "duty", "once"),
    on("2024-03-01", "duty", "once"),
    on("2024-11-30", "duty", "once"),
  ]);
  const { quarters } = resultOn("2024-11-30");
  assert.deepEqual(
    quarters.map(({ sum }) => sum),
    [20, 10, 0, 10].map(points),
  );
});

test("民主评议: there is one review a year", () => {
  const reviewed = [on("2024-11-20", "review", "fair")];
  const again = on("2024-11-21", "review", "excellent");
  assert.equal(refusalOf(appraisal, reviewed, again), "already_counted");
});

test("deductions: each item goes down to 0 and no further", () => {
  const { points: counted, resultOn } = lived(deductions, [
    ...onEach(days("2024-03", 5), "absent", "once"), // 4 are there: the fifth costs nothing
    ...onEach(days("2024-03", 3), "late", "once"),
    ...onEach(days("2024-06", 3), "missed", "once"), // 5 are there: the third costs 1
  ]);
  assert.deepEqual(counted, [-1, -1, -1, -1, 0, -0.5, -0.5, -0.5, -2, -2, -1].map(points));
  // 4 + 2 + 5 to begin with; 0 + 0.5 + 0 are left
  assert.equal(resultOn("2024-12-31").score, points(0.5));
  assert.equal(scoreOfYear(termsOf(deductions), [0, 0, 0, 0]), points(11));
});

test("caps: study and 三会一课 bring 12 a year at most, 主题党日 8", () => {
  const { points: counted, sum } = lived(caps, [
    ...onEach(days("2024-01", 7), "study", "once"),
    ...onEach(days("2024-05", 5), "lessons", "once"),
    ...onEach(days("2024-12", 5), "theme-day", "once"),
  ]);
  assert.deepEqual(counted, [
    ...[2, 2, 2, 2, 2, 2, 0].map(points),
    ...[3, 3, 3, 3, 0].map(points),
    ...[2, 2, 2, 2, 0].map(points),
  ]);
  assert.equal(sum, points(12 + 12 + 8));
});

test("学习强国: each item has its cap for the day, and the next day begins anew", () => {
  const learnt = (day: string, item: string, quantity: number) =>
    on(day, item, "one", { quantity });
  const { points: counted } = lived(xuexi, [
    learnt("2024-03-05", "articles", 4),
    learnt("2024-03-05", "articles", 4), // 2 are left of 6
    learnt("2024-03-05", "films", 9), // 6
    learnt("2024-03-05", "quiz", 9), // 8
    learnt("2024-03-05", "course", 99), // 10
    learnt("2024-03-06", "articles", 7), // 6 again
  ]);
  assert.deepEqual(counted, [4, 2, 6, 8, 10, 6].map(points));
});

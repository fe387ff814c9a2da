import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { points, pointsText } from "../../../core/kernel/points.ts";
import { sentences } from "../../../core/kernel/refusal.ts";
import { addDays, localDate, monthOf, yearOf } from "../../../core/kernel/time.ts";

test("half points are exact, and are written as people write them", () => {
  assert.equal(points(2.5), 250);
  assert.equal(pointsText(250), "2.5");
  assert.equal(pointsText(-50), "-0.5");
  assert.equal(pointsText(318_200), "3182");
});

test("any number of hundredths reads back as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e8, max: 1e8 }), (value) => {
      assert.equal(points(Number(pointsText(value))), value);
    }),
  );
});

test("the day changes at midnight in Shanghai, not in London", () => {
  assert.equal(localDate("2026-05-19T15:59:59.999Z"), "2026-05-19");
  assert.equal(localDate("2026-05-19T16:00:00.000Z"), "2026-05-20");
  assert.equal(localDate("2025-12-31T16:00:00.000Z"), "2026-01-01");
});

test("years, months and days are cut from the village's calendar", () => {
  assert.equal(yearOf("2026-03-05"), 2026);
  assert.equal(monthOf("2026-03-05"), "03");
  assert.equal(addDays("2024-02-28", 1), "2024-02-29");
});

test("every refusal is one plain Chinese sentence", () => {
  for (const [code, sentence] of Object.entries(sentences)) {
    assert.match(sentence, /^[\p{Script=Han}0-9，、。；：“”]+$/u, code);
  }
});

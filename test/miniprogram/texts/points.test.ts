import assert from "node:assert/strict";
import { test } from "node:test";
import { pointsText, signedPointsText } from "../../../miniprogram/texts/points.ts";

test("hundredths are read as points: whole, half and quarter", () => {
  assert.equal(pointsText(300), "3");
  assert.equal(pointsText(250), "2.5");
  assert.equal(pointsText(25), "0.25");
  assert.equal(pointsText(0), "0");
});

test("thousands are grouped, so that the total of a village is read at a glance", () => {
  assert.equal(pointsText(318_200), "3,182");
  assert.equal(pointsText(1_000_000), "10,000");
  assert.equal(pointsText(123_456_750), "1,234,567.5");
});

test("what was taken away has a minus sign, not a hyphen", () => {
  assert.equal(pointsText(-50), "−0.5");
  assert.equal(signedPointsText(-300), "−3");
});

test("what was added has a plus sign, and nothing has none", () => {
  assert.equal(signedPointsText(300), "+3");
  assert.equal(signedPointsText(0), "0");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isUnreadable,
  readCount,
  readPoints,
  typedPoints,
} from "../../../../../miniprogram/packages/committee/part/numbers.ts";

test("half points are read as hundredths, with whatever keyboard they were typed", () => {
  assert.deepEqual(["2.5", " 3 ", "２．５", "0。5", "0", "2."].map(readPoints), [
    ...[250, 300, 250, 50, 0, 200],
  ]);
});

test("what is no number of points is not guessed at", () => {
  for (const typed of ["", "两分", "-1", "1.234", "1e3", "2,5"]) {
    assert.equal(readPoints(typed), undefined, typed);
  }
});

test("times are whole and at least one", () => {
  assert.deepEqual(["3", "１２", "0", "1.5", ""].map(readCount), [
    ...[3, 12, undefined, undefined, undefined],
  ]);
});

test("points come back into a field as they would be typed", () => {
  assert.deepEqual([250, 100_000, 0, undefined].map(typedPoints), ["2.5", "1000", "0", ""]);
});

test("an optional field may be empty, but not nonsense", () => {
  assert.deepEqual(
    ["", " ", "abc", "3"].map((typed) => isUnreadable(typed, readPoints)),
    [...[false, false, true, false]],
  );
});

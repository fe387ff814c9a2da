import assert from "node:assert/strict";
import { test } from "node:test";
import {
  plainDigits,
  pointsOf,
  timesOf,
} from "../../../../miniprogram/packages/committee/digits.ts";

test("full-width digits, signs and spaces are read like any other", () => {
  assert.equal(plainDigits("１２．５　－３"), "12.5 -3");
});

test("points may have two decimals, a sign, thousands and their unit", () => {
  assert.deepEqual(
    ["24", "2.5", "１，３１８", "1,318.25", "-0.5", "−0.5", "24分", " 7 "].map(pointsOf),
    [2400, 250, 131800, 131825, -50, -50, 2400, 700],
  );
});

test("what is no number, or finer than a hundredth, is no points", () => {
  assert.deepEqual(["", "很多", "1.234", "1.", "1e3", "12345678"].map(pointsOf), [
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("times are whole numbers from one on, with their unit or without", () => {
  assert.deepEqual(["12", "１２次", "3起"].map(timesOf), [12, 12, 3]);
  assert.deepEqual(["", "0", "1.5", "-1", "12345"].map(timesOf), Array(5).fill(undefined));
});

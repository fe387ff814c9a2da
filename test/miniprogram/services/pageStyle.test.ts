import assert from "node:assert/strict";
import { test } from "node:test";
import { pageStyleFor } from "../../../miniprogram/services/pageStyle.ts";

test("text grows with the size chosen in WeChat", () => {
  assert.equal(pageStyleFor(false, 1.1), "--fs-scale: 1.1;");
});

test("in care mode it is at least as large as in WeChat's own", () => {
  assert.equal(pageStyleFor(true, 1), "--fs-scale: 1.4;");
  assert.equal(pageStyleFor(true, 1.45), "--fs-scale: 1.45;");
});

test("text grows only as far as lines still fit a narrow phone, and never shrinks", () => {
  assert.equal(pageStyleFor(true, 2.5), "--fs-scale: 1.5;");
  assert.equal(pageStyleFor(false, 0.8), "--fs-scale: 1;");
});

test("a WeChat that does not tell its size of text gets the usual one", () => {
  assert.equal(pageStyleFor(false, undefined), "--fs-scale: 1;");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { pageStyleFor } from "../../../miniprogram/services/pageStyle.ts";

test("text grows with the size chosen in WeChat", () => {
  assert.equal(pageStyleFor(1.3), "--fs-scale: 1.3;");
});

test("text grows only as far as lines still fit a narrow phone, and never shrinks", () => {
  assert.equal(pageStyleFor(2.5), "--fs-scale: 1.5;");
  assert.equal(pageStyleFor(0.8), "--fs-scale: 1;");
});

test("a WeChat that does not tell its size of text gets the usual one", () => {
  assert.equal(pageStyleFor(undefined), "--fs-scale: 1;");
});

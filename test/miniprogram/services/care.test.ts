import assert from "node:assert/strict";
import { test } from "node:test";
import { careOf } from "../../../miniprogram/services/care.ts";

test("care is taken of whoever reads WeChat itself in large text", () => {
  assert.equal(careOf("", 1), false);
  assert.equal(careOf("", 1.1), false);
  assert.equal(careOf("", 1.24), true);
});

test("the person's own choice comes before the size of WeChat's text, either way", () => {
  assert.equal(careOf(true, 1), true);
  assert.equal(careOf(false, 1.4), false);
});

test("a WeChat that does not tell its size of text is an usual one", () => {
  assert.equal(careOf("", undefined), false);
});

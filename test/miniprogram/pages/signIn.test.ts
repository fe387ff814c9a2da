import assert from "node:assert/strict";
import { test } from "node:test";
import { problemOf } from "../../../miniprogram/pages/sign-in/view.ts";

test("spaces and dashes between the letters of a code do not count", () => {
  assert.equal(problemOf("ABCD-2345"), "");
  assert.equal(problemOf(" abcd 2345 "), "");
});

test("a code of the wrong length is told before anything is sent", () => {
  assert.equal(problemOf("ABC"), "邀请码是8位，您输入了3位");
  assert.equal(problemOf("ABCD23456"), "邀请码是8位，您输入了9位");
});

test("nothing typed asks for the code", () => {
  assert.equal(problemOf(" - "), "请输入邀请码");
});

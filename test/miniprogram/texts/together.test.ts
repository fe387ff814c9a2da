import assert from "node:assert/strict";
import { test } from "node:test";
import { together } from "../../../miniprogram/texts/together.ts";

test("a name that is not known leaves no dot behind", () => {
  assert.equal(together("第二党支部", ""), "第二党支部");
  assert.equal(together(undefined, "第一网格"), "第一网格");
});

test("a line that breaks between two names begins with the second name, not with the dot", () => {
  assert.equal(together("第二党支部", "第一网格"), "第二党支部\u00a0· 第一网格");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { shownName } from "../../../core/villages/village.ts";

test("masked names keep the first character", () => {
  assert.equal(shownName("张三", "masked"), "张*");
  assert.equal(shownName("欧阳小明", "masked"), "欧***");
  assert.equal(shownName("张三", "full"), "张三");
});

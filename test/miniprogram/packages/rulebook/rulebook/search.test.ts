import assert from "node:assert/strict";
import { test } from "node:test";
import { matches } from "../../../../../miniprogram/packages/rulebook/rulebook/search.ts";

const texts = ["环境卫生 清扫河边一次记2分", "参加支部会议", "义务巡逻 哪一段路"];
const found = (typed: string) => texts.filter((_, index) => matches(texts, typed)[index]);

test("nothing typed finds everything", () => {
  assert.deepEqual(found("  "), texts);
});

test("what contains all words is found, in whatever order they were typed", () => {
  assert.deepEqual(found("河边"), [texts[0]]);
  assert.deepEqual(found("河边 卫生"), [texts[0]]);
  assert.deepEqual(found("支部 会议"), [texts[1]]);
});

test("plain words that the rulebook does not use find what is most like them", () => {
  assert.deepEqual(found("扫河里"), [texts[0]]);
  assert.deepEqual(found("开会"), [texts[1]]);
  assert.deepEqual(found("巡路"), [texts[2]]);
});

test("what is like nothing finds nothing", () => {
  assert.deepEqual(found("跳舞"), []);
});

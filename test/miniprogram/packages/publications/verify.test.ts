import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import {
  added,
  nothing,
  running,
  verdictOf,
  yearViews,
} from "../../../../miniprogram/packages/publications/verify/view.ts";

const step = (changes: Partial<Api["verifyVillage"]["output"]>) => ({
  ...{ year: 2014, years: [2014, 2013], accounts: 0, lines: 0, publications: 0 },
  ...changes,
});

const whole = [
  step({ accounts: 50, lines: 1200 }),
  step({ accounts: 64, lines: 1281 }),
  step({ publications: 1 }),
].reduce(added, nothing);

test("while it runs it says how far it is", () => {
  assert.deepEqual(running(nothing), { kind: "running", text: "正在核对…" });
  assert.deepEqual(running(whole), {
    ...{ kind: "running", text: "已经核对了114本一本通、2,481行…" },
  });
});

test("green says in plain words what was looked at", () => {
  assert.deepEqual(verdictOf(whole, step({})), {
    kind: "intact",
    text: "逐行核对了114本一本通、2,481行，全部对得上。",
    lists: "1次公示的名单和核对码也都对得上。",
  });
  const unpublished = verdictOf({ ...whole, publications: 0 }, step({}));
  assert.match(JSON.stringify(unpublished), /还没有公示过/);
});

test("red says where, and what to do", () => {
  const words = "2014年第12号一本通，第37行对不上：记下以后被改动过。";
  assert.deepEqual(verdictOf(whole, step({ broken: { words } })), {
    ...{ kind: "broken", words, text: "请把这一页给党委看，请他们查清楚。" },
  });
});

test("any year can be chosen", () => {
  assert.deepEqual(yearViews(step({})), [
    { year: 2014, text: "2014年", current: true },
    { year: 2013, text: "2013年", current: false },
  ]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { profileA } from "../../../../../core/rulebook/profileA.ts";
import {
  nothingTried,
  obstacleOf,
  type Part,
  resultView,
  withPart,
  yearsOf,
} from "../../../../../miniprogram/packages/committee/trial/view.ts";
import { draftOf } from "../drafts.ts";

const row = (name: string, was: number, would: number, bands: [string, string] = ["", ""]) => ({
  ...{ memberId: name, name, branch: "第一党支部" },
  ...{ was: { score: was, band: bands[0] }, would: { score: would, band: bands[1] } },
});

const branch = (ordinal: number, sums: Partial<Part["branches"][number]> = {}) => ({
  ...{ branchId: `b${ordinal}`, branch: `第${ordinal}支部`, members: 2, was: 500, would: 600 },
  ...{ scoresChanged: 1, bandsChanged: 0, ...sums },
});

const part = (fields: Partial<Part>): Part => ({
  ...{ rows: [], branches: [], missing: [], refused: [], total: 4, ...fields },
});

const tried = [
  part({
    rows: [row("甲", 100, 150), row("乙", 400, 450)],
    branches: [branch(1)],
    missing: [{ name: "爱心帮扶", times: 2 }],
    next: "m2",
  }),
  part({
    rows: [row("丙", 900, 300, ["优秀", "合格"]), row("丁", 100, 100, ["合格", "合格"])],
    branches: [
      branch(1, { members: 1, was: 900, would: 300, bandsChanged: 1 }),
      branch(2, { members: 1, was: 100, would: 100, scoresChanged: 0 }),
    ],
    missing: [{ name: "爱心帮扶", times: 1 }],
    refused: [{ name: "只计一次", times: 1 }],
  }),
].reduce(withPart, nothingTried);

test("answers for some members at a time add up to the village", () => {
  const { total, summary, branches, missing, refused } = resultView(tried, 50);
  assert.deepEqual([total.was, total.would, total.difference], ["15", "10", "−5"]);
  assert.equal(summary, "4个人里，2个人的分会变，1个人的等次会变。");
  assert.deepEqual(
    branches.map(({ name, note, difference }) => [name, note, difference]),
    [
      ["第1支部", "3个人，人均4.7→3分", "−5"],
      ["第2支部", "1个人，人均1→1分", "不变"],
    ],
  );
  assert.deepEqual(missing, [{ name: "爱心帮扶", times: "3次" }]);
  assert.deepEqual(refused, [{ name: "只计一次", times: "1次" }]);
});

test("members with the largest change come first, and a change of band is told", () => {
  const { members, hidden } = resultView(tried, 2);
  assert.deepEqual(
    members.map(({ name, note, difference, tone }) => [name, note, difference, tone]),
    [
      ["丙", "第一党支部，优秀变合格", "−6", "less"],
      ["甲", "第一党支部", "+0.5", "more"],
    ],
  );
  assert.equal(hidden, 2);
});

test("where nobody's points change, that is all it says", () => {
  const same = withPart(
    nothingTried,
    part({ rows: [row("甲", 1, 1)], branches: [branch(1, { scoresChanged: 0 })] }),
  );
  assert.equal(resultView(same, 50).summary, "1个人的分都不变。");
});

test("bands are not spoken of where there are none", () => {
  const [first] = [part({ rows: [row("甲", 100, 150)], branches: [branch(1)] })];
  assert.equal(resultView(withPart(nothingTried, first), 50).summary, "1个人里，1个人的分会变。");
});

test("without a draft, or with contradictions, it says what to do first", () => {
  const flaws = [{ place: "scale", sentence: "" }];
  assert.match(obstacleOf(draftOf({ drafted: false })), /^还没有草稿/);
  assert.match(obstacleOf(draftOf({ flaws })), /自相矛盾/);
  assert.equal(obstacleOf(draftOf()), "");
});

test("the year that is not over says so, also where it starts in December", () => {
  const texts = (fields: Parameters<typeof draftOf>[0]) =>
    yearsOf(draftOf(fields)).map(({ text }) => text);
  assert.deepEqual(texts({}), ["2026年（到今天为止）", "2025年"]);
  const scheme = { ...profileA, yearStart: 12 };
  const december = { scheme, today: "2025-12-01", years: [2026, 2025] };
  assert.deepEqual(texts(december), ["2026年（到今天为止）", "2025年"]);
});

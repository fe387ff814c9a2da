import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../../core/ledger/entry.ts";
import { factsOf } from "../../../core/stories/facts.ts";
import { noon, rulebook } from "../support.ts";

/** A line as far as facts look at it. */
function line(
  id: string,
  occurredOn: string,
  changes: Partial<Entry> & { title?: string; unit?: string; base?: number } = {},
): Entry {
  const { title = "环境卫生", unit = "", base = 200, ...more } = changes;
  return {
    ...{ id, villageId: "v", accountId: "a", memberId: "m", year: 2026, seq: 1, kind: "award" },
    ...{
      source: { kind: "submission", id: id.replace("award-", "") },
      ruleId: title,
      gradeId: "normal",
      quantity: 1,
    },
    ...{ event: "", times: 1, points: base, occurredOn, countsOn: occurredOn, marks: [] },
    ...{ recordedAt: noon, approvers: [], branchId: "v-b1", gridId: "v-g1", prev: "", hash: "" },
    explanation: {
      ...{ rulebookId: rulebook.id, rulebookVersion: 1, rulebookTitle: "", clause: "" },
      ...{ ruleTitle: title, category: "", gradeId: "normal", gradeTitle: "", quantity: 1, unit },
      ...{ base, highestBefore: 0, limits: [], points: base, sentence: "" },
    },
    ...more,
  };
}

test("the year in sentences: first and last day, what was done how often, months without a gap", () => {
  const facts = factsOf(
    [
      line("award-1", "2026-03-05"),
      line("award-2", "2026-04-10"),
      line("award-3", "2026-05-20"),
      line("award-4", "2026-09-01", { title: "邻里纠纷调解", base: 300 }),
    ],
    [],
  );
  assert.deepEqual(facts, [
    "一共记了4件事，第一件在3月5日，最后一件在9月1日。",
    "环境卫生：3次。",
    "邻里纠纷调解：1次。",
    "从3月到5月，3个月没有断过。",
  ]);
});

test("hours are summed, and honours named once they count", () => {
  const facts = factsOf(
    [
      line("award-1", "2026-03-05", { title: "志愿服务", unit: "小时", quantity: 3 }),
      line("award-2", "2026-03-06", { title: "志愿服务", unit: "小时", quantity: 2 }),
      line("award-h1", "2026-03-07", { title: "荣誉" }),
    ],
    [
      { submissionId: "h1", title: "镇优秀共产党员" },
      { submissionId: "h2", title: "还没有审核的" },
    ],
  );
  assert(facts.includes("志愿服务：2次，一共5小时。"));
  assert.deepEqual(facts.slice(-1), ["得了荣誉：镇优秀共产党员。"]);
});

test("neither points, nor deductions, nor what was undone is told", () => {
  const undone = line("award-1", "2026-03-05");
  const facts = factsOf(
    [
      undone,
      line("reversal-award-1", "2026-03-05", {
        kind: "reversal",
        source: { kind: "entry", id: "award-1" },
      }),
      line("award-2", "2026-03-06", { title: "开会迟到", base: -50 }),
    ],
    [],
  );
  assert.deepEqual(facts, []);
});

test("what was taken over from a paper booklet counts as often as it says, and has no days", () => {
  const opening = line("opening-a-cleanup", "2026-01-01", { kind: "opening", times: 12 });
  assert.deepEqual(factsOf([opening], []), ["环境卫生：12次。"]);
});

test("a run of months goes on over the turn of the calendar year, as a points year may", () => {
  const days = ["2025-12-02", "2026-01-05", "2026-02-09"];
  const facts = factsOf(
    days.map((day) => line(`award-${day}`, day)),
    [],
  );
  assert(facts.includes("从12月到2月，3个月没有断过。"));
});

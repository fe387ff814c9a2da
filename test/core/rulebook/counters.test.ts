import assert from "node:assert/strict";
import { test } from "node:test";
import { type Counted, counted, noCounters, sumOfRules } from "../../../core/rulebook/counters.ts";
import { undoingOf } from "./lived.ts";

const cleanup: Counted = {
  ...{ ruleId: "cleanup", ruleTitle: "环境卫生", category: "duty", countsOn: "2014-03-05" },
  ...{ points: 200, times: 1, marks: ["cleanup@2014-03-05"], undoes: false },
};
const countedAll = (...lines: readonly Counted[]) => lines.reduce(counted, noCounters);

test("gains and losses are counted apart, by month and under the line's marks", () => {
  const late = { ...cleanup, countsOn: "2014-04-02", points: -50, marks: [] };
  assert.deepEqual(countedAll(cleanup, cleanup, late), {
    byRule: {
      cleanup: {
        ...{ title: "环境卫生", category: "duty" },
        months: {
          "03": { times: 2, gained: 400, lost: 0 },
          "04": { times: 1, gained: 0, lost: -50 },
        },
      },
    },
    marks: { "cleanup@2014-03-05": { times: 2, gained: 400, lost: 0 } },
  });
});

test("a line that a cap left nothing of still counts as once", () => {
  const { times, gained } = sumOfRules(countedAll({ ...cleanup, points: 0 }), ["cleanup"]);
  assert.deepEqual([times, gained], [1, 0]);
});

test("an opening line from paper stands for as many times as it says", () => {
  const opening = { ...cleanup, points: 2400, times: 12, marks: [] };
  assert.deepEqual(sumOfRules(countedAll(opening), ["cleanup"], ["03"]), {
    ...{ times: 12, gained: 2400, lost: 0 },
  });
});

test("a line undone leaves no trace, whether it gained, lost or counted nothing", () => {
  for (const points of [200, -50, 0]) {
    const line = { ...cleanup, points };
    assert.deepEqual(countedAll(line, undoingOf(line)), noCounters);
  }
});

test("a reversal that counts in a later month than its line takes from that month", () => {
  const undone = { ...undoingOf(cleanup), countsOn: "2014-07-01" };
  const counters = countedAll(cleanup, undone);
  assert.deepEqual(sumOfRules(counters, ["cleanup"], ["07"]), {
    ...{ times: -1, gained: -200, lost: 0 },
  });
  assert.deepEqual(sumOfRules(counters, ["cleanup"]), { times: 0, gained: 0, lost: 0 });
});

test("a rule keeps its latest name, also when a line under its old name is undone", () => {
  const renamed = { ...cleanup, ruleTitle: "人居环境" };
  const titleAfter = (...lines: readonly Counted[]) => countedAll(...lines).byRule.cleanup?.title;
  assert.equal(titleAfter(cleanup, renamed), "人居环境");
  assert.equal(titleAfter(cleanup, renamed, undoingOf(cleanup)), "人居环境");
});

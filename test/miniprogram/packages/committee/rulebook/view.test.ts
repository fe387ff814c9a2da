import assert from "node:assert/strict";
import { test } from "node:test";
import { profileA } from "../../../../../core/rulebook/profileA.ts";
import { profileB } from "../../../../../core/rulebook/profileB.ts";
import { toView } from "../../../../../miniprogram/packages/committee/rulebook/view.ts";
import { change, draftOf } from "../drafts.ts";

test("without a draft it says which version it is and what a tap does", () => {
  const { status, drafted } = toView(draftOf({ drafted: false }));
  assert.equal(drafted, false);
  assert.match(status, /^这是第2版（2026年1月1日起）。点哪一条就改哪一条/);
});

test("a draft says who changed it last and how much", () => {
  const { status, changes } = toView(draftOf({ differences: [change] }));
  assert.equal(
    status,
    "草稿，徐静怡5月20日改过，比第2版（2026年1月1日起）改了1处，发布以后才算数。",
  );
  assert.equal(changes, "改了1处");
});

test("rules stand under their categories, each leads to its form, and one more can be added", () => {
  const { groups } = toView(draftOf());
  const [duty] = groups;
  assert.equal(duty?.title, "岗位履职");
  assert.deepEqual(duty?.rows[0], {
    ...{ id: "mediation", title: "邻里纠纷调解", note: "3分；由支部书记审核" },
    ...{ category: "duty", flaw: "", url: "/packages/committee/part/index?kind=rule&id=mediation" },
  });
  assert.equal(duty?.addUrl, "/packages/committee/part/index?kind=rule&id=&category=duty");
});

test("a contradiction stands at its part, and all of them are counted above", () => {
  const flaws = [
    { place: "rules.1.caps.0", sentence: "封顶比一次的分值还低" },
    { place: "scale", sentence: "起评分不在最低分和最高分之间" },
    { place: "meetings.0", sentence: "积分细则里没有这一条" },
  ];
  const view = toView(draftOf({ flaws }));
  assert.match(view.flaws, /^有3处自相矛盾/);
  assert.equal(view.groups[0]?.rows[1]?.flaw, "封顶比一次的分值还低");
  assert.equal(view.general.flaw, "起评分不在最低分和最高分之间");
  assert.equal(view.others[0]?.rows[0]?.flaw, "积分细则里没有这一条");
});

test("a rule whose category is gone is not lost from sight", () => {
  const categories = profileA.categories.filter(({ id }) => id !== "honour");
  const { lost } = toView(draftOf({ scheme: { ...profileA, categories } }));
  assert.deepEqual(
    lost.map(({ title }) => title),
    ["市、区、镇荣誉称号"],
  );
});

test("the scale, meetings, classes and exemptions are summed up in a line each", () => {
  const { general, others } = toView(draftOf({ scheme: profileB }));
  assert.match(general.note, /^每季度从60分算起，最高100分/);
  assert.deepEqual(
    others.map(({ title, rows }) => [title, rows[0]?.note]),
    [
      ["会议和活动", "每季度一次"],
      ["党员类别和要求", "2个要求"],
      ["免考", "照常评等次"],
    ],
  );
});

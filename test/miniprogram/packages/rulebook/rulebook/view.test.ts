import assert from "node:assert/strict";
import { test } from "node:test";
import { profileA } from "../../../../../core/rulebook/profileA.ts";
import { profileB } from "../../../../../core/rulebook/profileB.ts";
import { Scheme, type SchemeInput } from "../../../../../core/rulebook/scheme.ts";
import { shareCard, toView } from "../../../../../miniprogram/packages/rulebook/rulebook/view.ts";

const reply = (scheme: Scheme) => ({ ...scheme, version: 2, effectiveFrom: "2026-07-01" });
const view = (scheme: Scheme, typed = "") => toView(reply(scheme), "2026-08-01", typed);

/** One rule with everything that can limit it. */
const limited = Scheme.parse({
  title: "细则",
  categories: [
    { id: "deeds", title: "办实事", caps: [{ per: "quarter", most: 1250 }], highestPerDeed: true },
    { id: "faults", title: "负面清单", pool: 2000 },
  ],
  rules: [
    {
      ...{ id: "help", title: "志愿服务", category: "deeds", clause: "第一条", unit: "小时" },
      ...{ approver: "committee", honour: true, onlyOncePer: "day", example: "每小时记1分" },
      ...{ from: "2026-01-01", until: "2026-12-31", classes: ["cadre"] },
      grades: [{ id: "hour", title: "每小时", points: 50 }],
      caps: [{ per: "month", most: 600 }],
    },
    {
      ...{ id: "veto", title: "受处分", category: "faults", clause: "第二条", veto: "poor" },
      approver: "committee",
      grades: [{ id: "once", title: "一次", points: -100 }],
    },
  ],
  caps: [{ per: "year", most: 10_000 }],
  scale: { bands: [{ id: "poor", title: "不合格", from: 0 }] },
  classes: [{ id: "cadre", title: "村干部" }],
} satisfies SchemeInput);

test("the version says from which day it holds", () => {
  const { title, version } = view(profileA);
  assert.deepEqual([title, version], ["党员积分管理细则", "第2版，2026年7月1日起"]);
});

test("rules stand under their categories, with the points of each grade, who approves and an example", () => {
  const [duty] = view(profileA).groups;
  assert.equal(duty?.title, "岗位履职");
  assert.deepEqual(duty?.rules[1], {
    ...{ id: "cleanup", title: "环境卫生", clause: "第二条", limits: "" },
    grades: [
      { id: "normal", title: "按要求完成一次", points: "2" },
      { id: "major", title: "为整治作出重大贡献", points: "3" },
    ],
    approver: "由支部书记审核",
    ...{ example: "例：清扫河边一次记2分；整治中出了大力，改记3分", origin: "" },
  });
});

test("a number that is only ours says so", () => {
  const origins = view(profileA).groups.flatMap(({ rules }) => rules.map(({ origin }) => origin));
  assert.equal(origins.filter((origin) => origin === "默认分值，村里可改").length, 4);
});

test("everything that limits a rule stands in one line", () => {
  const [deeds, faults] = view(limited).groups;
  assert.equal(
    deeds?.rules[0]?.limits,
    "按小时计分；每月最多6分；每天只计一次；2026年1月1日起；到2026年12月31日为止；只对“村干部”；要写明级别、名称，可以附证书照片",
  );
  assert.equal(faults?.rules[0]?.limits, "一票否决，定为不合格");
  assert.equal(faults?.rules[0]?.grades[0]?.points, "−1");
});

test("what holds for a whole category stands above it", () => {
  const [deeds, faults] = view(limited).groups;
  assert.equal(deeds?.note, "这一类每季度最多12.5分；同一件事只计最高的一项");
  assert.equal(faults?.note, "每年先有20分，只扣不加，扣完为止");
});

test("base, ends and bands are two plain sentences; a rulebook that only adds up has none", () => {
  assert.deepEqual(view(profileB).scale, [
    "每季度从60分算起，最高100分，最低0分；全年取四个季度的平均。",
    "90分起优秀，80分起良好，60分起合格，不到60分不合格。",
  ]);
  assert.deepEqual(view(profileA).scale, []);
  assert.deepEqual(view(limited).scale, [
    "每年从20分算起。",
    "0分起不合格。",
    "各条加起来，每年最多100分。",
  ]);
});

test("meetings, what is expected of each class, and exemptions are told below the rules", () => {
  const others = view(profileB).others.map(({ title, lines }) => [title, lines[0]]);
  assert.deepEqual(others, [
    [
      "多久开一次会",
      {
        title: "支部党员大会",
        note: "每季度一次，参加一次3分，没请假不来扣1分，迟到10分钟以上扣0.5分",
      },
    ],
    [
      "对各类党员的要求",
      { title: "村干部", note: "参加组织生活每季度至少3次；岗位履职每季度至少3次" },
    ],
    ["免考", { title: "年满70周岁", note: "“组织生活”类不扣分；照常评等次" }],
  ]);
});

test("a search shows the rules that are meant and nothing else", () => {
  const { groups, others, scale, nothing } = view(profileB, "做志愿");
  assert.deepEqual(
    groups.map(({ title, rules }) => [title, ...rules.map((rule) => rule.title)]),
    [["岗位履职", "志愿服务"]],
  );
  assert.deepEqual([others, scale, nothing], [[], [], ""]);
});

test("a search in vain suggests other words", () => {
  const { groups, nothing } = view(profileA, "qq");
  assert.deepEqual(groups, []);
  assert.match(nothing, /^没有找到“qq”/);
});

test("a shared card opens this village's rulebook", () => {
  assert.deepEqual(shareCard(view(profileA), "tangjiao"), {
    title: "《党员积分管理细则》做什么记几分",
    path: "/packages/rulebook/rulebook/index?village=tangjiao",
  });
});

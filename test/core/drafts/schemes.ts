import fc from "fast-check";
import { DraftScheme, periods, type Scheme } from "../../../core/rulebook/scheme.ts";

/** A scheme in which every field says something; invented. */
export const full: Scheme = DraftScheme.parse({
  title: "积分细则",
  yearStart: 12,
  categories: [
    { id: "duty", title: "岗位履职", caps: [{ per: "year", most: 1200 }], highestPerDeed: true },
    { id: "faults", title: "负面清单", pool: 2000 },
  ],
  rules: [
    {
      ...{ id: "cleanup", title: "环境卫生", category: "duty", clause: "第二条", unit: "小时" },
      ...{ hint: "打扫了哪里", example: "清扫河边一次记2分", approver: "committee", honour: true },
      grades: [
        { id: "normal", title: "按要求完成一次", points: 200 },
        { id: "major", title: "重大贡献", points: 300 },
      ],
      caps: [{ per: "month", most: 600 }],
      ...{ onlyOncePer: "day", from: "2026-01-01", until: "2026-12-31", classes: ["cadre"] },
      ...{ veto: "poor", origin: "default" },
    },
    {
      ...{ id: "absent", title: "无故缺席", category: "faults", clause: "第三条" },
      approver: "secretary",
      grades: [{ id: "once", title: "缺席一次", points: -100 }],
    },
  ],
  caps: [{ per: "quarter", of: "losses", most: 1000 }],
  scale: {
    ...{ per: "quarter", year: "mean", base: 6000, least: 0, most: 10_000 },
    bands: [
      { id: "good", title: "优秀", from: 9000 },
      { id: "poor", title: "不合格", from: 0 },
    ],
  },
  classes: [
    {
      ...{ id: "cadre", title: "村干部" },
      expects: [{ title: "参加组织生活", category: "duty", per: "quarter", times: 3, points: 500 }],
    },
    { id: "away", title: "外出党员" },
  ],
  exemptions: [
    { id: "ill", title: "因病", categories: ["faults"], appraised: false },
    { id: "age", title: "年满70周岁" },
  ],
  meetings: [
    {
      ...{ id: "branch", title: "支部党员大会", for: "branch", every: "quarter" },
      ...{ ruleId: "cleanup", gradeId: "normal" },
      absence: { ruleId: "absent", gradeId: "once" },
      late: { ruleId: "absent", gradeId: "once", afterMinutes: 10 },
    },
    { id: "theme", title: "主题党日", for: "all", ruleId: "cleanup", gradeId: "normal" },
  ],
});

const few = { minLength: 1, maxLength: 3 };
const id = fc.constantFrom("a", "b", "c");
const title = fc.constantFrom("甲", "乙", "丙");
const amount = fc.constantFrom(-200, -50, 0, 100, 250, 300);
const positive = fc.constantFrom(50, 100, 600);
const period = fc.constantFrom(...periods);
const term = fc.constantFrom("month" as const, "quarter" as const, "year" as const);
const day = fc.constantFrom("2026-01-01", "2026-07-01");
const graded = fc.record({ ruleId: id, gradeId: id });
const caps = fc.array(
  fc.record({ per: period, of: fc.constantFrom("gains", "losses"), most: positive }),
  { maxLength: 3 },
);

const rule = fc.record(
  {
    ...{ id, title, category: id, clause: title, hint: title, example: title },
    approver: fc.constantFrom("secretary", "committee"),
    grades: fc.array(fc.record({ id, title, points: amount }), few),
    ...{ unit: fc.constantFrom("", "次"), caps, onlyOncePer: period, from: day, until: day },
    ...{ classes: fc.array(id, { maxLength: 2 }), veto: id, honour: fc.boolean() },
    origin: fc.constantFrom("report", "default", "village"),
  },
  { requiredKeys: ["id", "title", "category", "clause", "approver", "grades"] },
);

const scale = fc.record(
  {
    ...{ per: fc.constantFrom("quarter", "year"), year: fc.constantFrom("sum", "mean") },
    ...{ base: positive, least: amount, most: positive },
    bands: fc.array(fc.record({ id, title, from: amount }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

const expectation = fc.record(
  { title, category: id, per: term, times: fc.constantFrom(1, 2), points: positive },
  { requiredKeys: ["title", "category", "per"] },
);

const meeting = fc.record(
  {
    ...{ id, title, for: fc.constantFrom("branch", "committee", "all"), ruleId: id, gradeId: id },
    ...{ every: term, absence: graded },
    late: fc.record({ ruleId: id, gradeId: id, afterMinutes: fc.constantFrom(5, 10) }),
  },
  { requiredKeys: ["id", "title", "for", "ruleId", "gradeId"] },
);

/** Any scheme that a draft may be, contradictions and all: ids that meet, and that lead nowhere. */
export const anyScheme: fc.Arbitrary<Scheme> = fc
  .record({
    ...{ title, yearStart: fc.constantFrom(1, 12), caps, scale },
    categories: fc.array(
      fc.record(
        { id, title, caps, pool: positive, highestPerDeed: fc.boolean() },
        { requiredKeys: ["id", "title"] },
      ),
      few,
    ),
    rules: fc.array(rule, few),
    classes: fc.array(fc.record({ id, title, expects: fc.array(expectation, { maxLength: 2 }) }), {
      maxLength: 2,
    }),
    exemptions: fc.array(
      fc.record({
        ...{ id, title, appraised: fc.boolean() },
        categories: fc.array(id, { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    meetings: fc.array(meeting, { maxLength: 2 }),
  })
  .map((scheme) => DraftScheme.parse(scheme));

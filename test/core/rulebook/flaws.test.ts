import assert from "node:assert/strict";
import { test } from "node:test";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { DraftScheme, Scheme, type SchemeInput } from "../../../core/rulebook/scheme.ts";

const deed = {
  ...{ id: "deed", title: "办实事", category: "deeds", clause: "第一条" },
  approver: "secretary",
  grades: [
    { id: "small", title: "一般", points: 200 },
    { id: "big", title: "重大", points: 300 },
  ],
} as const satisfies SchemeInput["rules"][number];

const fault = {
  ...{ id: "fault", title: "违反村规", category: "faults", clause: "第二条" },
  approver: "committee",
  grades: [{ id: "once", title: "违反一次", points: -500 }],
} as const satisfies SchemeInput["rules"][number];

const deeds = { id: "deeds", title: "加分" };
const faults = { id: "faults", title: "扣分" };
const good = { id: "good", title: "合格", from: 6000 };
const poor = { id: "poor", title: "不合格", from: 0 };
const present = { ruleId: "deed", gradeId: "small" };
const gathering = { id: "branch", title: "支部党员大会", for: "branch", ...present } as const;

/** A rulebook without contradictions, from which each case departs in one thing. */
const sound = {
  title: "积分细则",
  scale: { base: 6000, least: 0, most: 10000, bands: [good, poor] },
  categories: [deeds, faults],
  rules: [deed, fault],
} satisfies SchemeInput;

type Case = Readonly<{
  wrong: string;
  rulebook: unknown;
  code: string;
  place: ReadonlyArray<string | number>;
}>;

const contradictions: readonly Case[] = [
  {
    wrong: "a rule without approver",
    rulebook: { ...sound, rules: [{ ...deed, approver: undefined }, fault] },
    ...{ code: "approver_missing", place: ["rules", 0, "approver"] },
  },
  {
    wrong: "two categories with one id",
    rulebook: { ...sound, categories: [deeds, faults, { ...deeds, title: "又一类" }] },
    ...{ code: "duplicate_id", place: ["categories", 2] },
  },
  {
    wrong: "two rules with one id",
    rulebook: { ...sound, rules: [deed, fault, { ...deed, title: "又一条" }] },
    ...{ code: "duplicate_id", place: ["rules", 2] },
  },
  {
    wrong: "two grades of a rule with one id",
    rulebook: { ...sound, rules: [deed, { ...fault, grades: [...fault.grades, ...fault.grades] }] },
    ...{ code: "duplicate_id", place: ["rules", 1, "grades", 1] },
  },
  {
    wrong: "two bands with one id",
    rulebook: { ...sound, scale: { ...sound.scale, bands: [good, { ...poor, id: "good" }] } },
    ...{ code: "duplicate_id", place: ["scale", "bands", 1] },
  },
  {
    wrong: "two classes with one id",
    rulebook: { ...sound, classes: [0, 1].map(() => ({ id: "a", title: "A类" })) },
    ...{ code: "duplicate_id", place: ["classes", 1] },
  },
  {
    wrong: "two exemptions with one id",
    rulebook: { ...sound, exemptions: [0, 1].map(() => ({ id: "age", title: "年满70周岁" })) },
    ...{ code: "duplicate_id", place: ["exemptions", 1] },
  },
  {
    wrong: "two meetings with one id",
    rulebook: { ...sound, meetings: [gathering, gathering] },
    ...{ code: "duplicate_id", place: ["meetings", 1] },
  },
  {
    wrong: "a rule of an unknown category",
    rulebook: { ...sound, rules: [deed, { ...fault, category: "nowhere" }] },
    ...{ code: "unknown_category", place: ["rules", 1, "category"] },
  },
  {
    wrong: "an exemption from an unknown category",
    rulebook: {
      ...sound,
      exemptions: [{ id: "age", title: "年满70周岁", categories: ["faults", "nowhere"] }],
    },
    ...{ code: "unknown_category", place: ["exemptions", 0, "categories", 1] },
  },
  {
    wrong: "something expected in an unknown category",
    rulebook: {
      ...sound,
      classes: [
        {
          ...{ id: "a", title: "A类" },
          expects: [{ title: "开会", category: "nowhere", per: "month", times: 1 }],
        },
      ],
    },
    ...{ code: "unknown_category", place: ["classes", 0, "expects", 0, "category"] },
  },
  {
    wrong: "an expectation that asks for nothing",
    rulebook: {
      ...sound,
      classes: [
        { id: "a", title: "A类", expects: [{ title: "开会", category: "deeds", per: "month" }] },
      ],
    },
    ...{ code: "expectation_empty", place: ["classes", 0, "expects", 0] },
  },
  {
    wrong: "a rule for an unknown class",
    rulebook: {
      ...sound,
      classes: [{ id: "a", title: "A类" }],
      rules: [{ ...deed, classes: ["a", "b"] }, fault],
    },
    ...{ code: "unknown_class", place: ["rules", 0, "classes", 1] },
  },
  {
    wrong: "a veto to an unknown band",
    rulebook: { ...sound, rules: [deed, { ...fault, veto: "worst" }] },
    ...{ code: "unknown_band", place: ["rules", 1, "veto"] },
  },
  {
    wrong: "a veto that gains",
    rulebook: { ...sound, rules: [{ ...deed, veto: "poor" }, fault] },
    ...{ code: "veto_with_gains", place: ["rules", 0, "veto"] },
  },
  {
    wrong: "a rule that ends before it begins",
    rulebook: { ...sound, rules: [deed, { ...fault, from: "2026-07-01", until: "2026-06-30" }] },
    ...{ code: "days_crossed", place: ["rules", 1, "until"] },
  },
  {
    wrong: "an honour that the secretary alone gives",
    rulebook: { ...sound, rules: [{ ...deed, honour: true }, fault] },
    ...{ code: "honour_approver", place: ["rules", 0, "approver"] },
  },
  {
    wrong: "a rule's cap below its best grade",
    rulebook: {
      ...sound,
      rules: [
        {
          ...deed,
          caps: [
            { per: "year", most: 300 },
            { per: "month", most: 299 },
          ],
        },
        fault,
      ],
    },
    ...{ code: "cap_below_award", place: ["rules", 0, "caps", 1] },
  },
  {
    wrong: "a category's cap below one award of one of its rules",
    rulebook: { ...sound, categories: [{ ...deeds, caps: [{ per: "year", most: 250 }] }, faults] },
    ...{ code: "cap_below_award", place: ["categories", 0, "caps", 0] },
  },
  {
    wrong: "a cap on everything below one award",
    rulebook: { ...sound, caps: [{ per: "day", most: 100 }] },
    ...{ code: "cap_below_award", place: ["caps", 0] },
  },
  {
    wrong: "a pool in a category that gains",
    rulebook: { ...sound, categories: [{ ...deeds, pool: 1000 }, faults] },
    ...{ code: "pool_with_gains", place: ["categories", 0, "pool"] },
  },
  {
    wrong: "a base below the least",
    rulebook: { ...sound, scale: { ...sound.scale, base: -100 } },
    ...{ code: "clamp_crossed", place: ["scale"] },
  },
  {
    wrong: "a base and pools above the most",
    rulebook: { ...sound, categories: [deeds, { ...faults, pool: 4001 }] },
    ...{ code: "clamp_crossed", place: ["scale"] },
  },
  {
    wrong: "a least above the most",
    rulebook: { ...sound, scale: { base: 0, least: 100, most: -100 } },
    ...{ code: "clamp_crossed", place: ["scale"] },
  },
  {
    wrong: "two bands from the same line on",
    rulebook: { ...sound, scale: { ...sound.scale, bands: [good, { ...poor, from: 6000 }] } },
    ...{ code: "bands_overlap", place: ["scale", "bands", 1] },
  },
  {
    wrong: "bands that do not go from the best down",
    rulebook: { ...sound, scale: { ...sound.scale, bands: [poor, good] } },
    ...{ code: "bands_overlap", place: ["scale", "bands", 1] },
  },
  {
    wrong: "a meeting that counts by an unknown rule",
    rulebook: { ...sound, meetings: [{ ...gathering, ruleId: "nothing" }] },
    ...{ code: "unknown_rule", place: ["meetings", 0] },
  },
  {
    wrong: "a meeting that counts by an unknown grade",
    rulebook: { ...sound, meetings: [{ ...gathering, gradeId: "nothing" }] },
    ...{ code: "unknown_grade", place: ["meetings", 0] },
  },
  {
    wrong: "an absence that costs by an unknown rule",
    rulebook: {
      ...sound,
      meetings: [{ ...gathering, absence: { ruleId: "nothing", gradeId: "once" } }],
    },
    ...{ code: "unknown_rule", place: ["meetings", 0, "absence"] },
  },
  {
    wrong: "an absence that gains",
    rulebook: { ...sound, meetings: [{ ...gathering, absence: present }] },
    ...{ code: "absence_gains", place: ["meetings", 0, "absence"] },
  },
  {
    wrong: "coming late that gains",
    rulebook: { ...sound, meetings: [{ ...gathering, late: { ...present, afterMinutes: 10 } }] },
    ...{ code: "absence_gains", place: ["meetings", 0, "late"] },
  },
];

for (const { wrong, rulebook, code, place } of contradictions) {
  test(`${wrong} is refused with its place: ${code} at ${place.join(".")}`, () => {
    const { success, error } = Scheme.safeParse(rulebook);
    assert.equal(success, false);
    assert.deepEqual(
      error?.issues.map((issue) => [issue.message, issue.path]),
      [[code, place]],
    );
  });
}

test("every contradiction is named, not only the first", () => {
  const { error } = Scheme.safeParse({
    ...sound,
    caps: [{ per: "day", most: 100 }],
    rules: [{ ...deed, category: "nowhere" }, fault],
  });
  assert.deepEqual(
    error?.issues.map(({ message }) => message),
    ["unknown_category", "cap_below_award"],
  );
});

test("a draft may still hold contradictions", () => {
  const flawed = { ...sound, rules: [deed, { ...fault, category: "nowhere" }] };
  assert.equal(DraftScheme.safeParse(flawed).success, true);
});

test("a floor below one deduction is no contradiction: 扣完为止", () => {
  const floor = { per: "year", of: "losses", most: 100 } as const;
  assert.equal(
    Scheme.safeParse({ ...sound, rules: [deed, { ...fault, caps: [floor] }] }).success,
    true,
  );
});

test("a rule's id that an account could not keep is refused", () => {
  const { error } = Scheme.safeParse({ ...sound, rules: [{ ...deed, id: "__proto__" }, fault] });
  assert.deepEqual(
    error?.issues.map(({ path }) => path),
    [["rules", 0, "id"]],
  );
});

test("the rulebook that the cases depart from, profile A and profile B hold no contradiction", () => {
  for (const scheme of [sound, profileA, profileB]) {
    assert.equal(Scheme.safeParse(scheme).success, true);
  }
});

import type { Rule, Scheme } from "../../../../core/rulebook/scheme.ts";
import { type CapRow, capRowsOf, capsOf, problemOfCaps } from "./capRows";
import { readPoints, typedPoints } from "./numbers";
import { moved, type Part, pathInside, withItem, withoutItem } from "./part";
import { inCategory, ruleFields } from "./ruleFields";

export type GradeRow = Readonly<{ id: string; title: string; side: string; points: string }>;

/** A rule as it is written in the form. */
export type RuleValues = Readonly<{
  title: string;
  clause: string;
  category: string;
  /** The rule of its category that stands before it; "" for the first. */
  after: string;
  grades: readonly GradeRow[];
  unit: string;
  caps: readonly CapRow[];
  onlyOncePer: string;
  approver: string;
  hint: string;
  example: string;
  honour: boolean;
  from: string;
  until: string;
  classes: readonly string[];
  veto: string;
}>;

const blank: RuleValues = {
  ...{ title: "", clause: "", category: "", after: "", unit: "", caps: [], onlyOncePer: "" },
  grades: [{ id: "normal", title: "完成一次", side: "gain", points: "" }],
  ...{ approver: "secretary", hint: "", example: "", honour: false, from: "", until: "" },
  ...{ classes: [], veto: "" },
};

/** 条目. */
export const rulePart: Part<RuleValues> = {
  title: { add: "加一条", edit: "改这一条" },
  read(scheme, id, { category = scheme.categories[0]?.id ?? "" }) {
    const rule = scheme.rules.find((one) => one.id === id);
    if (rule) return valuesOf(rule, scheme);
    return { ...blank, category, after: lastOf(scheme, category) };
  },
  fields: ruleFields,
  problem,
  write(scheme, id, values, newId) {
    const before = scheme.rules.find((one) => one.id === id);
    const rule = ruleOf(values, id || newId, before);
    const { after } = values;
    const stays =
      before?.category === rule.category
        ? previousOf(scheme, before) === after
        : after !== "" && !inCategory(scheme, rule.category).some((one) => one.id === after);
    const rules = stays ? withItem(scheme.rules, rule) : moved(scheme.rules, rule, after);
    return { ...scheme, rules };
  },
  pathOf: pathInside("rules"),
  remove: {
    obstacle: ({ rules }) => (rules.length > 1 ? undefined : "至少要留一条。"),
    without: (scheme, id) => ({ ...scheme, rules: withoutItem(scheme.rules, id) }),
  },
};

const valuesOf = (rule: Rule, scheme: Scheme): RuleValues => ({
  ...{ title: rule.title, clause: rule.clause, category: rule.category },
  after: previousOf(scheme, rule),
  grades: rule.grades.map(({ id, title, points }) => ({
    ...{ id, title, side: points < 0 ? "loss" : "gain", points: typedPoints(Math.abs(points)) },
  })),
  ...{ unit: rule.unit, caps: capRowsOf(rule.caps), onlyOncePer: rule.onlyOncePer ?? "" },
  ...{ approver: rule.approver, hint: rule.hint, example: rule.example, honour: rule.honour },
  ...{ from: rule.from ?? "", until: rule.until ?? "", classes: rule.classes },
  veto: rule.veto ?? "",
});

function previousOf(scheme: Scheme, { id, category }: Rule): string {
  const among = inCategory(scheme, category);
  return among[among.findIndex((one) => one.id === id) - 1]?.id ?? "";
}

const lastOf = (scheme: Scheme, category: string): string =>
  inCategory(scheme, category).at(-1)?.id ?? "";

function problem({ title, clause, grades, caps }: RuleValues): string | undefined {
  if (title.trim() === "") return "请写这一条叫什么";
  if (clause.trim() === "") return "请写是第几条";
  if (grades.some((grade) => grade.title.trim() === "")) return "请写每一档怎样算";
  if (grades.some(({ points }) => readPoints(points) === undefined)) {
    return "分值要填数字，比如2或2.5";
  }
  return problemOfCaps(caps);
}

/** What the committee has put down is the village's own number, whoever it came from before. */
function ruleOf(values: RuleValues, id: string, before: Rule | undefined): Rule {
  const { onlyOncePer, from, until, veto } = values;
  const rule: Rule = {
    ...{ id, title: values.title.trim(), category: values.category, clause: values.clause.trim() },
    ...{ hint: values.hint.trim(), example: values.example.trim(), unit: values.unit.trim() },
    approver: values.approver === "committee" ? "committee" : "secretary",
    grades: values.grades.map(gradeOf),
    caps: capsOf(values.caps),
    ...(onlyOncePer === "" ? {} : { onlyOncePer: onlyOncePer as NonNullable<Rule["onlyOncePer"]> }),
    ...(from === "" ? {} : { from }),
    ...(until === "" ? {} : { until }),
    ...(veto === "" ? {} : { veto }),
    ...{ classes: [...values.classes], honour: values.honour, origin: "village" },
  };
  const isSame = before && JSON.stringify(gradesOf(before)) === JSON.stringify(gradesOf(rule));
  return isSame ? { ...rule, origin: before.origin } : rule;
}

const gradeOf = ({ id, title, side, points }: GradeRow): Rule["grades"][number] => {
  const amount = readPoints(points) ?? 0;
  return { id, title: title.trim(), points: side === "loss" && amount > 0 ? -amount : amount };
};

const gradesOf = ({ grades }: Rule) => grades.map(({ id, points }) => [id, points]);

import type { Rule, Scheme } from "../../../../core/rulebook/scheme.ts";
import { type CapRow, capRowsOf, capsField, capsOf, periodOptions, problemOfCaps } from "./capRows";
import {
  choiceField,
  dayField,
  type Field,
  listField,
  type Option,
  pointsField,
  severalField,
  switchField,
  textField,
} from "./field";
import { readPoints, typedPoints } from "./numbers";
import { moved, type Part, pathInside, withItem, withoutItem } from "./part";

type GradeRow = Readonly<{ id: string; title: string; side: string; points: string }>;

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
  fields: (values, scheme, id) => [
    ...mainFields(values),
    ...limitFields(values),
    ...placeFields(values, scheme, id),
    ...wordFields(values),
    ...rareFields(values, scheme),
  ],
  problem,
  write(scheme, id, values, newId) {
    const before = scheme.rules.find((one) => one.id === id);
    const rule = ruleOf(values, id || newId, before);
    const isInPlace = !before || before.category !== rule.category;
    const stays = isInPlace || previousOf(scheme, before) === values.after;
    const rules = stays ? withItem(scheme.rules, rule) : moved(scheme.rules, rule, values.after);
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

const inCategory = ({ rules }: Scheme, category: string): Rule[] =>
  rules.filter((one) => one.category === category);

function previousOf(scheme: Scheme, { id, category }: Rule): string {
  const among = inCategory(scheme, category);
  return among[among.findIndex((one) => one.id === id) - 1]?.id ?? "";
}

const lastOf = (scheme: Scheme, category: string): string =>
  inCategory(scheme, category).at(-1)?.id ?? "";

/** What is changed most often, first. */
const mainFields = ({ title, grades }: RuleValues): Field[] => [
  textField({ path: "title", label: "叫什么", value: title, placeholder: "如：义务巡逻" }),
  listField({
    ...{ path: "grades", label: "记几分", note: "做得好坏不同的，分几档写；第一档最常用。" },
    ...{ rows: grades, least: 1, most: 20, add: "加一档" },
    blank: { title: "", side: "gain", points: "" },
    rowOf: (grade, path) => gradeFields(grade, path),
  }),
];

const gradeFields = ({ title, side, points }: GradeRow, path: string): Field[] => [
  textField({ path: `${path}.title`, label: "怎样算", value: title, placeholder: "如：完成一次" }),
  choiceField({ path: `${path}.side`, label: "加还是扣", value: side, options: sides }),
  pointsField({ path: `${path}.points`, label: "分值", value: points, placeholder: "2.5" }),
];

const sides: readonly Option[] = [
  { value: "gain", title: "加分" },
  { value: "loss", title: "扣分" },
];

function placeFields({ category, after, clause }: RuleValues, scheme: Scheme, id: string): Field[] {
  const others = inCategory(scheme, category).filter((one) => one.id !== id);
  return [
    textField({ path: "clause", label: "第几条", value: clause, placeholder: "如：第十条" }),
    choiceField({
      ...{ path: "category", label: "属于哪一类", value: category },
      options: optionsOf(scheme.categories),
    }),
    choiceField({
      ...{ path: "after", label: "排在哪里", value: after },
      options: [
        { value: "", title: "放在最前面" },
        ...others.map((one) => ({ value: one.id, title: `排在“${one.title}”后面` })),
      ],
    }),
  ];
}

const limitFields = ({ caps, onlyOncePer, approver, unit }: RuleValues): Field[] => [
  capsField(caps, "这一条最多记多少，不写就是不限。"),
  choiceField({
    ...{ path: "approver", label: "谁来审核", value: approver },
    options: [
      { value: "secretary", title: "支部书记" },
      { value: "committee", title: "党委" },
    ],
  }),
  choiceField({
    ...{ path: "onlyOncePer", label: "只计一次", value: onlyOncePer },
    options: [
      { value: "", title: "不限次数" },
      ...periodOptions.map(({ value, title }) => ({ value, title: `${title}只计一次` })),
    ],
  }),
  textField({
    ...{ path: "unit", label: "按什么计数", value: unit, most: 6, placeholder: "如：小时" },
    note: "一次能做好几个的才写，分值就是一个的分；不写就是做一次记一次。",
  }),
];

const wordFields = ({ hint, example }: RuleValues): Field[] => [
  textField({
    ...{ path: "hint", label: "提醒党员写什么", value: hint, most: 60 },
    placeholder: "如：打扫了哪里、用了多长时间",
  }),
  textField({
    ...{ path: "example", label: "举个例子", value: example, most: 120 },
    placeholder: "如：清扫河边一次记2分",
  }),
];

const rareFields = (
  { from, until, classes, veto, honour }: RuleValues,
  scheme: Scheme,
): Field[] => [
  dayField({ path: "from", label: "从哪天起", value: from, none: "跟着细则走" }),
  dayField({ path: "until", label: "到哪天止", value: until, none: "跟着细则走" }),
  ...(scheme.classes.length > 0
    ? [
        severalField({
          ...{ path: "classes", label: "对哪些党员", chosen: classes },
          ...{ note: "一个也不选，就是对所有人。", options: optionsOf(scheme.classes) },
        }),
      ]
    : []),
  ...(scheme.scale.bands.length > 0
    ? [
        choiceField({
          ...{ path: "veto", label: "一票否决", value: veto },
          options: [
            { value: "", title: "不是" },
            ...scheme.scale.bands.map(({ id, title }) => ({ value: id, title: `定为“${title}”` })),
          ],
        }),
      ]
    : []),
  switchField({
    ...{ path: "honour", label: "这是荣誉", on: honour },
    note: "申报时要写级别和名称，由党委审核。",
  }),
];

export const optionsOf = (
  items: ReadonlyArray<Readonly<{ id: string; title: string }>>,
): Option[] => items.map(({ id, title }) => ({ value: id, title }));

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

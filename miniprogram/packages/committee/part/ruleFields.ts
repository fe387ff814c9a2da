import type { Rule, Scheme } from "../../../../core/rulebook/scheme.ts";
import { capsField, periodOptions } from "./capRows";
import {
  choiceField,
  dayField,
  type Field,
  listField,
  type Option,
  optionsOf,
  pointsField,
  severalField,
  switchField,
  textField,
} from "./field";
import type { GradeRow, RuleValues } from "./rulePart";

/** The fields of a rule; what is changed most often comes first. */
export const ruleFields = (values: RuleValues, scheme: Scheme, id: string): Field[] => [
  ...mainFields(values),
  ...limitFields(values),
  ...placeFields(values, scheme, id),
  ...wordFields(values),
  ...rareFields(values, scheme),
];

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

export const inCategory = ({ rules }: Scheme, category: string): Rule[] =>
  rules.filter((one) => one.category === category);

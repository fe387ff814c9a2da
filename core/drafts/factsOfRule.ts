import type { Rule, Scheme } from "../rulebook/scheme.ts";
import {
  amountText,
  eachPeriod,
  type Fact,
  factsOfCaps,
  keyedById,
  quoted,
  quotedAll,
} from "./fact.ts";

/** All that a rule says: each field that changes what it counts or how it reads. */
export const factsOfRule = (rule: Rule, scheme: Scheme): Fact[] => [
  ...keyedById(rule.grades).map(({ key, item: { title, points } }) => ({
    key: `grades/${key}`,
    label: `“${title}”`,
    value: [title, points],
    text: points < 0 ? `扣${amountText(-points)}` : amountText(points),
  })),
  ...factsOfKind(rule, scheme),
  ...factsOfCaps(rule.caps),
  ...factsOfUse(rule, scheme),
  ...factsOfWords(rule),
];

const factsOfKind = ({ category, approver, unit, onlyOncePer }: Rule, scheme: Scheme): Fact[] => [
  {
    ...{ key: "category", label: "类别", value: category },
    text: quoted(category, scheme.categories),
  },
  {
    ...{ key: "approver", label: "审核", value: approver },
    text: approver === "committee" ? "党委" : "支部书记",
  },
  {
    ...{ key: "unit", label: "单位", value: unit },
    ...{ text: unit || "没有", otherwise: "没有" },
  },
  {
    ...{ key: "onlyOncePer", label: "计几次", value: onlyOncePer },
    ...{ text: onlyOncePer ? `${eachPeriod[onlyOncePer]}只计一次` : "不限", otherwise: "不限" },
  },
];

const factsOfUse = ({ from, until, classes, veto, honour }: Rule, scheme: Scheme): Fact[] => [
  {
    ...{ key: "from", label: "开始的日子", value: from },
    ...{ text: from ?? "不限", otherwise: "不限" },
  },
  {
    ...{ key: "until", label: "最后的日子", value: until },
    ...{ text: until ?? "不限", otherwise: "不限" },
  },
  {
    ...{ key: "classes", label: "适用于", value: [...classes].sort() },
    text: classes.length > 0 ? quotedAll(classes, scheme.classes) : "所有党员",
    otherwise: "所有党员",
  },
  {
    ...{ key: "veto", label: "一票否决", value: veto },
    text: veto === undefined ? "没有" : `定为${quoted(veto, scheme.scale.bands)}`,
    otherwise: "没有",
  },
  {
    ...{ key: "honour", label: "荣誉的级别和证书", value: honour },
    ...{ text: honour ? "要填写" : "不用填", otherwise: "不用填" },
  },
];

const factsOfWords = ({ clause, hint, example, origin }: Rule): Fact[] => [
  { key: "clause", label: "条款", value: clause, text: clause },
  {
    ...{ key: "hint", label: "填写提示", value: hint },
    ...{ text: written(hint), otherwise: written("") },
  },
  {
    ...{ key: "example", label: "例子", value: example },
    ...{ text: written(example), otherwise: written("") },
  },
  {
    ...{ key: "origin", label: "分值", value: origin },
    ...{ text: origins[origin], otherwise: origins.village },
  },
];

const written = (text: string): string => (text === "" ? "没有" : `“${text}”`);

const origins: Readonly<Record<Rule["origin"], string>> = {
  report: "报道里的",
  default: "默认的",
  village: "村里定的",
};

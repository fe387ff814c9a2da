import type { Category, Meeting, MemberClass, Scale, Scheme } from "../rulebook/scheme.ts";
import {
  amountText,
  eachPeriod,
  type Fact,
  factsOfCaps,
  keyed,
  keyedById,
  type Order,
  quoted,
  quotedAll,
  type Thing,
} from "./fact.ts";
import { factsOfRule } from "./factsOfRule.ts";

type Exemption = Scheme["exemptions"][number];

/** Everything that a scheme says, in the order in which it is read. */
export const thingsOf = (scheme: Scheme): Thing[] => [
  general(scheme),
  ...listed("categories", scheme.categories, (title) => `“${title}”类`, factsOfCategory),
  ...listed("rules", scheme.rules, aboutTitle, (rule) => factsOfRule(rule, scheme)),
  ...listed("meetings", scheme.meetings, aboutTitle, (meeting) => factsOfMeeting(meeting, scheme)),
  ...listed("classes", scheme.classes, aboutTitle, (one) => factsOfClass(one, scheme)),
  ...listed("exemptions", scheme.exemptions, aboutTitle, (one) => factsOfExemption(one, scheme)),
];

const aboutTitle = (title: string): string => `“${title}”：`;

const listed = <Item extends Readonly<{ id: string; title: string }>>(
  list: string,
  items: readonly Item[],
  subjectOf: (title: string) => string,
  factsOf: (item: Item) => Fact[],
): Thing[] =>
  keyedById(items).map(({ key, item, index }) => ({
    key: `${list}/${key}`,
    place: `${list}.${index}`,
    subject: subjectOf(item.title),
    title: item.title,
    facts: factsOf(item),
  }));

const general = ({ title, yearStart, caps, scale }: Scheme): Thing => ({
  ...{ key: "general", place: "scale", subject: "", title: "" },
  facts: [
    { key: "title", label: "名称", value: title, text: `《${title}》` },
    { key: "yearStart", label: "考核年度", value: yearStart, text: `${yearStart}月开始` },
    ...factsOfScale(scale),
    ...factsOfCaps(caps).map((fact) => ({ ...fact, label: `各条加起来${fact.label}` })),
  ],
});

export const factsOfScale = ({ per, year, base, least, most, bands }: Scale): Fact[] => [
  { key: "per", label: "评定", value: per, text: `${eachPeriod[per]}一次` },
  {
    ...{ key: "year", label: "全年的分数", value: year },
    text: year === "mean" ? "取各季度的平均" : "各季度相加",
  },
  { key: "base", label: "起评分", value: base, text: amountText(base) },
  limitFact("least", "最低分", least),
  limitFact("most", "最高分", most),
  ...keyedById(bands).map(({ key, item }) => ({
    key: `bands/${key}`,
    label: `等次“${item.title}”`,
    value: [item.title, item.from],
    text: `${amountText(item.from)}起`,
  })),
];

const limitFact = (key: string, label: string, value: number | undefined): Fact => ({
  ...{ key, label, value, otherwise: "不设" },
  text: value === undefined ? "不设" : amountText(value),
});

const factsOfCategory = ({ caps, pool, highestPerDeed }: Category): Fact[] => [
  ...factsOfCaps(caps),
  limitFact("pool", "只扣不加的起始分", pool),
  {
    ...{ key: "highestPerDeed", label: "同一件事", value: highestPerDeed },
    ...{ text: highestPerDeed ? "只计最高的一项" : "每项都计", otherwise: "每项都计" },
  },
];

function factsOfMeeting(meeting: Meeting, { rules }: Scheme): Fact[] {
  const { ruleId, gradeId, every, absence, late } = meeting;
  const byRule = (named: Readonly<{ ruleId: string; gradeId: string }>): string => {
    const grades = rules.find(({ id }) => id === named.ruleId)?.grades ?? [];
    return `按${quoted(named.ruleId, rules)}的${quoted(named.gradeId, grades)}`;
  };
  return [
    { key: "for", label: "参加的人", value: meeting.for, text: audiences[meeting.for] },
    { key: "counts", label: "计分", value: [ruleId, gradeId], text: byRule(meeting) },
    {
      ...{ key: "every", label: "多久一次", value: every },
      ...{ text: every ? `${eachPeriod[every]}一次` : "不定期", otherwise: "不定期" },
    },
    {
      ...{ key: "absence", label: "缺席", value: [absence?.ruleId, absence?.gradeId] },
      ...{ text: absence ? byRule(absence) : "不扣分", otherwise: "不扣分" },
    },
    {
      ...{ key: "late", label: "迟到", value: [late?.ruleId, late?.gradeId, late?.afterMinutes] },
      text: late ? `超过${late.afterMinutes}分钟${byRule(late)}` : "不扣分",
      otherwise: "不扣分",
    },
  ];
}

const audiences: Readonly<Record<Meeting["for"], string>> = {
  branch: "本支部的党员",
  committee: "党委委员",
  all: "全体党员",
};

const factsOfClass = ({ expects }: MemberClass, { categories }: Scheme): Fact[] =>
  keyed(expects, ({ title }) => title).map(({ key, item }) => {
    const { title, category, per, times, points } = item;
    const least = [
      ...(times === undefined ? [] : [`${times}次`]),
      ...(points === undefined ? [] : [amountText(points)]),
    ];
    const atLeast = least.length > 0 ? `至少${least.join("、")}` : "（没写多少）";
    return {
      key: `expects/${key}`,
      label: `要求“${title}”`,
      value: [category, per, times, points],
      text: `${quoted(category, categories)}类${eachPeriod[per]}${atLeast}`,
    };
  });

const factsOfExemption = (
  { categories, appraised }: Exemption,
  scheme: Pick<Scheme, "categories">,
): Fact[] => [
  {
    ...{ key: "categories", label: "不扣分的类别", value: [...categories].sort() },
    text: categories.length > 0 ? quotedAll(categories, scheme.categories) : "没有",
    otherwise: "没有",
  },
  {
    ...{ key: "appraised", label: "等次", value: appraised },
    ...{ text: appraised ? "照常评" : "不评", otherwise: "照常评" },
  },
];

/** The lists of which readers see the order; that of bands is the order of their lines. */
export const ordersOf = (scheme: Scheme): Order[] => [
  orderOf("categories", "categories", "各类的先后有调整", scheme.categories),
  orderOf("rules", "rules", "条目的先后有调整", scheme.rules),
  ...keyedById(scheme.rules).map(({ key, item: { title, grades }, index }) =>
    orderOf(`grades/${key}`, `rules.${index}`, `“${title}”：各档的先后有调整`, grades),
  ),
  orderOf("bands", "scale", "等次的先后有调整", scheme.scale.bands),
  orderOf("meetings", "meetings", "组织生活的先后有调整", scheme.meetings),
  orderOf("classes", "classes", "党员类别的先后有调整", scheme.classes),
  orderOf("exemptions", "exemptions", "免考情形的先后有调整", scheme.exemptions),
];

const orderOf = (
  key: string,
  place: string,
  words: string,
  items: ReadonlyArray<Readonly<{ id: string }>>,
): Order => ({ key, place, words, keys: keyedById(items).map((one) => one.key) });

import type { Failed, Loading } from "../../../services/load";
import { dayText, fullDayText } from "../../../texts/days";
import { pointsText } from "../../../texts/points";
import { approverText, capText, eachPeriod, gradesText, scaleTexts } from "../../../texts/rules";
import { type Draft, flawsBelow } from "../draftDesk";

type Scheme = Draft["scheme"];

/** A part of the draft that a tap opens. */
export type Row = Readonly<{
  id: string;
  title: string;
  note: string;
  /** What contradicts in it; "" for nothing. */
  flaw: string;
  url: string;
}>;

/** Parts of one kind; the last row is for one more. */
export type Section = Readonly<{
  title: string;
  rows: readonly Row[];
  add: string;
  addUrl: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  title: string;
  status: string;
  drafted: boolean;
  /** Said as long as the draft cannot be published. */
  flaws: string;
  general: Row;
  /** The rules, a section for each category. */
  groups: readonly Readonly<Section & { head: Row }>[];
  /** Rules whose category is gone. */
  lost: readonly Row[];
  addCategory: string;
  others: readonly Section[];
  changes: string;
}>;

export type View = Loading | Failed | Ready;

export function toView(draft: Draft): Ready {
  const { scheme, drafted, flaws } = draft;
  const known = new Set(scheme.categories.map(({ id }) => id));
  const rules = ruleRows(draft);
  return {
    kind: "ready",
    title: scheme.title,
    status: statusText(draft),
    drafted,
    flaws: flaws.length > 0 ? `有${flaws.length}处自相矛盾，标在下面，改好了才能发布。` : "",
    general: {
      ...{ id: "general", title: "名称、起评分、等次、总封顶" },
      note: scaleTexts(scheme).join("") || "各条的分加起来，不封顶，不分等次",
      flaw: [...flawsBelow(draft, "scale"), ...flawsBelow(draft, "caps")].join("；"),
      url: urlOf("general"),
    },
    groups: scheme.categories.map((category, index) => ({
      title: category.title,
      head: {
        ...{ id: category.id, title: "这一类的名称和封顶", note: categoryNote(category) },
        flaw: flawsBelow(draft, `categories.${index}`).join("；"),
        url: urlOf("category", category.id),
      },
      rows: rules.filter((rule) => rule.category === category.id),
      ...{ add: "加一条", addUrl: `${urlOf("rule")}&category=${category.id}` },
    })),
    lost: rules.filter(({ category }) => !known.has(category)),
    addCategory: urlOf("category"),
    others: othersOf(draft),
    changes: `改了${draft.differences.length}处`,
  };
}

const urlOf = (kind: string, id = ""): string =>
  `/packages/committee/part/index?kind=${kind}&id=${id}`;

function statusText({ drafted, changedBy, changedOn, latest, differences }: Draft): string {
  const version = `第${latest.version}版（${fullDayText(latest.effectiveFrom)}起）`;
  if (!drafted) return `这是${version}。点哪一条就改哪一条，改动先放进草稿，发布以后才算数。`;
  const who = changedBy && changedOn ? `，${changedBy}${dayText(changedOn)}改过` : "";
  return `草稿${who}，比${version}改了${differences.length}处，发布以后才算数。`;
}

const ruleRows = (draft: Draft): Readonly<Row & { category: string }>[] =>
  draft.scheme.rules.map((rule, index) => ({
    ...{ id: rule.id, category: rule.category, title: rule.title },
    note: [gradesText(rule.grades), ...rule.caps.map(capText), approverText[rule.approver]].join(
      "；",
    ),
    flaw: flawsBelow(draft, `rules.${index}`).join("；"),
    url: urlOf("rule", rule.id),
  }));

const categoryNote = ({ caps, pool, highestPerDeed }: Scheme["categories"][number]): string =>
  [
    ...(pool === undefined ? [] : [`扣分池${pointsText(pool)}分`]),
    ...caps.map(capText),
    ...(highestPerDeed ? ["同一件事只计最高的一项"] : []),
  ].join("；") || "不封顶";

function othersOf(draft: Draft): Section[] {
  const { meetings, classes, exemptions } = draft.scheme;
  const section = (
    list: string,
    kind: string,
    words: Readonly<{ title: string; add: string }>,
    items: ReadonlyArray<Readonly<{ id: string; title: string; note: string }>>,
  ): Section => ({
    ...{ ...words, addUrl: urlOf(kind) },
    rows: items.map((item, index) => ({
      ...item,
      flaw: flawsBelow(draft, `${list}.${index}`).join("；"),
      url: urlOf(kind, item.id),
    })),
  });
  return [
    section(
      ...(["meetings", "meeting", { title: "会议和活动", add: "加一种" }] as const),
      meetings.map(({ id, title, every }) => ({
        ...{ id, title, note: every ? `${eachPeriod[every]}一次` : "不定期" },
      })),
    ),
    section(
      ...(["classes", "class", { title: "党员类别和要求", add: "加一类" }] as const),
      classes.map(({ id, title, expects }) => ({
        ...{ id, title, note: expects.length > 0 ? `${expects.length}个要求` : "没有固定要求" },
      })),
    ),
    section(
      ...(["exemptions", "exemption", { title: "免考", add: "加一种" }] as const),
      exemptions.map(({ id, title, appraised }) => ({
        ...{ id, title, note: appraised ? "照常评等次" : "不评等次" },
      })),
    ),
  ];
}

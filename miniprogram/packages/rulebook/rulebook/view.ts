import type { Api } from "../../../../core/api.ts";
import type { Category, Meeting, Rule, Scheme } from "../../../../core/rulebook/scheme.ts";
import type { Failed, Loading } from "../../../services/load";
import { fullDayText } from "../../../texts/days";
import { pointsText } from "../../../texts/points";
import {
  approverText,
  capText,
  eachPeriod,
  gradeText,
  quotedTitles,
  scaleTexts,
  titleOf,
} from "../../../texts/rules";
import { matches } from "./search";

export type Reply = Api["getRulebook"]["output"];

export type RuleView = Readonly<{
  id: string;
  title: string;
  clause: string;
  grades: readonly Readonly<{ id: string; title: string; points: string }>[];
  /** Caps, days and the like: what limits it. */
  limits: string;
  approver: string;
  example: string;
  /** Where the number is not the village's own. */
  origin: string;
}>;

export type GroupView = Readonly<{
  id: string;
  title: string;
  note: string;
  rules: readonly RuleView[];
}>;

type Line = Readonly<{ title: string; note: string }>;

export type Ready = Readonly<{
  kind: "ready";
  title: string;
  version: string;
  /** The day whose version is shown. */
  day: string;
  scale: readonly string[];
  groups: readonly GroupView[];
  /** What else the rulebook says, each under its heading; none while something is searched. */
  others: readonly Readonly<{ title: string; lines: readonly Line[] }>[];
  /** Said when nothing was found. */
  nothing: string;
}>;

export type View = Loading | Failed | Ready;

/** @param typed what is searched */
export function toView(reply: Reply, day: string, typed: string): Ready {
  const { title, version, effectiveFrom } = reply;
  const groups = groupsOf(reply, typed);
  const isSearch = typed.trim() !== "";
  return {
    kind: "ready",
    title,
    version: `第${version}版，${fullDayText(effectiveFrom)}起`,
    day,
    scale: isSearch ? [] : scaleTexts(reply),
    groups,
    others: isSearch ? [] : othersOf(reply),
    nothing: groups.length > 0 ? "" : `没有找到“${typed.trim()}”，换个说法试试，比如“打扫”“开会”。`,
  };
}

function groupsOf(scheme: Scheme, typed: string): GroupView[] {
  const found = matches(
    scheme.rules.map((rule) => wordsOf(rule, scheme)),
    typed,
  );
  const rules = scheme.rules.filter((_, index) => found[index]);
  return scheme.categories
    .map((category) => ({
      id: category.id,
      title: category.title,
      note: categoryNote(category, scheme),
      rules: rules
        .filter((rule) => rule.category === category.id)
        .map((rule) => ruleView(rule, scheme)),
    }))
    .filter((group) => group.rules.length > 0);
}

/** Everything by which somebody may look for it. */
const wordsOf = (
  { title, clause, hint, example, grades, category }: Rule,
  scheme: Scheme,
): string =>
  [title, clause, hint, example, ...grades.map((grade) => grade.title)]
    .concat(titleOf(category, scheme.categories))
    .join(" ");

const categoryNote = ({ caps, pool, highestPerDeed }: Category, { scale }: Scheme): string =>
  [
    ...(pool === undefined
      ? []
      : [`${eachPeriod[scale.per]}先有${pointsText(pool)}分，只扣不加，扣完为止`]),
    ...(caps.length > 0 ? [`这一类${caps.map(capText).join("，")}`] : []),
    ...(highestPerDeed ? ["同一件事只计最高的一项"] : []),
  ].join("；");

const ruleView = (rule: Rule, scheme: Scheme): RuleView => ({
  id: rule.id,
  title: rule.title,
  clause: rule.clause,
  grades: rule.grades.map(({ id, title, points }) => ({ id, title, points: pointsText(points) })),
  limits: limitsText(rule, scheme),
  approver: approverText[rule.approver],
  example: rule.example === "" ? "" : `例：${rule.example}`,
  origin: rule.origin === "default" ? "默认分值，村里可改" : "",
});

function limitsText(rule: Rule, { classes, scale }: Scheme): string {
  const { unit, caps, onlyOncePer, from, until, veto } = rule;
  return [
    ...(unit === "" ? [] : [`按${unit}计分`]),
    ...caps.map(capText),
    ...(onlyOncePer ? [`${eachPeriod[onlyOncePer]}只计一次`] : []),
    ...(from ? [`${fullDayText(from)}起`] : []),
    ...(until ? [`到${fullDayText(until)}为止`] : []),
    ...(rule.classes.length > 0 ? [`只对${quotedTitles(rule.classes, classes)}`] : []),
    ...(veto ? [`一票否决，定为${titleOf(veto, scale.bands)}`] : []),
    ...(rule.honour ? ["要写明级别、名称，可以附证书照片"] : []),
  ].join("；");
}

function othersOf(scheme: Scheme): Ready["others"] {
  const { meetings, classes, exemptions, categories } = scheme;
  const sections = [
    {
      title: "多久开一次会",
      lines: meetings.map((one) => ({ title: one.title, note: meetingNote(one, scheme) })),
    },
    {
      title: "对各类党员的要求",
      lines: classes.map(({ title, expects }) => ({
        title,
        note: expects.map((one) => expectationText(one)).join("；") || "没有固定要求",
      })),
    },
    {
      title: "免考",
      lines: exemptions.map((one) => ({
        title: one.title,
        note: [
          ...(one.categories.length > 0
            ? [`${quotedTitles(one.categories, categories)}类不扣分`]
            : []),
          one.appraised ? "照常评等次" : "不评等次",
        ].join("；"),
      })),
    },
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function meetingNote(
  { every, ruleId, gradeId, absence, late }: Meeting,
  { rules }: Scheme,
): string {
  const pointsOf = (named: Readonly<{ ruleId: string; gradeId: string }>): string => {
    const grades = rules.find(({ id }) => id === named.ruleId)?.grades ?? [];
    return gradeText(grades.find(({ id }) => id === named.gradeId)?.points ?? 0);
  };
  return [
    every ? `${eachPeriod[every]}一次` : "不定期",
    `参加一次${pointsOf({ ruleId, gradeId })}`,
    ...(absence ? [`没请假不来${pointsOf(absence)}`] : []),
    ...(late ? [`迟到${late.afterMinutes}分钟以上${pointsOf(late)}`] : []),
  ].join("，");
}

function expectationText({
  title,
  per,
  times,
  points,
}: Scheme["classes"][number]["expects"][number]): string {
  const least = [
    ...(times === undefined ? [] : [`至少${times}次`]),
    ...(points === undefined ? [] : [`至少${pointsText(points)}分`]),
  ];
  return `${title}${eachPeriod[per]}${least.join("、")}`;
}

/** The card in a chat; whoever opens it sees this village's rules. */
export const shareCard = (view: View, villageId: string) => ({
  title: view.kind === "ready" ? `《${view.title}》做什么记几分` : "积分细则",
  path: `/packages/rulebook/rulebook/index?village=${villageId}`,
});

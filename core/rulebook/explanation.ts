import { type Points, pointsText } from "../kernel/points.ts";
import type { Period } from "./scheme.ts";

/** A cap that took something from a line: what it allows, what was used before, what it left. */
export type Limit = Readonly<{
  of: "rule" | "category" | "total";
  title: string;
  per: Period;
  side: "gains" | "losses";
  most: Points;
  used: Points;
  left: Points;
}>;

/** Why a line counts what it does: all that was looked at, and the same in one plain sentence. */
export type Explanation = Readonly<{
  rulebookId: string;
  rulebookVersion: number;
  rulebookTitle: string;
  clause: string;
  ruleTitle: string;
  /** The id of the rule's category in that version. */
  category: string;
  gradeId: string;
  gradeTitle: string;
  quantity: number;
  unit: string;
  /** The grade's points times the quantity, before any cap; signed. */
  base: Points;
  /** What other honours for the same deed had counted already, where only the highest counts. */
  highestBefore: Points;
  /** The caps that took something, from the narrowest to the widest. */
  limits: readonly Limit[];
  /** The period's sum with this line, and what it counts as, where the scale ends before it. */
  clamp?: Readonly<{ per: "quarter" | "year"; reached: Points; result: Points }>;
  points: Points;
  sentence: string;
}>;

/**
 * 按《细则》第2版第二条“环境卫生”，按要求完成一次，计2分。
 * 按《细则》第2版第二条“环境卫生”，按要求完成一次，应计2分；这一条每月最多计5分，当月已计4分，这次计1分。
 */
export function sentenceOf(why: Omit<Explanation, "sentence">): string {
  const { rulebookTitle, rulebookVersion, clause, ruleTitle, base, points } = why;
  const rule = `按《${rulebookTitle}》第${rulebookVersion}版${clause}“${ruleTitle}”`;
  const reasons = [
    ...(why.highestBefore > 0 ? [highestText(why.highestBefore)] : []),
    ...why.limits.map(limitText),
  ];
  const result =
    reasons.length === 0
      ? countText(base)
      : `应${countText(base)}；${[...reasons, outcomeText(base, points)].join("，")}`;
  return `${rule}，${gradeText(why)}，${result}。${why.clamp ? clampText(why.clamp) : ""}`;
}

/** “按要求完成一次”, or, where one fact can be several, “每小时计1分，共3小时”. */
const gradeText = ({
  gradeTitle,
  unit,
  quantity,
  base,
}: Pick<Explanation, "gradeTitle" | "unit" | "quantity" | "base">): string =>
  unit === "" ? gradeTitle : `${gradeTitle}${countText(base / quantity)}，共${quantity}${unit}`;

function countText(points: Points): string {
  if (points === 0) return "不计分";
  return points < 0 ? `扣${pointsText(-points)}分` : `计${pointsText(points)}分`;
}

function outcomeText(base: Points, points: Points): string {
  if (points === 0) return base < 0 ? "这次不再扣分" : "这次不再计分";
  return `这次${countText(points)}`;
}

const highestText = (before: Points): string =>
  `同一件事只计最高的一项，前面已计${pointsText(before)}分`;

const eachPeriod: Readonly<Record<Period, string>> = {
  event: "每次",
  day: "每天",
  month: "每月",
  quarter: "每季度",
  year: "全年",
};

const thisPeriod: Readonly<Record<Period, string>> = {
  event: "前面",
  day: "当天",
  month: "当月",
  quarter: "当季",
  year: "当年",
};

function limitText({ of, title, per, side, most, used }: Limit): string {
  const verb = side === "gains" ? "计" : "扣";
  const scope = { rule: "这一条", category: `“${title}”类`, total: "各条加起来" }[of];
  const before = used > 0 ? `，${thisPeriod[per]}已${verb}${pointsText(used)}分` : "";
  return `${scope}${eachPeriod[per]}最多${verb}${pointsText(most)}分${before}`;
}

const clampText = ({ per, reached, result }: NonNullable<Explanation["clamp"]>): string =>
  `${thisPeriod[per]}共${reached < 0 ? "负" : ""}${pointsText(Math.abs(reached))}分，` +
  `${reached > result ? "最高" : "最低"}按${pointsText(result)}分算。`;

import type { Cap, Period, Rule, Scheme } from "../../core/rulebook/scheme.ts";
import { pointsText } from "./points";

/** What a rulebook says, in the words of everybody: the same on every page. */

export const eachPeriod: Readonly<Record<Period, string>> = {
  event: "每次",
  day: "每天",
  month: "每月",
  quarter: "每季度",
  year: "每年",
};

export const approverText: Readonly<Record<Rule["approver"], string>> = {
  secretary: "由支部书记审核",
  committee: "由党委审核",
};

/** "2.5分", "扣0.5分", "不计分" */
export function gradeText(points: number): string {
  if (points === 0) return "不计分";
  return points < 0 ? `扣${pointsText(-points)}分` : `${pointsText(points)}分`;
}

/** "每月最多6分", "每季度最多扣10分" */
export const capText = ({ per, of, most }: Cap): string =>
  `${eachPeriod[per]}最多${of === "losses" ? "扣" : ""}${pointsText(most)}分`;

/** "3分", or where there are several "按要求完成一次2分，为整治作出重大贡献3分" */
export function gradesText(grades: Rule["grades"]): string {
  const [only] = grades;
  if (only && grades.length === 1) return gradeText(only.points);
  return grades.map(({ title, points }) => `${title}${gradeText(points)}`).join("，");
}

type Titled = ReadonlyArray<Readonly<{ id: string; title: string }>>;

/** The title, or "" of what is not there. */
export const titleOf = (id: string, among: Titled): string =>
  among.find((one) => one.id === id)?.title ?? "";

/** “组织生活”、“荣誉” */
export const quotedTitles = (ids: readonly string[], among: Titled): string =>
  ids.map((id) => `“${titleOf(id, among)}”`).join("、");

/** What everybody begins with, the ends of the scale and the lines of the bands: a sentence each. */
export const scaleTexts = (scheme: Scheme): string[] => [
  ...startTexts(scheme),
  ...bandTexts(scheme.scale),
  ...(scheme.caps.length > 0 ? [`各条加起来，${scheme.caps.map(capText).join("，")}。`] : []),
];

function startTexts({ scale, categories }: Scheme): string[] {
  const { per, year, base, least, most } = scale;
  const start = categories.reduce((sum, { pool = 0 }) => sum + pool, base);
  if (start === 0 && least === undefined && most === undefined && per === "year") return [];
  const ends = [
    `${eachPeriod[per]}从${pointsText(start)}分算起`,
    ...(most === undefined ? [] : [`最高${pointsText(most)}分`]),
    ...(least === undefined ? [] : [`最低${pointsText(least)}分`]),
  ].join("，");
  const whole = year === "mean" ? "全年取四个季度的平均" : "全年是四个季度相加";
  return [per === "quarter" ? `${ends}；${whole}。` : `${ends}。`];
}

/** “90分起优秀，80分起良好，60分起合格，不到60分不合格。” */
function bandTexts({ bands, least = 0 }: Scheme["scale"]): string[] {
  if (bands.length === 0) return [];
  const lines = bands.map(({ title, from }, index) => {
    const above = bands[index - 1];
    const isRest = above !== undefined && index === bands.length - 1 && from <= least;
    return isRest ? `不到${pointsText(above.from)}分${title}` : `${pointsText(from)}分起${title}`;
  });
  return [`${lines.join("，")}。`];
}

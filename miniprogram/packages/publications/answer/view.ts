import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";
import { pointsText, signedPointsText } from "../../../texts/points";
import { type ObjectionView, objectionView } from "../objection";

type Reply = Api["getObjection"]["output"];
type Line = Reply["lines"][number];

/** As the village has it; the server refuses more. */
export const answerMost = 200;

export type LineView = Readonly<{
  entryId: string;
  title: string;
  about: string;
  why: string;
  points: string;
  /** "" when it can be undone; otherwise why not. */
  fixed: string;
  chosen: boolean;
}>;

export type Ready = ObjectionView &
  Readonly<{
    kind: "ready";
    lines: readonly LineView[];
    mayAnswer: boolean;
    /** Why this person may not, or who has answered; "" when they may. */
    closed: string;
  }>;

/** @param chosen the lines that are to be undone, by id */
export const toView = (reply: Reply, chosen: readonly string[]): Ready => ({
  ...objectionView(reply),
  kind: "ready",
  lines: reply.lines.map((line) => lineView(line, chosen)),
  mayAnswer: reply.may.answer,
  closed: closedText(reply),
});

const lineView = (line: Line, chosen: readonly string[]): LineView => ({
  entryId: line.entryId,
  title: `第${line.seq}行 ${line.rule}`,
  about: `${dayText(line.occurredOn)}，${line.approvers.join("、")}审核`,
  why: line.why,
  points: signedPointsText(line.points),
  fixed: line.reversible ? "" : "这一行不能再撤销",
  chosen: chosen.includes(line.entryId),
});

function closedText({ may, status, answeredBy }: Reply): string {
  if (may.answer) return "";
  if (status === "answered") return answeredBy ? `由${answeredBy}答复` : "已经答复";
  return may.hindrance ? `${may.hindrance}，请另一位党委成员答复。` : "这条异议不由您答复";
}

/** With a line more, or without it. */
export const toggled = (chosen: readonly string[], entryId: string): string[] =>
  chosen.includes(entryId) ? chosen.filter((id) => id !== entryId) : [...chosen, entryId];

/** The question before an objection is upheld. */
export function upholdQuestion({ lines, member }: Ready, reply: Reply): string {
  const undone = lines.filter(({ chosen }) => chosen).map(({ entryId }) => entryId);
  if (undone.length === 0) return "没有选要撤销的行：只答复，积分不变。";
  const points = reply.lines
    .filter(({ entryId }) => undone.includes(entryId))
    .reduce((sum, line) => sum + line.points, 0);
  const change = points < 0 ? `加回${pointsText(-points)}分` : `减${pointsText(points)}分`;
  return `撤销${member}的${undone.length}行，${change}。两行都留在一本通上，不能再改。`;
}

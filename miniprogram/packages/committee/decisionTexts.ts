import type { Api } from "../../../core/api.ts";
import { pointsText } from "../../texts/points";

type Row = Api["listDecisions"]["output"]["rows"][number];

export type Tag = Readonly<{ text: string; tone: "waiting" | "good" | "returned" | "quiet" }>;

const tags: Readonly<Record<Row["status"], Tag>> = {
  proposed: { text: "等另一位确认", tone: "quiet" },
  confirmed: { text: "已记账", tone: "good" },
  rejected: { text: "没有同意", tone: "returned" },
  withdrawn: { text: "已撤回", tone: "quiet" },
};

/** How a decision stands, as the reader is concerned. */
export const tagOf = ({ status, waits }: Pick<Row, "status" | "waits">): Tag =>
  waits ? { text: "等您确认", tone: "waiting" } : tags[status];

/** "扣2分", "加10分", "不计分" */
export function changeText(points: number): string {
  if (points === 0) return "不计分";
  return points < 0 ? `扣${pointsText(-points)}分` : `加${pointsText(points)}分`;
}

/** What a decision does: "扣2分", "一票否决" */
export function amountText({
  base,
  points,
  isVeto,
}: Pick<Row, "base" | "isVeto"> & Readonly<{ points?: number | undefined }>): string {
  const counted = points ?? base;
  if (isVeto) return counted === 0 ? "一票否决" : `一票否决，${changeText(counted)}`;
  return changeText(counted);
}

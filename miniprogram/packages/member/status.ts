import type { Api } from "../../../core/api.ts";
import { signedPointsText } from "../../texts/points";

type Submission = Pick<Api["getSubmission"]["output"], "status" | "points">;

/** How a submission stands, in words and with a mark; the colour only repeats them. */
export type StatusView = Readonly<{
  status: string;
  tone: "waiting" | "good" | "returned" | "quiet";
}>;

const plain = {
  pending: { status: "○ 等审核", tone: "waiting" },
  returned: { status: "! 已退回", tone: "returned" },
  withdrawn: { status: "— 已撤回", tone: "quiet" },
} as const;

/** An approved one says what it brought to whoever reads: "✓ 已通过 +2分"; nothing where it brought no line. */
export function statusView({ status, points }: Submission): StatusView {
  if (status !== "approved") return plain[status];
  const brought = points === undefined ? "" : ` ${signedPointsText(points)}分`;
  return { status: `✓ 已通过${brought}`, tone: "good" };
}

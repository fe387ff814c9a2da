import type { Api } from "../../../../core/api.ts";
import type { Draft } from "../../../services/draft";
import { dayText } from "../../../texts/days";
import { type StatusView, statusView } from "../status";

type Reply = Api["listMySubmissions"]["output"];

export type RowView = StatusView &
  Readonly<{ id: string; rule: string; about: string; text: string; reason: string }>;

/** A draft of this phone that the village does not have yet. */
export type LocalView = Readonly<{
  submissionId: string;
  /** Where it is written on. */
  address: string;
  rule: string;
  text: string;
  status: string;
  tone: "waiting" | "returned" | "quiet";
  action: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  rows: readonly RowView[];
  more: boolean;
}>;

/** @param rows all rows that have been asked for so far, the newest first */
export const toView = (rows: Reply["rows"], more: boolean): Ready => ({
  kind: "ready",
  rows: rows.map(rowView),
  more,
});

const rowView = (row: Reply["rows"][number]): RowView => ({
  ...statusView(row),
  id: row.id,
  rule: row.rule,
  about: `${dayText(row.workedOn)}${row.photos > 0 ? ` · ${row.photos}张照片` : ""}`,
  text: row.text,
  reason: row.reason ? `退回原因：${row.reason}` : "",
});

/** Those that need the person first. */
export const localViews = (drafts: readonly Draft[]): LocalView[] =>
  [...drafts].sort((one, other) => order[one.state] - order[other.state]).map(localView);

const order = { refused: 0, waiting: 1, writing: 2 };

const localView = (draft: Draft): LocalView => ({
  submissionId: draft.submissionId,
  address:
    `/packages/member/submit/index?submissionId=${draft.submissionId}` +
    (draft.operation === "resubmitDuty" ? "&resubmit=1" : ""),
  rule: draft.ruleTitle || "还没选哪一类",
  text: draft.text || "还没写内容",
  ...stateView(draft),
});

function stateView(draft: Draft): Pick<LocalView, "status" | "tone" | "action"> {
  switch (draft.state) {
    case "refused":
      return { status: `! 没有交上去：${draft.message}`, tone: "returned", action: "去修改" };
    case "waiting":
      return { status: "○ 有信号时自动发送", tone: "waiting", action: "改一改" };
    case "writing":
      return { status: "— 没写完，还没交", tone: "quiet", action: "继续写" };
  }
}

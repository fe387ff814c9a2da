import type { Api } from "../../../../core/api.ts";
import type { Draft } from "../../../services/draft";
import { dayText } from "../../../texts/days";
import { type StatusView, statusView } from "../status";

type Reply = Api["listMySubmissions"]["output"];
type Row = Reply["rows"][number];

export type RowView = StatusView &
  Readonly<{
    id: string;
    rule: string;
    /** Whose it is and who wrote it, where that is not oneself; "" otherwise. */
    whose: string;
    about: string;
    text: string;
    reason: string;
  }>;

/** A draft of this phone that the village does not have yet. */
export type LocalView = Readonly<{
  submissionId: string;
  /** Where it is written on. */
  address: string;
  rule: string;
  whose: string;
  text: string;
  status: string;
  tone: "waiting" | "returned" | "quiet";
  action: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  /** What one is still to say yes or no to. */
  asked: readonly RowView[];
  askedTitle: string;
  rows: readonly RowView[];
  more: boolean;
}>;

/** @param rows all rows that have been asked for so far, the newest first */
export const toView = (asked: Reply["asked"], rows: Reply["rows"], more: boolean): Ready => ({
  kind: "ready",
  asked: asked.map(rowView),
  askedTitle: `有${asked.length}件事请您确认`,
  rows: rows.filter((row) => !asked.some(({ id }) => id === row.id)).map(rowView),
  more,
});

const rowView = (row: Row): RowView => ({
  ...statusView(row),
  id: row.id,
  rule: row.rule,
  whose: whoseText(row),
  about: `${dayText(row.workedOn)}${row.photos > 0 ? ` · ${row.photos}张照片` : ""}`,
  text: row.text || (row.honour ?? ""),
  reason: row.reason ? `退回原因：${row.reason}` : "",
});

function whoseText({ part, member, recorder }: Row): string {
  if (part === "recorder") return `替${member}报的`;
  if (part === "participant") return `${member}报的，写了您一起参加`;
  return recorder ? `${recorder}替您报的` : "";
}

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
  whose: draft.behalf ? `替${draft.behalf.name}报的` : "",
  text: draft.text || draft.honour?.title || "还没写内容",
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

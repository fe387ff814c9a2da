import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";
import { amountText, type Tag, tagOf } from "../decisionTexts";

type Row = Api["listDecisions"]["output"]["rows"][number];

export type RowView = Readonly<{
  id: string;
  member: string;
  rule: string;
  amount: string;
  reason: string;
  /** "张三5月20日提出" */
  about: string;
  tag: Tag;
}>;

export type Ready = Readonly<{ kind: "ready"; rows: readonly RowView[]; more: boolean }>;

/** @param rows all rows that have been asked for so far: the open ones first, then the newest */
export const toView = (rows: readonly Row[], more: boolean): Ready => ({
  kind: "ready",
  rows: rows.map((row) => ({
    ...{ id: row.id, member: row.member, rule: row.rule, reason: row.reason },
    amount: amountText(row),
    about: `${row.proposedBy}${dayText(row.proposedOn)}提出`,
    tag: tagOf(row),
  })),
  more,
});

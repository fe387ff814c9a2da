import type { Api } from "../../../../core/api.ts";
import { dayText, fullDayText } from "../../../texts/days";
import { pointsText } from "../../../texts/points";
import { type StatusView, statusView } from "../status";

type Reply = Api["listPublications"]["output"];
type Due = NonNullable<Reply["due"]>[number];

export type RowView = StatusView &
  Readonly<{ id: string; title: string; about: string; members: string; points: string }>;

/** A period that the committee can publish today. */
export type DueView = Pick<Due, "year" | "part" | "title"> &
  Readonly<{
    about: string;
    action: string;
    /** The question before its days are closed. */
    question: string;
  }>;

export type Ready = Readonly<{
  kind: "ready";
  publishes: boolean;
  due: readonly DueView[];
  rows: readonly RowView[];
  more: boolean;
}>;

/** @param rows all rows that have been asked for so far, the newest first */
export const toView = (reply: Reply, rows: Reply["rows"]): Ready => ({
  kind: "ready",
  publishes: reply.due !== undefined,
  due: (reply.due ?? []).map(dueView),
  rows: rows.map((row) => rowView(row, reply.today)),
  more: reply.more,
});

const rowView = (row: Reply["rows"][number], today: string): RowView => ({
  ...statusView(row, today),
  id: row.id,
  title: row.title,
  about:
    row.status === "open"
      ? `${dayText(row.publishedOn)}公示，到${dayText(row.objectionsUntil)}可以提异议`
      : `${fullDayText(row.publishedOn)}公示`,
  members: `${row.members}名党员`,
  points: pointsText(row.points),
});

function dueView({ year, part, title, until, begun }: Due): DueView {
  const closing = `公示以后，${fullDayText(until)}和以前的积分就定下来了：再补记的，算到后面的时段。`;
  return {
    ...{ year, part, title },
    about: begun ? "上次没有做完，点一下接着做" : `到${dayText(until)}为止`,
    action: begun ? "接着公示" : "公示",
    question: `${closing}不能撤回。`,
  };
}

/** While a big village's list is written. */
export const progressText = (left: number): string => (left > 0 ? `还有${left}人` : "正在公示");

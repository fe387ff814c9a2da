import type { Api } from "../../../../core/api.ts";
import { timeAt } from "../../../texts/when";
import { type AttendanceStatus, attendanceTags, type Tag } from "../statuses";

type Reply = Api["getActivity"]["output"];
type Row = NonNullable<Reply["roll"]>["rows"][number];

export type RollRowView = Readonly<{
  memberId: string;
  name: string;
  /** When and how they came, or why they cannot; "" when nothing is known. */
  text: string;
  /** What their group does not say already. */
  tag?: Tag;
  /** Their request is this person's to answer. */
  answers: boolean;
}>;

/** Those who stand alike, so that the roll is read as a whole. */
export type Group = Readonly<{
  title: string;
  rows: readonly RollRowView[];
  /** Whether its people can be ticked. */
  ticks: boolean;
}>;

const groups: ReadonlyArray<readonly [title: string, ...statuses: AttendanceStatus[]]> = [
  ["请假，等您答复", "leaveAsked"],
  ["没到", "expected", "leaveRefused"],
  ["到了", "present"],
  ["缺席", "absent"],
  ["准了假", "leaveGranted"],
];

export const groupsOf = (
  rows: readonly Row[],
  may: Pick<Reply["may"], "answerLeave" | "markRoll">,
  status: Reply["status"],
): Group[] =>
  groups.flatMap(([title, ...statuses]) => {
    const some = rows.filter((row) => statuses.includes(row.status));
    if (some.length === 0) return [];
    const isUnanswered = title === "请假，等您答复" && !may.answerLeave;
    return [
      {
        title: `${isUnanswered ? "请了假，没有答复" : title} · ${some.length}人`,
        rows: some.map((row) => rowView(row, may, status)),
        ticks: may.markRoll,
      },
    ];
  });

function rowView(
  row: Row,
  { answerLeave }: Pick<Reply["may"], "answerLeave">,
  status: Reply["status"],
): RollRowView {
  const tag = tagOf(row);
  return {
    memberId: row.memberId,
    name: row.own ? `${row.name}（您自己）` : row.name,
    text: textOf(row, status),
    ...(tag ? { tag } : {}),
    answers: answerLeave && row.status === "leaveAsked" && !row.own,
  };
}

function tagOf(row: Row): Tag | undefined {
  if (row.late) return { text: "! 迟到", tone: "waiting" };
  return row.status === "leaveRefused" ? attendanceTags.leaveRefused : undefined;
}

const howText = { code: "扫码", scanned: "出示码", roll: "名册上记的" } as const;

function textOf(row: Row, status: Reply["status"]): string {
  const parts = [
    ...(row.how === "roll" ? [howText.roll] : []),
    ...(row.how && row.how !== "roll" && row.at ? [`${timeAt(row.at)}${howText[row.how]}`] : []),
    ...(row.reason ? [row.reason] : []),
    ...(row.answer ? [`答复：${row.answer}`] : []),
    ...(row.refused ? [`没有记分：${row.refused}`] : []),
    ...(row.waiting && status === "closed" ? ["分等另一位确认"] : []),
    ...(row.status === "leaveAsked" && row.own ? ["要另一位来答复"] : []),
  ];
  return parts.join("；");
}

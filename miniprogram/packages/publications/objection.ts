import type { Api } from "../../../core/api.ts";
import { dayText } from "../../texts/days";

type Row = Api["listMyObjections"]["output"]["rows"][number];

/** An objection as both lists show it. */
export type ObjectionView = Readonly<{
  id: string;
  about: string;
  member: string;
  /** "一位村民", "一位党员" or "本人": nobody is told more. */
  by: string;
  reason: string;
  status: string;
  tone: "waiting" | "returned" | "good" | "quiet";
  when: string;
  /** "" while it is waited for. */
  answer: string;
}>;

const objectors: Record<Row["by"], string> = {
  self: "本人",
  member: "一位党员",
  villager: "一位村民",
};

export const objectionView = (row: Row): ObjectionView => ({
  ...{ id: row.id, about: row.about, member: row.member, by: objectors[row.by] },
  reason: row.reason,
  answer: row.answer ?? "",
  ...statusOf(row),
});

function statusOf(row: Row): Pick<ObjectionView, "status" | "tone" | "when"> {
  const raised = `${dayText(row.raisedOn)}提出`;
  if (row.status === "answered" && row.answeredOn) {
    const when = `${raised}，${dayText(row.answeredOn)}答复`;
    return row.outcome === "upheld"
      ? { status: "成立", tone: "good", when }
      : { status: "不成立", tone: "quiet", when };
  }
  const by = dayText(row.answerBy);
  return row.overdue
    ? { status: "超期未答复", tone: "returned", when: `${raised}，应在${by}前答复` }
    : { status: "等答复", tone: "waiting", when: `${raised}，${by}前答复` };
}

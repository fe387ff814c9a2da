import type { Api } from "../../../../core/api.ts";
import { dayText, fullDayText } from "../../../texts/days";
import { pointsText, signedPointsText } from "../../../texts/points";
import { together } from "../../../texts/together";
import type { About } from "./draft";

type Publication = Api["getPublication"]["output"];
type Passbook = Api["getPassbook"]["output"];

/** As the village has it; the server refuses more. */
export const reasonMost = 500;

/** What the objection is to. */
export type Ready = Readonly<{
  kind: "ready";
  title: string;
  name: string;
  note: string;
  points: string;
  placeholder: string;
  /** What is told of whoever objects. */
  told: string;
}>;

export type Closed = Readonly<{ kind: "closed"; sentence: string }>;
export type Done = Readonly<{ kind: "done"; sentence: string }>;

export type Query = Readonly<
  Partial<Record<"publicationId" | "order" | "entryId" | "seq" | "year", string>>
>;

/** @returns undefined for a link that names nothing */
export function aboutOf({ publicationId, order, entryId }: Query): About | undefined {
  if (entryId) return { kind: "line", entryId };
  return publicationId ? { kind: "row", publicationId, order: Number(order) } : undefined;
}

/** @param publication asked for so that its first row is the one */
export function rowView(publication: Publication): Ready | Closed {
  const [row] = publication.rows;
  if (!row) return { kind: "closed", sentence: "名单里没有这一行" };
  if (publication.status === "final") {
    const last = fullDayText(publication.objectionsUntil);
    return { kind: "closed", sentence: `公示期到${last}为止，已经过了，不能再提异议。` };
  }
  return {
    kind: "ready",
    title: `${publication.title}公示`,
    name: row.name,
    note: together(row.branch, row.grid),
    points: pointsText(row.score),
    placeholder: "哪里不对、您知道的是怎样的",
    told: "您的名字不公开，也不告诉党委：他们只看到是村民还是党员提的。",
  };
}

/** @param passbook asked for so that its first line is the one */
export function lineView({ year, entries: [line] }: Passbook): Ready | Closed {
  if (!line) return { kind: "closed", sentence: "一本通里没有这一行" };
  return {
    kind: "ready",
    title: `${year}年一本通第${line.seq}行`,
    name: line.rule,
    note: together(dayText(line.occurredOn), line.approver),
    points: signedPointsText(line.points),
    placeholder: "哪里记错了、应该是怎样的",
    told: "只有党委看得到，他们知道是您本人提的。",
  };
}

export const doneView = ({ answerBy }: Api["raiseObjection"]["output"]): Done => ({
  kind: "done",
  sentence: `党委会在${fullDayText(answerBy)}前答复，答复在“我的异议”里看。`,
});

export const countText = (reason: string): string => `${[...reason].length}/${reasonMost}`;

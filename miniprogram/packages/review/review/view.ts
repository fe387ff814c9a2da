import type { Api } from "../../../../core/api.ts";
import { fullDayText } from "../../../texts/days";
import { pointsText, signedPointsText } from "../../../texts/points";

type Reply = Api["getSubmission"]["output"];
type Decided = Api["reviewSubmission"]["output"];
type Queue = Api["getReviewQueue"]["output"];

export type GradeView = Readonly<{
  id: string;
  title: string;
  points: string;
  /** The question before it is recorded. */
  question: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  id: string;
  member: string;
  branch: string;
  rule: string;
  clause: string;
  workedOn: string;
  submittedOn: string;
  text: string;
  photos: readonly string[];
  /** Empty when this person has nothing to decide here. */
  grades: readonly GradeView[];
  mayReview: boolean;
  /** Why there is nothing to decide; "" when there is. */
  closed: string;
}>;

export const toView = (reply: Reply): Ready => ({
  kind: "ready",
  id: reply.id,
  member: reply.member,
  branch: reply.branch,
  rule: reply.rule,
  clause: `积分细则${reply.clause}`,
  workedOn: fullDayText(reply.workedOn),
  submittedOn: fullDayText(reply.submittedOn),
  text: reply.text,
  photos: reply.photos.map(({ address }) => address).filter((address) => address !== ""),
  grades: reply.may.review ? reply.grades.map((grade) => gradeView(grade, reply)) : [],
  mayReview: reply.may.review,
  closed: reply.may.review ? "" : closedText(reply),
});

const gradeView = (grade: Reply["grades"][number], { member, rule }: Reply): GradeView => ({
  id: grade.id,
  title: grade.title,
  points: signedPointsText(grade.points),
  question: `${member}的“${rule}”：${grade.title}，记${pointsText(grade.points)}分。`,
});

function closedText({ status, points = 0, reason = "" }: Reply): string {
  switch (status) {
    case "approved":
      return `这条已经通过，记了${pointsText(points)}分`;
    case "returned":
      return `这条已经退回：${reason}`;
    case "withdrawn":
      return "这条已经由本人撤回";
    case "pending":
      return "这条不由您审核";
  }
}

/** What the reviewer has just done, said above the next one. */
export const decidedText = ({ member, rule }: Ready, { status, points }: Decided): string =>
  status === "approved"
    ? `${member}的“${rule}”已通过，记${pointsText(points)}分`
    : `${member}的“${rule}”已退回`;

/** Nothing waits any more. */
export type Finished = Readonly<{ kind: "finished" }>;

/** The one that has waited longest, besides the one just decided. */
export function nextOf(
  { rows }: Queue,
  decidedId: string,
): Readonly<{ kind: "next"; id: string }> | Finished {
  const next = rows.find(({ id }) => id !== decidedId);
  return next ? { kind: "next", id: next.id } : { kind: "finished" };
}

/** Ready-made reasons for returning a submission. */
export const returnReasons = [
  "照片不清楚，请换一张",
  "日期不对，请核对",
  "写得太简单，请写清做了什么",
  "不属于这一条，请换一条",
  "请补充参加的人",
  "这件事已经报过了",
] as const;

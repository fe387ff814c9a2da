import type { Api } from "../../../../core/api.ts";
import { fullDayText } from "../../../texts/days";
import { participantText } from "../../../texts/participant";
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

export type PhotoView = Readonly<{ fileId: string; address: string }>;

/** Somebody who is said to have taken part. */
export type ParticipantView = Readonly<{
  memberId: string;
  name: string;
  text: string;
  /** Whether the reviewer can say that they know it. */
  mayAttest: boolean;
}>;

export type Ready = Readonly<{
  kind: "ready";
  id: string;
  member: string;
  branch: string;
  rule: string;
  clause: string;
  /** Who wrote it down for the member, and how they agreed; "" otherwise. */
  recorded: string;
  /** Of an honour: its title, and the other one that it is for the same deed as. */
  honour?: Readonly<{ title: string; sameDeed: string }>;
  /** "3小时"; "" for a rule without unit. */
  amount: string;
  workedOn: string;
  submittedOn: string;
  text: string;
  photos: readonly PhotoView[];
  participants: readonly ParticipantView[];
  /** The first is the usual one; of an honour the level that the member says. Empty when there is nothing to decide. */
  grades: readonly GradeView[];
  mayReview: boolean;
  /** Whether the caller decided it, and can still take that back. */
  mayUndo: boolean;
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
  recorded: reply.recorder ? `${reply.recorder.name}代录（${reply.recorder.consent}）` : "",
  ...(reply.honour && {
    honour: { title: reply.honour.title, sameDeed: reply.honour.sameDeed },
  }),
  amount: reply.unit === "" ? "" : `${reply.quantity}${reply.unit}`,
  workedOn: `${fullDayText(reply.workedOn)}${reply.honour ? "授予的" : "做的"}`,
  submittedOn: fullDayText(reply.submittedOn),
  text: reply.text,
  photos: reply.photos.filter(({ address }) => address !== ""),
  participants: reply.participants.map((one) => ({
    memberId: one.memberId,
    name: one.name,
    text: participantText(one),
    mayAttest: reply.may.review && one.answer === "asked",
  })),
  grades: reply.may.review ? gradesOf(reply).map((grade) => gradeView(grade, reply)) : [],
  mayReview: reply.may.review,
  mayUndo: reply.may.undo,
  closed: reply.may.review ? "" : closedText(reply),
});

function gradesOf({ grades, honour }: Reply): Reply["grades"] {
  const said = grades.filter(({ id }) => id === honour?.gradeId);
  return [...said, ...grades.filter((grade) => !said.includes(grade))];
}

function gradeView(grade: Reply["grades"][number], reply: Reply): GradeView {
  const { member, rule, unit, quantity } = reply;
  const points = grade.points * quantity;
  const amount =
    unit === ""
      ? `${grade.title}，记${pointsText(points)}分`
      : `${grade.title}${pointsText(grade.points)}分，共${quantity}${unit}，应记${pointsText(points)}分，封顶的按封顶记`;
  return {
    id: grade.id,
    title: grade.title,
    points: signedPointsText(points),
    question: `${member}的“${rule}”：${amount}。`,
  };
}

function closedText({ status, points = 0, reason = "" }: Reply): string {
  switch (status) {
    case "approved":
      return `这条已经通过，记了${pointsText(points)}分`;
    case "returned":
      return `这条已经退回：${reason}`;
    case "withdrawn":
      return "这条已经撤回";
    case "pending":
      return "这条不由您审核";
  }
}

/** What the reviewer has just done, said above the next one. */
export function decidedText({ member, rule }: Ready, { status, points, others }: Decided): string {
  if (status === "returned") return `${member}的“${rule}”已退回`;
  const together = others > 0 ? `，一起做的${others}位也记了分` : "";
  return `${member}的“${rule}”已通过，记${pointsText(points)}分${together}`;
}

/** What stands above a submission whose decision was taken back. */
export const undoneText = "已撤销，请重新审核";

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

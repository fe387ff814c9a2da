import type { Api } from "../../../../core/api.ts";
import { fullDayText } from "../../../texts/days";
import { participantText } from "../../../texts/participant";
import { pointsText } from "../../../texts/points";
import { type StatusView, statusView } from "../status";

type Reply = Api["getSubmission"]["output"];

export type Ready = StatusView &
  Readonly<{
    kind: "ready";
    id: string;
    rule: string;
    /** Says what comes next, under the status. */
    next: string;
    /** Why it came back; "" otherwise. */
    reason: string;
    /** The question to whoever is said to have taken part; "" when there is none. */
    question: string;
    facts: readonly Readonly<{ name: string; value: string }>[];
    text: string;
    photos: readonly string[];
    /** Photos are not shown to whoever took part. */
    photosShown: boolean;
    /** Which photos WeChat holds to be unfit, and how to go on; "" for none. */
    refused: string;
    /** Who else took part; for the participants themselves there is only the question. */
    participants: readonly Readonly<{ name: string; text: string; got: boolean }>[];
    mayWithdraw: boolean;
    mayResubmit: boolean;
    /** Only what waits for review is worth showing to the reviewer. */
    mayShare: boolean;
  }>;

export const toView = (reply: Reply): Ready => ({
  kind: "ready",
  ...statusView(reply),
  id: reply.id,
  rule: reply.rule,
  next: reply.part === "participant" ? ownPartText(reply) : nextText(reply),
  reason: reply.reason ?? "",
  question: reply.may.answer ? `${reply.member}写您一起做了这件事。您参加了吗？` : "",
  facts: factsOf(reply),
  text: reply.text,
  // A photo that the cloud no longer has leaves no hole.
  photos: reply.photos.map(({ address }) => address).filter((address) => address !== ""),
  photosShown: reply.part !== "participant",
  refused: refusedText(reply),
  participants: reply.part === "participant" ? [] : participantsOf(reply),
  mayWithdraw: reply.may.withdraw,
  mayResubmit: reply.may.resubmit,
  mayShare: reply.status === "pending" && reply.part !== "participant",
});

function refusedText({ photos, may }: Reply): string {
  const numbers = photos.flatMap(({ refused }, index) => (refused ? [index + 1] : []));
  if (numbers.length === 0) return "";
  const way = may.resubmit ? "修改时可以换掉。" : may.withdraw ? "要换，先撤回再交一次。" : "";
  return `第${numbers.join("、")}张照片没有通过微信的检查，只有您看得到。${way}`;
}

const participantsOf = ({ participants }: Reply): Ready["participants"] =>
  participants.map((one) => ({
    name: one.name,
    text: participantText(one),
    got: one.points !== undefined,
  }));

function nextText({ status, part, member }: Reply): string {
  const whose = part === "recorder" ? member : "您";
  switch (status) {
    case "pending":
      return `审核以后，积分会记进${whose}的一本通。`;
    case "returned":
      return "照下面的原因改一改，再交上去就行。";
    case "approved":
      return `已经记进${whose}的一本通。`;
    case "withdrawn":
      return "这条申报已经撤回，不计分。";
  }
}

/** What becomes of it for somebody who is said to have taken part. */
function ownPartText({ status, participants: [own] }: Reply): string {
  if (status === "withdrawn") return "这条申报已经撤回，不计分。";
  if (!own || own.answer === "asked") return "";
  if (own.answer === "no") return "您说没有参加，不给您记分。";
  if (own.refused) return `没有给您记分：${own.refused}。`;
  return own.points === undefined
    ? "您说参加了。审核通过以后，积分会记进您的一本通。"
    : `给您记了${pointsText(own.points)}分，已经记进您的一本通。`;
}

function factsOf(reply: Reply): Ready["facts"] {
  const { honour, recorder, grades, unit, quantity, part, member } = reply;
  const level = grades.length > 1 ? grades.find(({ id }) => id === honour?.gradeId) : undefined;
  return [
    { name: "谁做的", value: part === "member" ? "" : member },
    { name: "荣誉名称", value: honour?.title ?? "" },
    { name: "哪一级的", value: level?.title ?? "" },
    { name: "同一事迹", value: honour?.sameDeed ?? "" },
    { name: "做了多少", value: unit === "" ? "" : `${quantity}${unit}` },
    { name: honour ? "证书日期" : "哪天做的", value: fullDayText(reply.workedOn) },
    { name: "哪天交的", value: fullDayText(reply.submittedOn) },
    { name: "谁代录的", value: recorder ? `${recorder.name}（${recorder.consent}）` : "" },
    { name: "依据", value: `积分细则${reply.clause}` },
  ].filter(({ value }) => value !== "");
}

import type { Api } from "../../../../core/api.ts";
import { pointsText } from "../../../texts/points";
import { together } from "../../../texts/together";
import { dayAt, timeAt, whenText } from "../../../texts/when";
import { attendanceTags, type Tag } from "../statuses";
import { type Group, groupsOf } from "./roll";

type Reply = Api["getActivity"]["output"];
type Mine = NonNullable<Reply["mine"]>;

export type Ready = Readonly<{
  kind: "ready";
  id: string;
  title: string;
  /** Time, place, who is expected, and what it counts. */
  facts: ReadonlyArray<Readonly<{ name: string; text: string }>>;
  /** That it is off, undone or being corrected; "" otherwise. */
  notice: string;
  /** How the person stands; left out for who is not expected. */
  mine?: Readonly<{ tag: Tag; text: string }>;
  may: Reply["may"];
  /** "请假", or "改请假的原因" while the first one waits. */
  askLeave: string;
  /** For whoever runs it. */
  roll?: Readonly<{
    counts: ReadonlyArray<Readonly<{ name: string; count: number }>>;
    groups: readonly Group[];
    more: boolean;
    /** Whether coming late can be ticked. */
    late: boolean;
    /** What closing would record, as a question. */
    preview: string;
    /** What the buttons say; "" where there is nothing to press. */
    close: string;
    reverse: string;
  }>;
}>;

/** @param rows all lines of the roll that have been asked for so far */
export const toView = (reply: Reply, rows = reply.roll?.rows ?? []): Ready => ({
  kind: "ready",
  id: reply.id,
  title: reply.title,
  facts: factsOf(reply),
  notice: noticeOf(reply),
  ...(reply.mine && reply.status !== "cancelled" ? { mine: mineOf(reply.mine, reply) } : {}),
  may: reply.may,
  askLeave: reply.mine?.status === "leaveAsked" ? "改请假的原因" : "请假",
  ...(reply.roll ? { roll: rollOf(reply, reply.roll, rows) } : {}),
});

const expectsText = {
  branch: "全支部",
  committee: "党委成员",
  all: "全村党员",
  chosen: "指定的党员",
} as const;

function factsOf(reply: Reply) {
  const { kindTitle, title, startsAt, endsAt, place, branch, expects, now } = reply;
  return [
    ...(kindTitle === title ? [] : [{ name: "类别", text: kindTitle }]),
    { name: "时间", text: whenText(startsAt, endsAt, dayAt(now)) },
    { name: "地点", text: place },
    { name: "参加", text: together(branch, expectsText[expects]) },
    { name: "积分", text: ratesText(reply) },
  ];
}

/** "到会记3分；迟到（超过10分钟）扣0.5分；没请假缺席扣1分" */
function ratesText({ rates, lateAfter }: Pick<Reply, "rates" | "lateAfter">): string {
  return [
    rates.present === 0 ? "不记分" : `到会记${pointsText(rates.present)}分`,
    ...(rates.late < 0 ? [`迟到（超过${lateAfter}分钟）扣${pointsText(-rates.late)}分`] : []),
    ...(rates.absent < 0 ? [`没请假缺席扣${pointsText(-rates.absent)}分`] : []),
  ].join("；");
}

function noticeOf({ status, reopened, reversal }: Reply): string {
  if (status === "cancelled") return "这次活动取消了";
  if (reversal) return `${reversal.by}把这次活动作废了：${reversal.reason}。记过的分都冲正。`;
  if (status === "open" && reopened) return `${reopened.by}正在更正名册：${reopened.reason}`;
  return "";
}

function mineOf(mine: Mine, reply: Reply): NonNullable<Ready["mine"]> {
  const isToCome = mine.status === "expected" && reply.now < reply.checkInOpensAt;
  const tag: Tag = isToCome ? { text: "请您参加", tone: "quiet" } : attendanceTags[mine.status];
  return { tag, text: mineText(mine, reply) };
}

function mineText(mine: Mine, { status, checkInOpensAt, now }: Reply): string {
  const { reason = "", answer = "" } = mine;
  if (mine.waiting) {
    return status === "reversed"
      ? "您的分要等另一位党委成员来冲正"
      : "您的分要等另一位书记或党委成员确认";
  }
  if (mine.refused) return `这次没有记分：${mine.refused}`;
  switch (mine.status) {
    case "present":
      return `${cameText(mine)}${mine.late ? "，迟到" : ""}`;
    case "leaveAsked":
      return `您写的原因：${reason}`;
    case "leaveGranted":
      return answer === "" ? `原因：${reason}` : `答复：${answer}`;
    case "leaveRefused":
      return `答复：${answer}`;
    case "absent":
      return "名册上记的是缺席";
    case "expected":
      if (status !== "open") return "";
      return now < checkInOpensAt ? `${timeAt(checkInOpensAt)}开始可以签到` : "现在可以签到";
  }
}

const cameText = ({ how, at }: Mine): string =>
  at && how !== "roll" ? `${timeAt(at)}签到` : "书记在名册上记了到会";

type Roll = NonNullable<Reply["roll"]>;

function rollOf(
  reply: Reply,
  { counts, more }: Roll,
  rows: Roll["rows"],
): NonNullable<Ready["roll"]> {
  const { may, status } = reply;
  const missing = counts.expected + counts.leaveRefused + counts.absent;
  const leave = counts.leaveAsked + counts.leaveGranted;
  return {
    counts: [
      { name: "应到", count: missing + leave + counts.present },
      { name: "已到", count: counts.present },
      { name: "请假", count: leave },
      { name: status === "open" ? "没到" : "缺席", count: missing },
    ],
    groups: groupsOf(rows, may, status),
    more,
    late: reply.rates.late < 0,
    preview: previewOf(counts, reply),
    close: closeText(reply),
    reverse: reverseText(reply),
  };
}

function closeText({ may, status }: Reply): string {
  if (may.confirm) return "确认这一位的分";
  if (!may.close) return "";
  return status === "closing" ? "接着办完" : "结束登记";
}

function reverseText({ may, reversal }: Reply): string {
  if (!may.reverse) return "";
  return reversal ? "把剩下的也冲正" : "整场作废";
}

/** "9人到会，各记2分；2人缺席，不扣分；1人请假。" */
export function previewOf(counts: Roll["counts"], { rates, mine }: Pick<Reply, "rates" | "mine">) {
  const missing = counts.expected + counts.leaveRefused + counts.absent;
  const leave = counts.leaveAsked + counts.leaveGranted;
  const absent = rates.absent < 0 ? `各扣${pointsText(-rates.absent)}分` : "不扣分";
  const late = `其中${counts.late}人迟到，另扣${pointsText(-rates.late)}分`;
  const parts = [
    `${counts.present}人到会${rates.present === 0 ? "" : `，各记${pointsText(rates.present)}分`}`,
    ...(counts.late > 0 && rates.late < 0 ? [late] : []),
    ...(missing > 0 ? [`${missing}人缺席，${absent}`] : []),
    ...(leave > 0 ? [`${leave}人请假`] : []),
  ];
  const own = mine && (mine.status === "present" || rates.absent < 0);
  return `${parts.join("；")}。${own ? "您自己的分要另一位书记或党委成员确认。" : ""}`;
}

/** What is said when everything is recorded, or undone. */
export const doneText = ({ waiting }: Readonly<{ waiting: boolean }>): string =>
  waiting ? "办好了，您自己的分等另一位来确认" : "办好了";

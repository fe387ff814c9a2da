import type { Api } from "../../../../core/api.ts";
import { dayText, fullDayText } from "../../../texts/days";
import { together } from "../../../texts/together";
import { amountText, type Tag, tagOf } from "../decisionTexts";

type Reply = Api["getDecision"]["output"];

export type Ready = Readonly<{
  kind: "ready";
  member: string;
  tag: Tag;
  rule: string;
  /** What it would count, or counted: after every cap. */
  amount: string;
  loses: boolean;
  /** "第六条 · 不参加义务劳动一次 · 2014年3月5日" */
  about: string;
  /** What 一票否决 does; "" for any other rule. */
  veto: string;
  reason: string;
  /** Why it counts what it does; "" when nothing was or will be counted. */
  sentence: string;
  /** Why the rulebook refuses it now; "" when it does not. */
  hindrance: string;
  reversed: boolean;
  /** Who proposed and who decided it. */
  steps: readonly string[];
  passbook: string;
  year: number;
  mayConfirm: boolean;
  mayWithdraw: boolean;
  /** What the button says, and the question that it asks. */
  action: string;
  question: string;
}>;

export function toView(reply: Reply): Ready {
  const { member, memberId, rule, counts, veto, year } = reply;
  const amount = amountText({ ...reply, points: counts?.points });
  return {
    kind: "ready",
    ...{ member, rule, amount, year, reversed: reply.reversed, reason: reply.reason },
    tag: tagOf(reply),
    loses: reply.isVeto || (counts?.points ?? reply.base) < 0,
    about: together(reply.clause, gradeOf(reply), fullDayText(reply.occurredOn)),
    veto: veto ? `一票否决：不管多少分，最多评为“${veto}”。` : "",
    sentence: counts?.sentence ?? "",
    hindrance: reply.hindrance ?? "",
    steps: stepsOf(reply),
    passbook: `/packages/member/passbook/index?memberId=${memberId}&year=${year}`,
    mayConfirm: reply.may.confirm,
    mayWithdraw: reply.may.withdraw,
    action: `确认，${amount}`,
    question: `${member}的“${rule}”：${amount}。您和${reply.proposedBy}的名字都会记在这一行上。`,
  };
}

const gradeOf = ({ grade, quantity, unit }: Reply): string =>
  unit === "" ? grade : `${grade}，${quantity}${unit}`;

function stepsOf(reply: Reply): string[] {
  const { proposedBy, proposedOn, decidedBy, decidedOn = "", rejection, status } = reply;
  const proposed = `${proposedBy}${dayText(proposedOn)}提出`;
  if (status === "withdrawn") return [proposed, `${proposedBy}撤回`];
  if (!decidedBy) return [proposed];
  const verb = status === "confirmed" ? "确认" : `没有同意：${rejection ?? ""}`;
  return [proposed, `${decidedBy}${dayText(decidedOn)}${verb}`];
}

/** Ready-made reasons for not confirming. */
export const rejectReasons = [
  "情况还要核实",
  "本人请过假",
  "不属于这一条",
  "分值不对",
  "已经记过了",
] as const;

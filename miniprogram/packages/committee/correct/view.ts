import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";
import { pointsText, signedPointsText } from "../../../texts/points";
import { together } from "../../../texts/together";

type Reply = Api["getPassbook"]["output"];
type Entry = Reply["entries"][number];

export type LineView = Readonly<{
  id: string;
  /** "第3行“环境卫生”" */
  title: string;
  rule: string;
  points: string;
  loses: boolean;
  /** Undone by another line. */
  undone: boolean;
  about: string;
  why: string;
  recorded: string;
  /** The other half of a line that was undone, or that undoes; "" for any other. */
  pair: string;
  reversible: boolean;
}>;

export type Ready = Readonly<{
  kind: "ready";
  /** One's own passbook is not one's own to correct. */
  own: boolean;
  member: string;
  about: string;
  year: number;
  years: ReadonlyArray<Readonly<{ year: number; text: string; current: boolean }>>;
  lines: readonly LineView[];
  more: boolean;
}>;

/** @param entries all lines that have been asked for so far, the newest first */
export const toView = (reply: Reply, entries: readonly Entry[], ownId: string): Ready => ({
  kind: "ready",
  own: reply.memberId === ownId,
  member: reply.member,
  about: together(reply.branch, `${reply.year}年各行相加${pointsText(reply.balance)}分`),
  year: reply.year,
  years: reply.years.map((year) => ({ year, text: `${year}年`, current: year === reply.year })),
  lines: entries.map((entry) => lineView(entry, entries)),
  more: reply.more,
});

function lineView(entry: Entry, all: readonly Entry[]): LineView {
  const { id, seq, kind, points, occurredOn, recordedOn, approver, recorder } = entry;
  const rule = kind === "reversal" ? `冲正：${entry.rule}` : entry.rule;
  const undone = entry.reversedBy !== undefined;
  return {
    ...{ id, rule, undone, points: signedPointsText(points), loses: points < 0, why: entry.why },
    title: `第${seq}行“${entry.rule}”`,
    about: together(`第${seq}行`, dayText(occurredOn)),
    recorded: together(
      `${dayText(recordedOn)}记账`,
      approver,
      recorder ? `${recorder}代录` : undefined,
    ),
    pair: pairText(entry, all),
    reversible: kind !== "reversal" && !undone,
  };
}

function pairText({ reversedBy, reverses }: Entry, all: readonly Entry[]): string {
  const other = all.find(({ id }) => id === (reversedBy ?? reverses));
  if (reversedBy) return other ? `已被第${other.seq}行冲正` : "已经冲正";
  if (!reverses) return "";
  return other ? `冲正的是第${other.seq}行` : "冲正的是更早的一行";
}

/** What was just done, with what the year comes to now. */
export const reversedText = ({ title }: LineView, balance: number): string =>
  `${title}冲正了，这一年现在各行相加${pointsText(balance)}分。两行都留着。`;

/** Ready-made reasons for undoing a line. */
export const reverseReasons = [
  "记重了",
  "分值记错了",
  "日期记错了",
  "不是本人做的",
  "群众反映，核实不属实",
  "抄错了",
] as const;

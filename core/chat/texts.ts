import { pointsText } from "../kernel/points.ts";
import { type RefusalCode, sentences } from "../kernel/refusal.ts";
import { dayText } from "../kernel/time.ts";
import type { Submission } from "../submissions/submission.ts";
import type { Item } from "./chat.ts";
import { numbersMost } from "./command.ts";
import type { Deed, Missed, WhyNone } from "./plan.ts";
import { type Listed, listedMost, type Waiting } from "./waiting.ts";

/** What the chat says about what waits and what became of it; short, as it is read on old phones. */

/** WeChat carries so many bytes in one text. */
export const bytesMost = 2048;

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** So much of what the member wrote stands under its number. */
const excerptMost = 30;

/** Names and titles are cut to this, so that five of them and what they wrote fit into one message. */
const titleMost = 20;

const cut = (text: string, most: number): string => {
  const letters = Array.from(text.replace(/\s+/g, " ").trim());
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("");
};

export const nameOf = ({ number, member, rule }: Item): string =>
  `${number} ${cut(member, titleMost)}：${cut(rule, titleMost)}`;

/** The list, or the words that nothing waits. */
export function listText(waiting: Waiting): string {
  const { listed, following, total, claims } = waiting;
  const rest = following > 0 ? [`后面还有${following}件，写“更多”。`] : [];
  const other = claims > 0 ? [`另有${claims}个岗位认领，请在小程序里确认。`] : [];
  if (listed.length === 0) {
    return [total === 0 ? nothingWaits : "后面没有了。", ...other].join("\n");
  }
  return [...listed.map(lineOf), "", ...rest, ...other].join("\n").trim();
}

export const listFull = `已经列了${listedMost}件，请先办这些，再写“待办”。`;

const lineOf = ({ item, submission }: Listed): string => {
  const higher = item.higher ? `，重大${pointsText(item.higher.points)}分` : "";
  const points = `${amountOf(submission)}${pointsText(item.usual.points)}分${higher}`;
  const about = [points, dayText(submission.workedOn), ...besides(submission)].join("，");
  const text = cut(submission.honour?.title || submission.text, excerptMost);
  return [`${nameOf(item)}`, about, ...(text === "" ? [] : [text])].join("\n　");
};

const amountOf = ({ quantity }: Submission): string => (quantity > 1 ? `数量${quantity}，` : "");

const besides = ({ photos, recorder, participants }: Submission): string[] => [
  ...(photos.length > 0 ? [`照片${photos.length}张`] : []),
  ...(participants.length > 0 ? [`一起做的${participants.length}人`] : []),
  ...(recorder ? [`${cut(recorder.name, titleMost)}代录`] : []),
];

/** What became of one deed. */
export type Result = Readonly<
  { deed: Deed } & (
    | { ok: true; points: number; others: number }
    | { ok: false; code: RefusalCode; message: string }
  )
>;

const whyMissed: Readonly<Record<Missed["why"], string>> = {
  not_listed: "列表里没有这一条",
  no_higher_grade: "没有高一等的分，或者有几等，请点开再审",
};

/** One message about all that a message named: what went, and what did not and why. */
export function resultText(results: readonly Result[], missed: readonly Missed[]): string {
  const done = results.filter(({ ok }) => ok).map(resultLine);
  const failed = [
    ...results.filter(({ ok }) => !ok).map(resultLine),
    ...missed.map(({ number, why }) => `${number} ${whyMissed[why]}`),
  ];
  const undoable = results.some(({ ok, deed }) => ok && deed.kind !== "undo");
  return [
    ...done,
    ...(failed.length > 0 ? ["没有办：", ...failed] : []),
    ...(undoable ? ["十分钟以内可以写“撤销”。"] : []),
  ].join("\n");
}

function resultLine(result: Result): string {
  const { deed } = result;
  const name = nameOf(deed.item);
  if (!result.ok) return `${name}，${result.message}`;
  if (deed.kind === "undo") return `${name}，已撤销，重新等您审核`;
  if (deed.kind === "return") return `${name}，已退回`;
  const others = result.others > 0 ? `，一起做的${result.others}位也记了分` : "";
  return `${name}，已通过，记${pointsText(result.points)}分${others}`;
}

/** @param more how many of the list are not asked about, as it is too long for one message */
export function questionText(items: readonly Item[], more: number): string {
  const points = items.reduce((sum, { usual }) => sum + usual.points, 0);
  const numbers = items.map(({ number }) => number).join("、");
  return [
    `要通过列表里的${items.length}件（${numbers}），一共${pointsText(points)}分。`,
    ...(more > 0 ? [`一次最多${numbersMost}件，列表里还有${more}件以后再办。`] : []),
    "写“确认”就办，五分钟以内有效；不办写“取消”。",
  ].join("\n");
}

export const whyNone: Readonly<Record<WhyNone, string>> = {
  list_outdated: "编号过时了，什么也没有办。请看现在的列表：",
  nothing_asked: "没有等您确认的事。要全部通过，请写“全部通过”。",
  question_outdated: "过了五分钟，什么也没有办。要办请再写“全部通过”。",
  nothing_decided: "您刚才没有在这里审核过，没有可以撤销的。",
};

export const outdatedSome = "有的编号过时了，请看现在的列表：";
export const firstLook = "请先看一看，再写“全部通过”：";
export const cancelled = "好的，没有办。";
export const askAgain = "请写“待办”，看现在的列表。";

export const nothingWaits = "没有等您审核的申报。";

/** Instead of the list, where few messages are left. */
export const countText = (total: number): string =>
  total > 0 ? `有${total}件申报等您审核，写“待办”看一看。` : nothingWaits;

export const hello = "您好！";
export const greeting = {
  member: `${hello}写“积分”看自己的积分，写“帮助”看还能写什么。`,
  stranger: `${hello}写“榜”看积分榜，写“帮助”看怎么登录。`,
} as const;

export const howToSignIn = `${sentences.not_signed_in}：打开小程序，点“我的”，再点“用邀请码登录”。`;

import type { Api } from "../../../../core/api.ts";
import { type Draft, type Person, type Photo, photosMost } from "../../../services/draft";
import { textMost } from "../../../services/draftForm";
import { dayText, fullDayText } from "../../../texts/days";
import { pointsText } from "../../../texts/points";
import {
  type AmountView,
  amountView,
  type BehalfView,
  behalfView,
  type HonourView,
  honourView,
} from "./fields";

export type Form = Api["getDutyForm"]["output"];
type Rule = Form["rules"][number];

export type RuleView = Readonly<{
  id: string;
  title: string;
  /** Every grade with its points, the usual one first. */
  points: string;
  approver: string;
}>;

export type PhotoView = Readonly<{
  id: string;
  src: string;
  label: string;
  /** What covers the picture while it is on its way; "" when it has arrived. */
  note: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  /** What the person should know before reading on: why it came back, or that a draft was found. */
  notice: Notice;
  behalf: BehalfView | undefined;
  mine: readonly RuleView[];
  others: readonly RuleView[];
  /** The rule that was chosen; the list is folded away then. */
  chosen?: RuleView;
  honour: HonourView | undefined;
  amount: AmountView | undefined;
  day: Readonly<{ title: string; value: string; text: string; earliest: string; today: string }>;
  text: Readonly<{ title: string; optional: string; placeholder: string; count: string }>;
  participants: readonly Person[];
  /** An honour is one's own. */
  mayBeTogether: boolean;
  photoTitle: string;
  photos: readonly PhotoView[];
  mayAddPhoto: boolean;
  sending: boolean;
}>;

export type Notice = Readonly<
  | { kind: "none" }
  /** A draft of before was found. */
  | { kind: "restored"; text: string }
  /** Something has to be mended. */
  | { kind: "mend"; text: string }
>;

/** What the screen knows beside the draft. */
export type Screen = Readonly<{
  notice: Notice;
  /** Per cent by photo, while it is on its way. */
  progress: Readonly<Record<string, number>>;
  sending: boolean;
}>;

export function toView(form: Form, draft: Draft, screen: Screen): Ready {
  const rule = form.rules.find(({ id }) => id === draft.ruleId);
  return {
    kind: "ready",
    notice: screen.notice,
    behalf: behalfView(draft),
    mine: form.rules.filter(({ mine }) => mine).map(ruleView),
    others: form.rules.filter(({ mine }) => !mine).map(ruleView),
    ...(rule && { chosen: ruleView(rule) }),
    honour: honourView(draft.honour, rule, form),
    amount: amountView(draft, rule),
    day: {
      title: draft.honour ? "证书上的日期" : "哪天做的",
      value: draft.workedOn,
      text: dayTextOf(draft.workedOn, form.today),
      earliest: form.earliest,
      today: form.today,
    },
    text: textView(draft, rule),
    participants: draft.participants,
    mayBeTogether: !draft.honour,
    photoTitle: draft.honour ? "证书照片" : "照片",
    photos: draft.photos.map((photo, index) => photoView(photo, index, screen.progress)),
    mayAddPhoto: draft.photos.length < photosMost,
    sending: screen.sending,
  };
}

function textView({ honour, text }: Draft, rule: Rule | undefined): Ready["text"] {
  const count = countText(text);
  return honour
    ? { title: "因为什么得的", optional: "（可以不写）", placeholder: "做了什么、谁颁发的", count }
    : {
        title: "做了什么",
        optional: "",
        placeholder: rule ? `写写：${rule.hint}` : "做了什么、在哪里",
        count,
      };
}

const ruleView = (rule: Rule): RuleView => ({
  id: rule.id,
  title: rule.title,
  points: gradesText(rule),
  approver: rule.approver === "committee" ? "由党委审核" : "由支部书记审核",
});

/** "2分", "每小时1分", or where there are several "按要求完成一次2分，为整治作出重大贡献3分". */
function gradesText({ grades, unit }: Rule): string {
  const [only] = grades;
  const each = unit === "" ? "" : `每${unit}`;
  if (only && grades.length === 1) return `${each}${pointsText(only.points)}分`;
  return grades.map(({ title, points }) => `${title}${pointsText(points)}分`).join("，");
}

/** @param reason the reviewer's, when the submission came back */
export function noticeOf(draft: Draft, reason?: string): Notice {
  if (draft.state === "refused") return { kind: "mend", text: `没有交上去：${draft.message}` };
  if (reason) return { kind: "mend", text: `退回原因：${reason}` };
  return {
    kind: "restored",
    text: draft.state === "waiting" ? "这条还没发出去，可以再改。" : "上次没写完的还在。",
  };
}

export const countText = (text: string): string => `${text.length}/${textMost}`;

/** The year is said only where it is not this one. */
function dayTextOf(day: string, today: string): string {
  if (day === today) return `今天（${dayText(day)}）`;
  return day.slice(0, 4) === today.slice(0, 4) ? dayText(day) : fullDayText(day);
}

function photoView(photo: Photo, index: number, progress: Screen["progress"]): PhotoView {
  const percent = progress[photo.id];
  return {
    id: photo.id,
    src: photo.path,
    label: `第${index + 1}张照片`,
    note: photo.kind === "uploaded" ? "" : percent === undefined ? "等着上传" : `上传${percent}%`,
  };
}

/**
 * The rule that is chosen when a new form opens.
 * @param wanted from the address of the page: the tap on a post of one's own
 */
export function firstRule({ rules }: Form, wanted: string): Rule | undefined {
  const mine = rules.filter((rule) => rule.mine);
  return rules.find(({ id }) => id === wanted) ?? (mine.length === 1 ? mine[0] : undefined);
}

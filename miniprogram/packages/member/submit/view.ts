import type { Api } from "../../../../core/api.ts";
import { type Draft, type Photo, photosMost, textMost } from "../../../services/draft";
import { dayText, fullDayText } from "../../../texts/days";
import { pointsText } from "../../../texts/points";

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
  mine: readonly RuleView[];
  others: readonly RuleView[];
  /** The rule that was chosen; the list is folded away then. */
  chosen?: RuleView;
  day: Readonly<{ value: string; text: string; earliest: string; today: string }>;
  placeholder: string;
  count: string;
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

/** The end: the village has it, or it goes out by itself. */
export type Done = Readonly<{ kind: "done"; sent: boolean; title: string; text: string }>;

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
    mine: form.rules.filter(({ mine }) => mine).map(ruleView),
    others: form.rules.filter(({ mine }) => !mine).map(ruleView),
    ...(rule && { chosen: ruleView(rule) }),
    day: {
      value: draft.workedOn,
      text: dayTextOf(draft.workedOn, form.today),
      earliest: form.earliest,
      today: form.today,
    },
    placeholder: rule ? `写写：${rule.hint}` : "做了什么、在哪里、和谁一起",
    count: countText(draft.text),
    photos: draft.photos.map((photo, index) => photoView(photo, index, screen.progress)),
    mayAddPhoto: draft.photos.length < photosMost,
    sending: screen.sending,
  };
}

const ruleView = (rule: Rule): RuleView => ({
  id: rule.id,
  title: rule.title,
  points: gradesText(rule.grades),
  approver: rule.approver === "committee" ? "由党委审核" : "由支部书记审核",
});

/** "2分", or where there are several "按要求完成一次2分，为整治作出重大贡献3分". */
function gradesText(grades: Rule["grades"]): string {
  const [only] = grades;
  if (only && grades.length === 1) return `${pointsText(only.points)}分`;
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

export const doneSent: Done = {
  kind: "done",
  sent: true,
  title: "已经交上去了",
  text: "审核以后，积分会记进您的一本通。",
};

export const doneWaiting: Done = {
  kind: "done",
  sent: false,
  title: "已经存在手机里",
  text: "现在没有信号，有信号时自动发送。",
};

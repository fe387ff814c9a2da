import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";
import { pointsText } from "../../../texts/points";
import { gradeText } from "../../../texts/rules";
import { together } from "../../../texts/together";
import { pointsOf } from "../digits";
import type { PaperDraft } from "./draft";
import type { PaperRow } from "./rows";

export type Form = Api["getPaperForm"]["output"];
type Paper = NonNullable<Form["paper"]>;
type Line = Api["listPaperLines"]["output"]["rows"][number];

export type BookletView = Readonly<{
  ordinal: number;
  /** "4号 张三" */
  title: string;
  points: string;
  /** "环境卫生12次24分，荣誉1次10分" */
  note: string;
}>;

type Common = Readonly<{ year: number; years: readonly number[]; yearIndex: number }>;

/** The year is being entered on this phone. */
export type Entering = Common &
  Readonly<{
    kind: "entering";
    /** Why the year cannot be entered; "" when it can. */
    hindrance: string;
    /** What became of the batch before; "" for none. */
    notice: string;
    knownTotal: string;
    booklets: readonly BookletView[];
    /** "12本，38行" */
    count: string;
    /** Whether more booklets were entered than are shown. */
    more: boolean;
    sum: Readonly<{ text: string; tone: "good" | "waiting" | "quiet" }>;
    maySend: boolean;
  }>;

/** The year was entered, and waits, or is written. */
export type Held = Common &
  Readonly<{
    kind: "held";
    batchId: string;
    written: boolean;
    title: string;
    text: string;
    total: string;
    count: string;
    byRule: ReadonlyArray<Readonly<{ title: string; times: string; points: string }>>;
    may: Paper["may"];
    action: string;
    question: string;
  }>;

export type Ready = Entering | Held;

/** How far back a village's booklets are likely to reach. */
const yearsMost = 30;

/** @param shown how many booklets are shown of those that were entered */
export function toView(form: Form, draft: PaperDraft, shown: number): Ready {
  const years = Array.from({ length: yearsMost }, (_, index) => form.last - index);
  const common = { year: form.year, years, yearIndex: Math.max(0, years.indexOf(form.year)) };
  const { paper } = form;
  return paper && !isOver(paper)
    ? { ...common, ...heldView(paper, form.year) }
    : { ...common, ...enteringView(form, draft, shown) };
}

/** Taken back or rejected: it can be entered anew. */
export const isOver = ({ status }: Paper): boolean =>
  status === "withdrawn" || status === "rejected";

function enteringView(
  form: Form,
  { knownTotal, rows }: PaperDraft,
  shown: number,
): Omit<Entering, keyof Common> {
  const ordinals = [...new Set(rows.map(({ ordinal }) => ordinal))];
  const sum = sumView(rows, knownTotal);
  return {
    kind: "entering",
    hindrance: form.hindrance ?? "",
    notice: noticeOf(form.paper),
    knownTotal,
    booklets: ordinals.slice(0, shown).map((ordinal) => bookletView(ordinal, rows, form)),
    count: countText(ordinals.length, rows.length),
    more: ordinals.length > shown,
    sum,
    maySend: sum.tone === "good",
  };
}

const countText = (booklets: number, lines: number): string => `${booklets}本，${lines}行`;

function noticeOf(paper: Paper | undefined): string {
  if (!paper) return "";
  return paper.status === "rejected"
    ? `${paper.decidedBy ?? ""}没有同意：${paper.rejection ?? ""}。改好再提。`
    : "上次提的已经撤回，改好可以再提。";
}

function bookletView(ordinal: number, rows: readonly PaperRow[], form: Form): BookletView {
  const own = rows.filter((row) => row.ordinal === ordinal);
  const name = form.members.find((member) => member.ordinal === ordinal)?.name ?? "";
  const title = (ruleId: string) => form.rules.find(({ id }) => id === ruleId)?.title ?? "";
  return {
    ordinal,
    title: `${ordinal}号 ${name}`,
    points: `${pointsText(sumOf(own))}分`,
    note: own.map(({ ruleId, times, points }) => lineText(title(ruleId), times, points)).join("，"),
  };
}

const lineText = (title: string, times: number, points: number): string =>
  `${title}${times}次${gradeText(points)}`;

const sumOf = (rows: readonly PaperRow[]): number =>
  rows.reduce((sum, { points }) => sum + points, 0);

/** What was entered beside what the year is known to sum up to. */
function sumView(rows: readonly PaperRow[], knownTotal: string): Entering["sum"] {
  const sum = sumOf(rows);
  const entered = `已经录了${pointsText(sum)}分`;
  const known = pointsOf(knownTotal);
  if (known === undefined) return { text: `${entered}。先写上全年总数。`, tone: "quiet" };
  if (rows.length === 0) return { text: `全年${pointsText(known)}分，还没有录。`, tone: "quiet" };
  if (sum === known) return { text: `${entered}，和全年总数对上了。`, tone: "good" };
  const gap = pointsText(Math.abs(known - sum));
  const word = sum < known ? "还差" : "多出";
  return { text: `${entered}，比全年总数${word}${gap}分。`, tone: "waiting" };
}

function heldView(paper: Paper, year: number): Omit<Held, keyof Common> {
  const total = pointsText(paper.knownTotal);
  return {
    kind: "held",
    batchId: paper.batchId,
    written: paper.status === "written",
    title: titles[paper.status],
    text: whoText(paper),
    total,
    count: countText(paper.booklets, paper.lines),
    byRule: paper.byRule.map(({ title, times, points }) => ({
      ...{ title, times: `${times}次`, points: `${pointsText(points)}分` },
    })),
    may: paper.may,
    action: paper.may.goOn ? "接着写" : "核对过了，确认",
    question: `${year}年共${total}分，${paper.booklets}本。确认以后写进每个人的一本通，记错了只能一行一行冲正。`,
  };
}

const titles: Readonly<Record<Paper["status"], string>> = {
  proposed: "等另一位委员确认",
  confirmed: "确认了，还没写完",
  written: "已经写进一本通",
  rejected: "",
  withdrawn: "",
};

const whoText = ({ enteredBy, enteredOn, decidedBy, decidedOn = "" }: Paper): string =>
  together(
    `${enteredBy}${dayText(enteredOn)}录入`,
    decidedBy ? `${decidedBy}${dayText(decidedOn)}确认` : undefined,
  );

/** The booklets of a batch, as whoever confirms reads them. */
export const linesView = (rows: readonly Line[]): BookletView[] =>
  rows.map(({ ordinal, name, points, lines }) => ({
    ordinal,
    title: `${ordinal}号 ${name}`,
    points: `${pointsText(points)}分`,
    note: lines.map((line) => lineText(line.rule, line.times, line.points)).join("，"),
  }));

/** Ready-made reasons for not confirming a batch. */
export const rejectReasons = [
  "有一本没录",
  "有一行和纸本不一样",
  "全年总数不对",
  "等我再核对一遍",
] as const;

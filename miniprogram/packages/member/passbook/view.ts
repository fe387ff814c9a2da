import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";
import { pointsText, signedPointsText } from "../../../texts/points";
import { together } from "../../../texts/together";

type Reply = Api["getPassbook"]["output"];
type Entry = Reply["entries"][number];
type Verdict = Api["verifyAccount"]["output"];

/** The other half of a line that was undone, or that undoes. */
export type LinkView = Readonly<{
  text: string;
  /** The line's own id on the page; "" while that line has not been asked for yet. */
  target: string;
}>;

export type EntryView = Readonly<{
  /** Unique on the page, and fit for a selector. */
  anchor: string;
  line: string;
  rule: string;
  points: string;
  tone: "good" | "returned" | "undone";
  day: string;
  /** Why it counts what it does: unfolded by a tap. */
  why: string;
  recorded: string;
  link?: LinkView;
}>;

export type Ready = Readonly<{
  kind: "ready";
  memberId: string;
  owner: string;
  place: string;
  year: number;
  years: readonly Readonly<{ year: number; text: string; current: boolean }>[];
  balance: string;
  /** What the lines come to, where the village scores on a scale: "第2季度 86分 良好". */
  results: readonly Readonly<{ title: string; score: string; band: string }>[];
  byRule: readonly Readonly<{ rule: string; times: string; points: string }>[];
  entries: readonly EntryView[];
  more: boolean;
}>;

/** @param entries all lines that have been asked for so far, the newest first */
export const toView = (reply: Reply, entries: readonly Entry[]): Ready => ({
  kind: "ready",
  memberId: reply.memberId,
  owner: reply.member,
  place: [reply.branch, reply.grid].filter((part) => part !== "").join(" · "),
  year: reply.year,
  years: reply.years.map((year) => ({ year, text: `${year}年`, current: year === reply.year })),
  balance: pointsText(reply.result?.score ?? reply.balance),
  results: resultsOf(reply.result),
  byRule: reply.byRule.map(({ rule, times, points }) => ({
    rule,
    times: `${times}次`,
    points: `${pointsText(points)}分`,
  })),
  entries: entries.map((entry) => entryView(entry, entries)),
  more: reply.more,
});

function resultsOf(result: Reply["result"]): Ready["results"] {
  if (!result) return [];
  const year = result.vetoedBy ? `全年（${result.vetoedBy}，一票否决）` : "全年";
  return [
    ...result.quarters.map((quarter, index) => ({ title: `第${index + 1}季度`, ...quarter })),
    { title: year, score: result.score, band: result.band },
  ].map(({ title, score, band = "" }) => ({ title, score: `${pointsText(score)}分`, band }));
}

function entryView(entry: Entry, all: readonly Entry[]): EntryView {
  const link = linkOf(entry, all);
  return {
    anchor: `line-${entry.seq}`,
    line: `第${entry.seq}行`,
    rule: entry.kind === "reversal" ? `冲正：${entry.rule}` : entry.rule,
    points: signedPointsText(entry.points),
    tone: entry.reversedBy ? "undone" : entry.points < 0 ? "returned" : "good",
    day: together(dayText(entry.occurredOn), recorderText(entry)),
    why: entry.why,
    recorded: recordedText(entry),
    ...(link && { link }),
  };
}

/** Who wrote it down for somebody else stands on the line for ever; undoing it is another's work. */
const recorderText = ({ recorder, kind }: Entry): string =>
  recorder && kind !== "reversal" ? `${recorder}代录` : "";

/** Who answers for the line. */
function recordedText({ recordedOn, approver, kind }: Entry): string {
  const work = kind === "award" ? "审核" : kind === "opening" ? "录入" : "冲正";
  return `${dayText(recordedOn)}记账，${approver}${work}`;
}

/** A line that was undone and the line that undid it name each other. */
function linkOf(entry: Entry, all: readonly Entry[]): LinkView | undefined {
  const otherId = entry.reversedBy ?? entry.reverses;
  if (otherId === undefined) return undefined;
  const other = all.find(({ id }) => id === otherId);
  const line = other ? `第${other.seq}行` : "另一行";
  return {
    text: entry.reversedBy ? `已被${line}冲正` : `冲正的是${other ? line : "更早的一行"}`,
    target: other ? `line-${other.seq}` : "",
  };
}

export type VerdictView = Readonly<{ intact: boolean; text: string }>;

/** Nobody has asked yet whether the account is in order. */
export const unasked: VerdictView = { intact: true, text: "" };

/** What anybody can have checked, in words that need no knowledge of hashes. */
export function verdictView(verdict: Verdict, entries: readonly Entry[]): VerdictView {
  if (verdict.intact) {
    return { intact: true, text: `账目完整，共${verdict.entries}行，每一行都核对过了。` };
  }
  const broken = entries.find(({ id }) => id === verdict.brokenAt);
  const where = broken ? `第${broken.seq}行对不上` : "有一行或总分对不上";
  return {
    intact: false,
    text: `${where}（编号${verdict.brokenAt ?? "不明"}），请联系党委核查。`,
  };
}

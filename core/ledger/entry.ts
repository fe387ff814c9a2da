import { collection } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import type { Explanation } from "../rulebook/explanation.ts";

/** 流水: one line of an account, never changed once recorded. */
export type Entry = Readonly<{
  /**
   * "award-<submission>", "award-<source>.<member>", "opening-<account>-<rule>" or "reversal-<entry>": the id
   * makes a second one impossible. No id made on a phone can hold a ".", so none can pass for another's.
   */
  id: string;
  villageId: string;
  accountId: string;
  memberId: string;
  year: number;
  /** 1 for the account's first line, without gaps. */
  seq: number;
  /** "opening": taken over from a paper booklet. A deduction is an award of negative points. */
  kind: "award" | "opening" | "reversal";
  /** What it was recorded for; the entry that it undoes for a reversal. */
  source: Source;
  ruleId: string;
  gradeId: string;
  quantity: number;
  /** The meeting or deed it belongs to with others; "" for one of its own. */
  event: string;
  /** How often the rule was met: 1, or what an opening line says. */
  times: number;
  /** Integer hundredths, signed: a reversal carries the award's with the other sign. */
  points: Points;
  /** The day it was done; decides the rulebook. */
  occurredOn: LocalDate;
  /** The day whose month and year it counts in: later where that month was published before. */
  countsOn: LocalDate;
  /** Days and events it is counted under: see `Counters`. */
  marks: readonly string[];
  recordedAt: Instant;
  /** Who answers for it: one, or two where four eyes are asked for. */
  approvers: readonly Signature[];
  /** Who wrote it down for a member without a smartphone (代录); shown on the line for ever. */
  recorder?: Signature;
  branchId: string;
  gridId: string;
  explanation: Explanation;
  /** The hash of the line before; `chainStart` for the first. */
  prev: string;
  /** SHA-256 over all of the above: see `chain.ts`. */
  hash: string;
}>;

/** A person by id, and by name as it was then. */
export type Signature = Readonly<{ id: string; name: string }>;

export type Source = Readonly<{
  kind: "submission" | "activity" | "decision" | "paper" | "entry";
  id: string;
}>;

export const entries = collection<Entry>("entries");

/** A line before the account gives it its place (`seq`, `prev`) and its seal (`hash`). */
export type Line = Omit<Entry, "seq" | "prev" | "hash">;

/** @param memberId where one source gives lines to several members */
export const awardId = (sourceId: string, memberId?: string): string =>
  memberId ? `award-${sourceId}.${memberId}` : `award-${sourceId}`;

/** A decision's line; phones make the ids of decisions and of submissions, and no two may meet. */
export const decisionAwardId = (decisionId: string): string => awardId(`decision.${decisionId}`);

export const reversalId = (entryId: string): string => `reversal-${entryId}`;

/** Why, by whom and when a line is undone. */
export type Undoing = Readonly<{ by: Signature; reason: string; at: Instant }>;

/**
 * The line that undoes a line. A reversal is never itself reversed: record the award anew instead.
 * @param place the account it counts in, and the day it counts on
 */
export function reversalOf(
  entry: Entry,
  { by, reason, at }: Undoing,
  place: Readonly<{ accountId: string; year: number; countsOn: LocalDate }>,
): Line {
  if (entry.kind === "reversal") refuse("not_reversible");
  const { seq: _seq, prev: _prev, hash: _hash, ...line } = entry;
  const sentence = `冲正第${entry.seq}行“${entry.explanation.ruleTitle}”：${reason}`;
  return {
    ...line,
    ...place,
    id: reversalId(entry.id),
    kind: "reversal",
    source: { kind: "entry", id: entry.id },
    points: entry.points === 0 ? 0 : -entry.points,
    recordedAt: at,
    approvers: [by],
    explanation: { ...entry.explanation, sentence },
  };
}

import { collection } from "../kernel/database.ts";
import { type Points, pointsText } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import type { Grade, Rule, Rulebook } from "../rulebook/rulebook.ts";

/** 流水: one line of an account, never changed once recorded. */
export type Entry = Readonly<{
  /** "award-<submission>" or "reversal-<entry>": the id makes a second one impossible. */
  id: string;
  villageId: string;
  accountId: string;
  memberId: string;
  year: number;
  /** 1 for the account's first line, without gaps. */
  seq: number;
  kind: "award" | "reversal";
  /** The submission that earned it, or the entry that it undoes. */
  sourceId: string;
  ruleId: string;
  /** Integer hundredths, signed: a reversal carries the award's with the other sign. */
  points: Points;
  /** The day the duty was done; decides year, month and rulebook. */
  occurredOn: LocalDate;
  recordedAt: Instant;
  approvedBy: string;
  approvedByName: string;
  branchId: string;
  gridId: string;
  explanation: Explanation;
  /** The hash of the line before; `chainStart` for the first. */
  prev: string;
  /** SHA-256 over all of the above: see `chain.ts`. */
  hash: string;
}>;

/** Why a line counts what it does. */
export type Explanation = Readonly<{
  rulebookId: string;
  rulebookVersion: number;
  clause: string;
  ruleTitle: string;
  gradeId: string;
  gradeTitle: string;
  base: Points;
  /** All of it in one plain sentence. */
  sentence: string;
}>;

export const entries = collection<Entry>("entries");

/** A line before the account gives it its place (`seq`, `prev`) and its seal (`hash`). */
export type Line = Omit<Entry, "seq" | "prev" | "hash">;

export const awardId = (submissionId: string): string => `award-${submissionId}`;
export const reversalId = (entryId: string): string => `reversal-${entryId}`;

export const explain = (rulebook: Rulebook, rule: Rule, grade: Grade): Explanation => ({
  rulebookId: rulebook.id,
  rulebookVersion: rulebook.version,
  clause: rule.clause,
  ruleTitle: rule.title,
  gradeId: grade.id,
  gradeTitle: grade.title,
  base: grade.points,
  sentence:
    `按《${rulebook.title}》第${rulebook.version}版${rule.clause}“${rule.title}”，` +
    `${grade.title}，计${pointsText(grade.points)}分。`,
});

/** The line that undoes a line. A reversal is never itself reversed: record the award anew instead. */
export function reversalOf(
  entry: Entry,
  recording: Readonly<{ by: string; byName: string; reason: string; at: Instant }>,
): Line {
  if (entry.kind === "reversal") refuse("not_reversible");
  const { seq: _seq, prev: _prev, hash: _hash, ...line } = entry;
  return {
    ...line,
    id: reversalId(entry.id),
    kind: "reversal",
    sourceId: entry.id,
    points: -entry.points,
    recordedAt: recording.at,
    approvedBy: recording.by,
    approvedByName: recording.byName,
    explanation: {
      ...entry.explanation,
      sentence: `冲正第${entry.seq}行“${entry.explanation.ruleTitle}”：${recording.reason}`,
    },
  };
}

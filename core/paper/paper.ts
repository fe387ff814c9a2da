import { collection } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Instant, localDate, yearOf } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Village } from "../villages/village.ts";

/** One row of a paper booklet: what one rule brought its member in the year. */
export type PaperLine = Readonly<{
  /** The number of the booklet. */
  ordinal: number;
  ruleId: string;
  times: number;
  /** As the paper says: integer hundredths, signed. Nothing scores them again. */
  points: Points;
}>;

/** A few hundred lines of a batch: a call carries at most 100 KB, and a village's year is larger. */
export type PaperPart = Readonly<{
  id: string;
  villageId: string;
  year: number;
  batchId: string;
  /** From 0. */
  part: number;
  /** The lowest and the highest number of its booklets. */
  from: number;
  to: number;
  lines: readonly PaperLine[];
}>;

export const paperParts = collection<PaperPart>("paperParts");

export const partId = (yearId: string, batchId: string, part: number): string =>
  `${yearId}_${batchId}_${part}`;

type Batch = Readonly<{
  /** Village and year: a second batch for a year is impossible. */
  id: string;
  villageId: string;
  year: number;
  /** Made on the phone, so that sending twice is entering once. */
  batchId: string;
  /** How many parts it came in. */
  parts: number;
  knownTotal: Points;
  lines: number;
  booklets: number;
  byRule: readonly RuleSum[];
  /** The version whose rules the lines name. */
  rulebookId: string;
  enteredBy: Signature;
  enteredAt: Instant;
}>;

export type RuleSum = Readonly<{ ruleId: string; title: string; times: number; points: Points }>;

type Decided = Readonly<{ decidedBy: Signature; decidedAt: Instant }>;

/**
 * 纸质一本通补录: a past year's booklets, entered by one of the committee and confirmed by another before
 * anything is recorded. `confirmed`: the lines are being written, up to the booklet `through`.
 */
export type PaperYear = Batch &
  (
    | Readonly<{ status: "proposed" }>
    | Readonly<{ status: "withdrawn" }>
    | (Decided & Readonly<{ status: "rejected"; rejection: string }>)
    | (Decided & Readonly<{ status: "confirmed"; through: number }>)
    | (Decided & Readonly<{ status: "written" }>)
  );

export const statuses = ["proposed", "withdrawn", "rejected", "confirmed", "written"] as const;

export type Confirmed = Extract<PaperYear, { status: "confirmed" }>;
export type Written = Extract<PaperYear, { status: "written" }>;

export const paperYears = collection<PaperYear>("paperYears");

export const paperYearId = (villageId: string, year: number): string => `${villageId}_${year}`;

/** The last year that can be entered from paper: over, and no longer open for submissions. */
export const lastPaperYear = ({ yearStart, openYear }: Village, at: Instant): number =>
  Math.min(yearOf(localDate(at), yearStart), openYear) - 1;

/** @throws Refusal `year_not_past` */
export function checkPast(village: Village, year: number, at: Instant): void {
  if (year > lastPaperYear(village, at)) refuse("year_not_past");
}

/** Whether the batch keeps the year from any other: one that was taken back or rejected does not. */
export const isHeld = ({ status }: PaperYear): boolean =>
  status !== "withdrawn" && status !== "rejected";

/**
 * A batch that was taken back or rejected comes again under another id: whoever confirms one confirms what
 * they saw.
 * @throws Refusal `decision_made`
 */
export function checkHeld(paper: PaperYear): void {
  if (!isHeld(paper)) refuse("decision_made");
}

/** Whether it is the same one sent again, as after a lost signal. */
export const isSame = (
  known: PaperYear,
  sent: Pick<Batch, "batchId" | "knownTotal" | "parts">,
): boolean =>
  known.batchId === sent.batchId &&
  known.knownTotal === sent.knownTotal &&
  known.parts === sent.parts;

/**
 * Everything that can be wrong with a batch, before anything is recorded.
 * @param ordinals the numbers of the village's booklets
 * @throws Refusal with the place of the line: `not_found` (no such booklet), `unknown_rule`,
 *   `duplicate_id`; or `total_differs`
 */
export function checkLines(
  lines: readonly PaperLine[],
  ordinals: ReadonlySet<number>,
  { rules }: Rulebook,
  knownTotal: Points,
): void {
  const seen = new Set<string>();
  for (const [index, { ordinal, ruleId }] of lines.entries()) {
    const place = `lines.${index}`;
    if (!ordinals.has(ordinal)) refuse("not_found", place);
    if (!rules.some(({ id }) => id === ruleId)) refuse("unknown_rule", place);
    const key = `${ordinal} ${ruleId}`;
    if (seen.has(key)) refuse("duplicate_id", place);
    seen.add(key);
  }
  if (lines.reduce((sum, { points }) => sum + points, 0) !== knownTotal) refuse("total_differs");
}

/** What each rule brought, in the order of the rulebook. */
export const sumsByRule = (lines: readonly PaperLine[], { rules }: Rulebook): RuleSum[] =>
  rules.flatMap(({ id, title }) => {
    const own = lines.filter(({ ruleId }) => ruleId === id);
    const sum = (field: "times" | "points") => own.reduce((total, line) => total + line[field], 0);
    return own.length === 0
      ? []
      : [{ ruleId: id, title, times: sum("times"), points: sum("points") }];
  });

/**
 * Whether this person may decide about it.
 * @throws Refusal `decision_made`, `same_person`
 */
export function checkDecider(paper: PaperYear, caller: Caller): void {
  if (paper.status !== "proposed") refuse("decision_made");
  if (paper.enteredBy.id === caller.id) refuse("same_person");
}

/** Who decided, and when, beside the batch itself. */
export function decided(paper: PaperYear, by: Signature, at: Instant) {
  const { status: _, ...batch } = paper;
  return { ...batch, decidedBy: by, decidedAt: at };
}

/** Whoever entered it takes it back before anybody has decided. */
export function withdrawn(paper: PaperYear, caller: Caller): PaperYear {
  if (paper.enteredBy.id !== caller.id) refuse("not_permitted");
  if (paper.status !== "proposed") refuse("decision_made");
  return { ...paper, status: "withdrawn" };
}

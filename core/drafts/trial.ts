import type { Points } from "../kernel/points.ts";
import { Refusal, type RefusalCode } from "../kernel/refusal.ts";
import type { LocalDate } from "../kernel/time.ts";
import type { Account } from "../ledger/account.ts";
import type { Entry } from "../ledger/entry.ts";
import { type Counted, counted, noCounters } from "../rulebook/counters.ts";
import { resultOf, type YearResult } from "../rulebook/result.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Scheme } from "../rulebook/scheme.ts";
import { type Scored, type Standing, score } from "../rulebook/score.ts";

/** What a trial needs of a line. */
export const lineFields = [
  ...(["accountId", "kind", "source", "ruleId", "gradeId", "quantity", "event"] as const),
  ...(["times", "points", "occurredOn", "countsOn", "marks"] as const),
];

export type PastLine = Pick<Entry, "id" | (typeof lineFields)[number]>;

/** `band`: that of the year, or of its quarters where only these have one; "" for none. */
export type Outcome = Readonly<{ score: Points; band: string }>;

/** What a member's year came to, and what it would have come to under the draft. */
export type Trial = Readonly<{
  was: Outcome;
  would: Outcome;
  /** Facts of which the draft has no rule or no grade any more, by the rule's latest name. */
  missing: readonly Readonly<{ rule: string; times: number }>[];
  /** Facts that the draft's rules refuse, by the reason. */
  refused: readonly Readonly<{ code: RefusalCode; times: number }>[];
}>;

/**
 * Replays a member's year under a draft: every fact that stands, in the order it was recorded, scored
 * from the beginning. Opening lines stay as they are, and so does the reversal of a line of another year.
 * What an undone line had used of a cap is free, so a year with reversals can come to something else
 * even under the rulebook that scored it.
 * @param lines all lines of the account, in the order of `seq`
 * @param on the day on which exemptions are looked at, for both results
 */
export function tryYear(
  account: Account,
  lines: readonly PastLine[],
  { inForce, draft, on }: Readonly<{ inForce: Scheme; draft: Rulebook; on: LocalDate }>,
): Trial {
  const { classId, exemptions } = account;
  let standing: Standing = { classId, exemptions, ...noCounters };
  const missing = new Map<string, number>();
  const refused = new Map<RefusalCode, number>();
  for (const line of standingLines(lines)) {
    if (line.kind === "award" && !isKnown(draft, line)) {
      const title = account.byRule[line.ruleId]?.title ?? line.ruleId;
      missing.set(title, (missing.get(title) ?? 0) + line.times);
      continue;
    }
    const scored = line.kind === "award" ? scoreOrRefuse(draft, standing, line) : line;
    if (typeof scored === "string") refused.set(scored, (refused.get(scored) ?? 0) + line.times);
    else standing = { ...standing, ...counted(standing, effectOf(draft, line, scored)) };
  }
  return {
    was: outcomeOf(resultOf(inForce, account, on)),
    would: outcomeOf(resultOf(draft, standing, on)),
    missing: [...missing].map(([rule, times]) => ({ rule, times })),
    refused: [...refused].map(([code, times]) => ({ code, times })),
  };
}

/** Without the lines that were undone, and without those that undid them. */
function standingLines(lines: readonly PastLine[]): PastLine[] {
  const own = new Set(lines.map(({ id }) => id));
  const undone = new Set(
    lines.filter(({ kind }) => kind === "reversal").map(({ source }) => source.id),
  );
  return lines.filter(({ id, kind, source }) =>
    kind === "reversal" ? !own.has(source.id) : !undone.has(id),
  );
}

const isKnown = ({ rules }: Scheme, { ruleId, gradeId }: PastLine): boolean =>
  rules.some(({ id, grades }) => id === ruleId && grades.some((grade) => grade.id === gradeId));

function scoreOrRefuse(
  draft: Rulebook,
  standing: Standing,
  line: PastLine,
): Pick<Scored, "points" | "marks"> | RefusalCode {
  try {
    return score(draft, standing, line);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function effectOf(
  { rules }: Scheme,
  { ruleId, countsOn, times, kind }: PastLine,
  { points, marks }: Pick<Scored, "points" | "marks">,
): Counted {
  const rule = rules.find(({ id }) => id === ruleId);
  return {
    ...{ ruleId, ruleTitle: rule?.title ?? "", category: rule?.category ?? "" },
    ...{ countsOn, times, points, marks, undoes: kind === "reversal" },
  };
}

function outcomeOf({ score, band, quarters }: YearResult): Outcome {
  const ofQuarters = quarters.flatMap((quarter) => quarter.band ?? []);
  return { score, band: band ?? ofQuarters.join("、") };
}

/** A member's trial with whose it is. */
export type Tried = Trial & Readonly<{ memberId: string; name: string; branchId: string }>;

export type BranchTrial = Readonly<{
  branchId: string;
  members: number;
  /** Sums of the scores: a mean is a sum divided by the members. */
  was: Points;
  would: Points;
  scoresChanged: number;
  bandsChanged: number;
}>;

/** The trials of each branch summed up; sums of parts of a village can be added. */
export function byBranch(trials: readonly Tried[]): BranchTrial[] {
  const branches = new Map<string, BranchTrial>();
  for (const { branchId, was, would } of trials) {
    const before = branches.get(branchId) ?? noTrials(branchId);
    branches.set(branchId, {
      branchId,
      members: before.members + 1,
      was: before.was + was.score,
      would: before.would + would.score,
      scoresChanged: before.scoresChanged + Number(was.score !== would.score),
      bandsChanged: before.bandsChanged + Number(was.band !== would.band),
    });
  }
  return [...branches.values()];
}

const noTrials = (branchId: string): BranchTrial => ({
  ...{ branchId, members: 0, was: 0, would: 0, scoresChanged: 0, bandsChanged: 0 },
});

/** How often each thing happened, for all members together, the most frequent first. */
export function timesOf<Thing extends Readonly<{ times: number }>>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Array<Readonly<{ name: string; times: number }>> {
  const sums = new Map<string, number>();
  for (const thing of things) {
    const name = nameOf(thing);
    sums.set(name, (sums.get(name) ?? 0) + thing.times);
  }
  return [...sums]
    .map(([name, times]) => ({ name, times }))
    .sort((one, other) => other.times - one.times);
}

import { Refusal } from "../../../core/kernel/refusal.ts";
import type { LocalDate } from "../../../core/kernel/time.ts";
import { type Counted, counted, noCounters } from "../../../core/rulebook/counters.ts";
import { resultOf } from "../../../core/rulebook/result.ts";
import type { Rulebook } from "../../../core/rulebook/rulebook.ts";
import type { Scheme } from "../../../core/rulebook/scheme.ts";
import { type Fact, type Scored, type Standing, score } from "../../../core/rulebook/score.ts";

/** A year lived under a scheme: builders that show only what a case is about; all of it invented. */

export const rulebookOf = (scheme: Scheme): Rulebook => ({
  ...{ id: "v-v1", villageId: "v", version: 1, effectiveFrom: "2014-01-01" },
  ...scheme,
});

/** A fact of its own, once, that counts on the day it was done. */
export const on = (
  day: LocalDate,
  ruleId: string,
  gradeId: string,
  more: Partial<Fact> = {},
): Fact => ({
  ...{ ruleId, gradeId, quantity: 1, occurredOn: day, countsOn: day, event: "" },
  ...more,
});

/** The same on several days. */
export const onEach = (days: readonly LocalDate[], ruleId: string, gradeId: string): Fact[] =>
  days.map((day) => on(day, ruleId, gradeId));

/** So many days of a month, from the 1st on. */
export const days = (month: string, howMany: number): string[] =>
  Array.from({ length: howMany }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);

export type Person = Partial<Pick<Standing, "classId" | "exemptions">>;

export const standing = (person: Person = {}): Standing => ({
  ...{ classId: "", exemptions: [] },
  ...person,
  ...noCounters,
});

export type Line = Fact & Scored;

/** What a line does to the counters. */
export const effectOf = (line: Line): Counted => ({
  ...{ ruleId: line.ruleId, ruleTitle: line.explanation.ruleTitle },
  ...{ category: line.explanation.category, countsOn: line.countsOn },
  ...{ points: line.points, times: 1, marks: line.marks, undoes: false },
});

/** The effect of the reversal of a line. */
export const undoingOf = (effect: Counted): Counted => ({
  ...effect,
  points: effect.points === 0 ? 0 : -effect.points,
  undoes: true,
});

/** Scores the facts one after another, each in the account that the ones before it left. */
export function lived(scheme: Scheme, facts: readonly Fact[], person: Person = {}) {
  const rulebook = rulebookOf(scheme);
  let account = standing(person);
  const lines: Line[] = [];
  for (const fact of facts) {
    const line = { ...fact, ...score(rulebook, account, fact) };
    account = { ...account, ...counted(account, effectOf(line)) };
    lines.push(line);
  }
  return {
    account,
    lines,
    points: lines.map((line) => line.points),
    sum: lines.reduce((sum, line) => sum + line.points, 0),
    resultOn: (day: LocalDate) => resultOf(scheme, account, day),
  };
}

/** The code by which a fact is refused after some others; undefined when it counts. */
export function refusalOf(
  scheme: Scheme,
  facts: readonly Fact[],
  fact: Fact,
  person: Person = {},
): string | undefined {
  const { account } = lived(scheme, facts, person);
  try {
    score(rulebookOf(scheme), account, fact);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return undefined;
}

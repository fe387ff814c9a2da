import { refuse } from "../kernel/refusal.ts";
import { ruleById } from "../rulebook/rulebook.ts";
import type { Meeting, Scheme } from "../rulebook/scheme.ts";

/** @throws Refusal `unknown_rule` for a kind that the rulebook does not have */
export const meetingOf = (rulebook: Scheme, kind: string): Meeting =>
  rulebook.meetings.find(({ id }) => id === kind) ?? refuse("unknown_rule");

/** Whether only the committee may have this meeting's lines recorded, as one of its rules says. */
export const isCommitteesOwn = (rulebook: Scheme, { ruleId, absence, late }: Meeting): boolean =>
  [ruleId, absence?.ruleId, late?.ruleId].some(
    (id) => id !== undefined && ruleById(rulebook, id).approver === "committee",
  );

/** What coming, coming late besides, and staying away count before any cap; 0 where nothing. */
export function ratesOf(rulebook: Scheme, { ruleId, gradeId, absence, late }: Meeting) {
  const of = (line?: Readonly<{ ruleId: string; gradeId: string }>): number =>
    (line &&
      ruleById(rulebook, line.ruleId).grades.find(({ id }) => id === line.gradeId)?.points) ??
    0;
  return { present: of({ ruleId, gradeId }), late: of(late), absent: of(absence) };
}

import { awardId } from "../ledger/entry.ts";
import type { Meeting } from "../rulebook/scheme.ts";
import type { Attendance, Part } from "./attendance.ts";

/** A rule and a grade of it: what a line is scored by. */
export type Due = Readonly<{ part: Part; ruleId: string; gradeId: string }>;

/**
 * What the rulebook wants recorded for somebody on the roll. Staying away counts only without leave and
 * only where the meeting says so; whoever asked and was never answered is not to blame.
 */
export function duesOf(attendance: Attendance, meeting: Meeting): Due[] {
  const { ruleId, gradeId, late, absence } = meeting;
  switch (attendance.status) {
    case "present":
      return [
        { part: "attended", ruleId, gradeId },
        ...(attendance.late && late ? [dueFor("late", late)] : []),
      ];
    case "expected":
    case "absent":
    case "leaveRefused":
      return absence ? [dueFor("absence", absence)] : [];
    case "leaveAsked":
    case "leaveGranted":
      return [];
  }
}

const dueFor = (part: Part, of: Readonly<{ ruleId: string; gradeId: string }>): Due => ({
  ...{ part, ruleId: of.ruleId, gradeId: of.gradeId },
});

/** What is to be done so that the ledger holds what is due: lines to undo, and lines to record. */
export type Work = Readonly<{
  undo: ReadonlyArray<Readonly<{ part: Part; entryId: string }>>;
  record: readonly Due[];
}>;

/** What stands and is due stays untouched; what was refused before is tried again. */
export function workOf({ lines }: Attendance, dues: readonly Due[]): Work {
  const standing = Object.entries(lines).flatMap(([part, line]) =>
    "entryId" in line ? [{ part: part as Part, entryId: line.entryId }] : [],
  );
  return {
    undo: standing.filter(({ part }) => !dues.some((due) => due.part === part)),
    record: dues.filter(({ part }) => !standing.some((line) => line.part === part)),
  };
}

/** @param round from the second on in the id, as the line of an earlier round may stand undone */
export function lineId(activityId: string, memberId: string, part: Part, round: number): string {
  const plain = awardId(activityId, memberId);
  return [
    plain,
    ...(part === "attended" ? [] : [part]),
    ...(round > 1 ? [String(round)] : []),
  ].join("-");
}

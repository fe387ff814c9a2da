import type { Caller } from "../kernel/operation.ts";
import type { LocalDate } from "../kernel/time.ts";
import { maySeeAll } from "../submissions/part.ts";
import type { Submission } from "../submissions/submission.ts";
import type { PhotoSignal } from "./photoSignals.ts";

/** A photo that looks like another, and the other's case where the reviewer may read it. */
export type PhotoCase = Readonly<{ fileId: string; same: boolean; like?: Case }>;

type Case = Readonly<{
  submissionId: string;
  member: string;
  rule: string;
  workedOn: LocalDate;
  fileId: string;
}>;

/** More would be read by nobody. */
const casesMost = 5;

/** The first few, without what was taken back: then nothing came of that photo. */
export const shownCases = (
  found: readonly PhotoSignal[],
  others: readonly Submission[],
  reviewer: Caller,
): PhotoCase[] =>
  found
    .flatMap(({ fileId, same, like }) => {
      const other = others.find(({ id }) => id === like.submissionId);
      if (!other || other.status === "withdrawn") return [];
      return [{ fileId, same, ...(maySeeAll(other, reviewer) && { like: caseOf(other, like) }) }];
    })
    .slice(0, casesMost);

const caseOf = (other: Submission, { fileId }: PhotoSignal["like"]): Case => ({
  submissionId: other.id,
  member: other.memberName,
  rule: other.ruleTitle,
  workedOn: other.workedOn,
  fileId,
});

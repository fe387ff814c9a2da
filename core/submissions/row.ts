import type * as z from "zod";
import type { Caller } from "../kernel/operation.ts";
import type { Points } from "../kernel/points.ts";
import type { SubmissionRow } from "./contract.ts";
import { partOf } from "./part.ts";
import type { Submission } from "./submission.ts";

/** How much of the text a list shows. */
const excerptMost = 60;

/** A submission as one line of a list. */
export const rowOf = (submission: Submission, reader: Caller): z.input<typeof SubmissionRow> => ({
  id: submission.id,
  member: submission.memberName,
  rule: submission.ruleTitle,
  workedOn: submission.workedOn,
  text: submission.text.slice(0, excerptMost),
  photos: partOf(submission, reader) === "participant" ? 0 : submission.photos.length,
  status: submission.status,
  reason: submission.status === "returned" ? submission.reason : undefined,
  points: pointsFor(submission, reader),
  recorder: submission.recorder?.name,
  honour: submission.honour?.title,
  part: partOf(submission, reader),
  asked: submission.asked.includes(reader.id),
});

/** Whoever took part reads what they got themselves, everybody else what the member got. */
function pointsFor(submission: Submission, reader: Caller): Points | undefined {
  if (submission.status !== "approved") return undefined;
  if (partOf(submission, reader) !== "participant") return submission.points;
  const own = submission.participants.find(({ id }) => id === reader.id);
  return own?.outcome?.kind === "recorded" ? own.outcome.points : undefined;
}

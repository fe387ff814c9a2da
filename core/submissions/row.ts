import type * as z from "zod";
import type { Caller } from "../kernel/operation.ts";
import type { SubmissionRow } from "./contract.ts";
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
  photos: submission.photos.length,
  status: submission.status,
  reason: submission.status === "returned" ? submission.reason : undefined,
  points: submission.status === "approved" ? submission.points : undefined,
  recorder: submission.recorder?.name,
  honour: submission.honour?.title,
  asked: submission.asked.includes(reader.id),
});

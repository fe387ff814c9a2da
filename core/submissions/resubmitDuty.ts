import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { askChecks } from "../media/askChecks.ts";
import { members } from "../members/member.ts";
import { ResubmitDutyInput, ResubmitDutyOutput } from "./contract.ts";
import { sameDuty } from "./duty.ts";
import { writtenOf } from "./handIn.ts";
import { resubmitted, submissions } from "./submission.ts";
import { tellReviewers } from "./tellReviewers.ts";

/** A returned submission goes in again, mended. Sent twice, the second changes nothing. */
export const resubmitDuty = operation({
  name: "resubmitDuty",
  who: ["member"],
  input: ResubmitDutyInput,
  output: ResubmitDutyOutput,
  async run({ caller, input, at, ...ports }) {
    const { submissionId, ...duty } = input;
    const { db } = ports;
    const before = (await db.get(submissions, submissionId)) ?? refuse("not_found");
    if (before.ownerId !== caller.id) refuse("not_found");
    const subject = (await db.get(members, before.memberId)) ?? refuse("not_found");
    const wanted = { submissionId, duty, subject, recorder: before.recorder };
    const written = await writtenOf(ports, wanted, caller, at);
    const again = await db.transact(async (tx) => {
      const submission = (await tx.get(submissions, submissionId)) ?? refuse("not_found");
      if (submission.status === "pending" && sameDuty(submission, duty)) return undefined;
      const pending = resubmitted(submission, written, at);
      await tx.put(submissions, pending);
      return pending;
    });
    await askChecks(ports, { of: submissionId, fileIds: duty.photos }, caller.openid, at);
    if (again) await tellReviewers(ports, again);
    return { status: "pending" as const };
  },
});

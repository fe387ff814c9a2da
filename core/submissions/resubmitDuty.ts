import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { ResubmitDutyInput, ResubmitDutyOutput } from "./contract.ts";
import { checkPhotos, checkText } from "./evidence.ts";
import { checkDay, resubmitted, sameDuty, submissions, underRule } from "./submission.ts";
import { tellReviewers } from "./tellReviewers.ts";

/** A returned submission goes in again, mended. Sent twice, the second changes nothing. */
export const resubmitDuty = operation({
  name: "resubmitDuty",
  who: ["member"],
  input: ResubmitDutyInput,
  output: ResubmitDutyOutput,
  async run({ caller, input, at, db, contentCheck, notices }) {
    const { submissionId, ...duty } = input;
    const village = await villageById(db, caller.villageId);
    checkDay(duty.workedOn, localDate(at), village);
    checkPhotos(submissionId, duty.photos);
    const rulebook = await rulebookOn(db, caller.villageId, duty.workedOn);
    const under = underRule(rulebook, duty.ruleId);
    await checkText(contentCheck, caller, duty.text);
    const again = await db.transact(async (tx) => {
      const submission = (await tx.get(submissions, submissionId)) ?? refuse("not_found");
      if (submission.memberId !== caller.id) refuse("not_found");
      if (submission.status === "pending" && sameDuty(submission, duty)) return undefined;
      const pending = resubmitted(submission, duty, under, at);
      await tx.put(submissions, pending);
      return pending;
    });
    if (again) await tellReviewers({ db, notices }, again);
    return { status: "pending" as const };
  },
});

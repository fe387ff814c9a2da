import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { SubmitDutyInput, SubmitDutyOutput } from "./contract.ts";
import { checkPhotos, checkText } from "./evidence.ts";
import { checkDay, sameDuty, submissions, submitted, underRule } from "./submission.ts";
import { tellReviewers } from "./tellReviewers.ts";

/**
 * A member says what they did. The same submission sent again answers as the first time; another one
 * under its id is refused.
 */
export const submitDuty = operation({
  name: "submitDuty",
  who: ["member"],
  input: SubmitDutyInput,
  output: SubmitDutyOutput,
  async run({ caller, input, at, db, contentCheck, notices }) {
    const { submissionId, ...duty } = input;
    const village = await villageById(db, caller.villageId);
    checkDay(duty.workedOn, localDate(at), village);
    checkPhotos(submissionId, duty.photos);
    const rulebook = await rulebookOn(db, caller.villageId, duty.workedOn);
    const wanted = submitted(submissionId, duty, underRule(rulebook, duty.ruleId), caller, at);
    await checkText(contentCheck, caller, duty.text);
    if (await db.insertNew(submissions, wanted)) {
      await tellReviewers({ db, notices }, wanted);
      return { status: wanted.status };
    }
    const there = (await db.get(submissions, submissionId)) ?? refuse("busy");
    if (there.memberId !== caller.id || !sameDuty(there, duty)) refuse("already_submitted");
    return { status: there.status };
  },
});

import { operation } from "../kernel/operation.ts";
import { SubmitDutyInput, SubmitDutyOutput } from "./contract.ts";
import { handIn } from "./handIn.ts";
import { subjectOf } from "./subject.ts";

/** A member says what they did. */
export const submitDuty = operation({
  name: "submitDuty",
  who: ["member"],
  input: SubmitDutyInput,
  output: SubmitDutyOutput,
  async run({ caller, input: { submissionId, ...duty }, at, ...ports }) {
    const subject = await subjectOf(ports.db, caller);
    return handIn(ports, { submissionId, duty, subject }, caller, at);
  },
});

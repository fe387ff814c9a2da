import { operation } from "../kernel/operation.ts";
import { SubmitDutyInput, SubmitDutyOutput } from "./contract.ts";
import { handIn } from "./handIn.ts";

/** A member says what they did. */
export const submitDuty = operation({
  name: "submitDuty",
  who: ["member"],
  input: SubmitDutyInput,
  output: SubmitDutyOutput,
  run: ({ caller, input: { submissionId, ...duty }, at, ...ports }) =>
    handIn(ports, { submissionId, duty, subject: caller }, caller, at),
});

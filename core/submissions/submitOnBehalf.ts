import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { SubmitOnBehalfInput, SubmitOnBehalfOutput } from "./contract.ts";
import { handIn } from "./handIn.ts";
import { subjectOf } from "./subject.ts";

/** 代录: grid staff write down what a member of their grid did. Somebody else reviews it. */
export const submitOnBehalf = operation({
  name: "submitOnBehalf",
  who: ["gridStaff"],
  input: SubmitOnBehalfInput,
  output: SubmitOnBehalfOutput,
  async run({ caller, input, at, ...ports }) {
    const { submissionId, memberId, consent, ...duty } = input;
    if (memberId === caller.id) refuse("invalid_input");
    const subject = await subjectOf(ports.db, caller, memberId);
    const recorder = { id: caller.id, name: caller.name, consent };
    return handIn(ports, { submissionId, duty, subject, recorder }, caller, at);
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { members } from "../members/member.ts";
import { SubmitOnBehalfInput, SubmitOnBehalfOutput } from "./contract.ts";
import { handIn } from "./handIn.ts";

/** 代录: grid staff write down what a member of their grid did. Somebody else reviews it. */
export const submitOnBehalf = operation({
  name: "submitOnBehalf",
  who: ["gridStaff"],
  input: SubmitOnBehalfInput,
  output: SubmitOnBehalfOutput,
  async run({ caller, input, at, ...ports }) {
    const { submissionId, memberId, consent, ...duty } = input;
    const subject = (await ports.db.get(members, memberId)) ?? refuse("not_found");
    if (subject.villageId !== caller.villageId) refuse("not_found");
    if (subject.id === caller.id) refuse("invalid_input");
    if (subject.gridId !== caller.gridId) refuse("other_grid");
    const recorder = { id: caller.id, name: caller.name, consent };
    return handIn(ports, { submissionId, duty, subject, recorder }, caller, at);
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { WithdrawSubmissionInput, WithdrawSubmissionOutput } from "./contract.ts";
import { submissions, withdrawn } from "./submission.ts";

/** What has not been decided is taken back, by whoever wrote it or by the member whose it is. */
export const withdrawSubmission = operation({
  name: "withdrawSubmission",
  who: ["member"],
  input: WithdrawSubmissionInput,
  output: WithdrawSubmissionOutput,
  async run({ caller, input, db }) {
    await db.transact(async (tx) => {
      const submission = (await tx.get(submissions, input.submissionId)) ?? refuse("not_found");
      await tx.put(submissions, withdrawn(submission, caller));
    });
    return { status: "withdrawn" as const };
  },
});

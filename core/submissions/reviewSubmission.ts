import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { tell } from "../members/tell.ts";
import { ReviewSubmissionInput, ReviewSubmissionOutput } from "./contract.ts";
import { recordAwards } from "./recordAwards.ts";
import { review } from "./review.ts";
import { submissions } from "./submission.ts";

/** Approve, and the awards are recorded in the same transaction; or return with a reason. */
export const reviewSubmission = operation({
  name: "reviewSubmission",
  who: ["secretary", "committee"],
  input: ReviewSubmissionInput,
  output: ReviewSubmissionOutput,
  async run({ caller, input, at, db, notices }) {
    const reviewed = await db.transact(async (tx) => {
      const submission = (await tx.get(submissions, input.submissionId)) ?? refuse("not_found");
      const decided = review(submission, input, caller, at);
      const settled = decided.status === "approved" ? await recordAwards(tx, decided) : decided;
      await tx.put(submissions, settled);
      return settled;
    });
    const { id, ownerId, ruleTitle, status, participants } = reviewed;
    await tell(
      { db, notices },
      { id: ownerId },
      {
        kind: "decided",
        page: `packages/member/submission/index?submissionId=${id}`,
        title: ruleTitle,
        status: status === "approved" ? "已通过" : "已退回",
        at,
      },
    );
    return {
      status,
      points: status === "approved" ? reviewed.points : 0,
      others: participants.filter(({ outcome }) => outcome?.kind === "recorded").length,
    };
  },
});

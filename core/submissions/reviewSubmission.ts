import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { tell } from "../members/tell.ts";
import { rulebooks } from "../rulebook/rulebook.ts";
import { ReviewSubmissionInput, ReviewSubmissionOutput } from "./contract.ts";
import { attested } from "./participant.ts";
import { recordAwards } from "./recordAwards.ts";
import { review, submissions, withParticipants } from "./submission.ts";

/** Approve, and the award is recorded in the same transaction; or return with a reason. */
export const reviewSubmission = operation({
  name: "reviewSubmission",
  who: ["secretary", "committee"],
  input: ReviewSubmissionInput,
  output: ReviewSubmissionOutput,
  async run({ caller, input, at, db, notices }) {
    const reviewed = await db.transact(async (tx) => {
      const submission = (await tx.get(submissions, input.submissionId)) ?? refuse("not_found");
      const rulebook = (await tx.get(rulebooks, submission.rulebookId)) ?? refuse("not_found");
      const decided = review(submission, input, caller, at);
      if (input.decision === "return" || decided.status === "returned") {
        await tx.put(submissions, decided);
        return decided;
      }
      const known = withParticipants(decided, attested(decided.participants, input.attested));
      const recorded = await recordAwards(tx, known, rulebook);
      await tx.put(submissions, recorded);
      return recorded;
    });
    await tell(
      { db, notices },
      { id: reviewed.ownerId },
      {
        kind: "decided",
        page: `packages/member/submission/index?submissionId=${reviewed.id}`,
        title: reviewed.ruleTitle,
        status: reviewed.status === "approved" ? "已通过" : "已退回",
        at,
      },
    );
    return {
      status: reviewed.status,
      points: reviewed.status === "approved" ? reviewed.points : 0,
    };
  },
});

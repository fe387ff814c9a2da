import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { UndoReviewInput, UndoReviewOutput } from "./contract.ts";
import { undoAwards } from "./recordAwards.ts";
import { undoneReview } from "./review.ts";
import { submissions } from "./submission.ts";

/** What its lines say to whoever reads them in the passbook. */
const reason = "审核的人撤销了这次审核";

/**
 * 撤销: the reviewer takes their own decision back, and the submission waits again. An approval's lines are
 * undone by reversal lines in the same transaction; approved again, it records new ones.
 */
export const undoReview = operation({
  name: "undoReview",
  who: ["secretary", "committee"],
  input: UndoReviewInput,
  output: UndoReviewOutput,
  async run({ caller, input, at, db }) {
    const by = { id: caller.id, name: caller.name };
    const undone = await db.transact(async (tx) => {
      const submission = (await tx.get(submissions, input.submissionId)) ?? refuse("not_found");
      const waiting = undoneReview(submission, caller, at);
      if (submission.status === "approved") await undoAwards(tx, submission, { by, reason, at });
      await tx.put(submissions, waiting);
      return submission.status === "approved" ? ("approved" as const) : ("returned" as const);
    });
    return { status: "pending" as const, undone };
  },
});

import type { Database, Where } from "../kernel/database.ts";
import type { Notices } from "../kernel/ports.ts";
import { tell } from "../members/tell.ts";
import type { Pending } from "./submission.ts";

/** The notice that brings a reviewer to the submission with one tap. */
export function tellReviewers(
  ports: Readonly<{ db: Database; notices: Notices }>,
  submission: Pending,
): Promise<void> {
  const reviewers: Where =
    submission.approver === "committee"
      ? { villageId: submission.villageId, roles: { contains: "committee" } }
      : { branchId: submission.branchId, roles: { contains: "secretary" } };
  return tell(
    ports,
    { ...reviewers, id: { not: submission.ownerId } }, // whoever wrote it knows
    {
      kind: "toReview",
      page: `packages/review/review/index?submissionId=${submission.id}`,
      title: submission.ruleTitle,
      status: "待审核",
      at: submission.submittedAt,
    },
  );
}

import type { Where } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";

/** The same rule as `checkReviewer`, as a query: what this person is to review, never their own. */
export const waitingSubmissions = (reviewer: Caller): Where =>
  reviewer.roles.includes("committee")
    ? waitingFor(reviewer)
    : { ...waitingFor(reviewer), approver: "secretary" };

const waitingFor = (reviewer: Caller): Where => {
  const { memberId: _, ...where } = waitingClaims(reviewer);
  return { ...where, involved: { not: reviewer.id } };
};

/** Claims: the secretary's own branch, or all of the village for the committee. */
export const waitingClaims = (reviewer: Caller): Where => ({
  ...(reviewer.roles.includes("committee")
    ? { villageId: reviewer.villageId }
    : { branchId: reviewer.branchId }),
  status: "pending",
  memberId: { not: reviewer.id },
});

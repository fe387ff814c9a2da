import { decisions } from "../decisions/decision.ts";
import { rulebookDrafts } from "../drafts/draft.ts";
import { operation } from "../kernel/operation.ts";
import { objections } from "../objections/objection.ts";
import { paperYears } from "../paper/paper.ts";
import { claims } from "../posts/claim.ts";
import { nominations } from "../stories/nomination.ts";
import { stories } from "../stories/story.ts";
import { submissions } from "../submissions/submission.ts";
import { waitingClaims, waitingSubmissions } from "../submissions/waiting.ts";
import { GetDeskInput, GetDeskOutput } from "./contract.ts";

/** Years from paper that are on their way at once: more than any village has booklets of. */
const paperYearsMost = 50;

/** 党委工作台: what waits for this member of the committee, counted. */
export const getDesk = operation({
  name: "getDesk",
  who: ["committee"],
  input: GetDeskInput,
  output: GetDeskOutput,
  async run({ caller, db }) {
    const { id, villageId } = caller;
    const [decided, papers, objected, submitted, claimed, draft, handedIn, nominated] =
      await Promise.all([
        db.count(decisions, {
          ...{ villageId, open: true, memberId: { not: id }, "proposedBy.id": { not: id } },
        }),
        db.find(paperYears, {
          where: { villageId, status: { in: ["proposed", "confirmed"] } },
          limit: paperYearsMost,
        }),
        db.count(objections, { villageId, status: "open" }),
        db.count(submissions, waitingSubmissions(caller)),
        db.count(claims, waitingClaims(caller)),
        db.get(rulebookDrafts, villageId),
        db.count(stories, { villageId, status: "handedIn" }),
        db.count(nominations, { villageId, status: "open" }),
      ]);
    return {
      decisions: decided,
      papers: papers
        .filter(({ status, enteredBy }) => status === "confirmed" || enteredBy.id !== id)
        .map(({ year }) => year),
      objections: objected,
      toReview: submitted + claimed,
      stories: handedIn,
      nominations: nominated,
      drafted: draft?.status === "open",
    };
  },
});

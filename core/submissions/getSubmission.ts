import { branches } from "../branches/branch.ts";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { refuse, sentences } from "../kernel/refusal.ts";
import { localDate, yearOf } from "../kernel/time.ts";
import { ruleById, rulebooks } from "../rulebook/rulebook.ts";
import { GetSubmissionInput, GetSubmissionOutput } from "./contract.ts";
import type { Honour } from "./duty.ts";
import { maySeeAll } from "./part.ts";
import type { Participant } from "./participant.ts";
import { checkReviewer, mayReview } from "./review.ts";
import { rowOf } from "./row.ts";
import { mayWithdraw, submissions } from "./submission.ts";

/** One submission, for everybody it concerns and for those who may review it. */
export const getSubmission = operation({
  name: "getSubmission",
  who: ["member"],
  input: GetSubmissionInput,
  output: GetSubmissionOutput,
  async run({ caller, input, db, files }) {
    const submission = (await db.get(submissions, input.submissionId)) ?? refuse("not_found");
    const { status, ownerId } = submission;
    if (!submission.involved.includes(caller.id)) checkReviewer(submission, caller);
    const all = maySeeAll(submission, caller);
    const photos = all ? submission.photos : [];
    const [rulebook, branch, addresses, honour] = await Promise.all([
      db.get(rulebooks, submission.rulebookId),
      db.get(branches, submission.branchId),
      files.addresses(photos),
      submission.honour && shownHonour(db, submission.honour),
    ]);
    const rule = ruleById(rulebook ?? refuse("not_found"), submission.ruleId);
    return {
      ...rowOf(submission, caller),
      branch: branch?.name ?? "",
      memberId: submission.memberId,
      ...{ ruleId: rule.id, clause: rule.clause, grades: rule.grades, unit: rule.unit },
      quantity: submission.quantity,
      honour,
      recorder: all ? submission.recorder : undefined,
      participants: submission.participants
        .filter(({ id }) => all || id === caller.id)
        .map(shownParticipant),
      submittedOn: localDate(submission.submittedAt),
      text: submission.text,
      photos: photos.map((fileId, index) => ({ fileId, address: addresses[index] ?? "" })),
      year: yearOf(submission.workedOn, rulebook?.yearStart),
      may: {
        review: status === "pending" && mayReview(submission, caller),
        withdraw:
          (status === "pending" || status === "returned") && mayWithdraw(submission, caller),
        resubmit: status === "returned" && ownerId === caller.id,
        answer: submission.asked.includes(caller.id),
      },
    };
  },
});

async function shownHonour(db: Database, honour: Honour) {
  const { sameDeedAs } = honour;
  const first = sameDeedAs === "" ? undefined : await db.get(submissions, sameDeedAs);
  return { ...honour, sameDeed: first?.honour?.title ?? "" };
}

const shownParticipant = ({ id, name, answer, outcome }: Participant) => ({
  ...{ memberId: id, name, answer },
  points: outcome?.kind === "recorded" ? outcome.points : undefined,
  refused: outcome?.kind === "refused" ? sentences[outcome.code] : undefined,
});

import { branches } from "../branches/branch.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { Refusal, refuse, sentences } from "../kernel/refusal.ts";
import { localDate, yearOf } from "../kernel/time.ts";
import { ruleById, rulebooks } from "../rulebook/rulebook.ts";
import { GetSubmissionInput, GetSubmissionOutput } from "./contract.ts";
import type { Participant } from "./participant.ts";
import { rowOf } from "./row.ts";
import { checkReviewer, type Submission, submissions } from "./submission.ts";

/** One submission whole, for the member who made it and for those who may review it. */
export const getSubmission = operation({
  name: "getSubmission",
  who: ["member"],
  input: GetSubmissionInput,
  output: GetSubmissionOutput,
  async run({ caller, input, db, files }) {
    const submission = (await db.get(submissions, input.submissionId)) ?? refuse("not_found");
    if (!submission.involved.includes(caller.id)) checkReviewer(submission, caller);
    const owner = submission.ownerId === caller.id;
    const [rulebook, branch, addresses] = await Promise.all([
      db.get(rulebooks, submission.rulebookId),
      db.get(branches, submission.branchId),
      files.addresses(submission.photos),
    ]);
    const rule = ruleById(rulebook ?? refuse("not_found"), submission.ruleId);
    const { status } = submission;
    return {
      ...rowOf(submission, caller),
      branch: branch?.name ?? "",
      ruleId: rule.id,
      clause: rule.clause,
      grades: rule.grades,
      unit: rule.unit,
      quantity: submission.quantity,
      honour: submission.honour,
      recorder: submission.recorder,
      participants: submission.participants.map(shownParticipant),
      submittedOn: localDate(submission.submittedAt),
      text: submission.text,
      photos: submission.photos.map((fileId, index) => ({
        fileId,
        address: addresses[index] ?? "",
      })),
      year: yearOf(submission.workedOn, rulebook?.yearStart),
      may: {
        review: status === "pending" && mayReview(submission, caller),
        withdraw: owner && (status === "pending" || status === "returned"),
        resubmit: owner && status === "returned",
        answer: submission.asked.includes(caller.id),
      },
    };
  },
});

const shownParticipant = ({ id, name, answer, outcome }: Participant) => ({
  ...{ memberId: id, name, answer, recorded: outcome === "recorded" },
  refused: outcome && outcome !== "recorded" ? sentences[outcome] : undefined,
});

function mayReview(submission: Submission, caller: Caller): boolean {
  try {
    checkReviewer(submission, caller);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

import { branches } from "../branches/branch.ts";
import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { refuse, sentences } from "../kernel/refusal.ts";
import { type Instant, localDate, yearOf } from "../kernel/time.ts";
import { checksOf, pictureState } from "../media/mediaCheck.ts";
import { ruleById, rulebooks } from "../rulebook/rulebook.ts";
import { GetSubmissionInput, GetSubmissionOutput } from "./contract.ts";
import type { Honour } from "./duty.ts";
import { maySeeAll, partOf } from "./part.ts";
import type { Participant } from "./participant.ts";
import { checkReviewer, mayReview, mayUndo } from "./review.ts";
import { rowOf } from "./row.ts";
import { mayWithdraw, type Submission, submissions } from "./submission.ts";

/** One submission, for everybody it concerns and for those who may review it. */
export const getSubmission = operation({
  name: "getSubmission",
  who: ["member"],
  input: GetSubmissionInput,
  output: GetSubmissionOutput,
  async run({ caller, input, at, db, files }) {
    const submission = (await db.get(submissions, input.submissionId)) ?? refuse("not_found");
    const { status, ownerId } = submission;
    if (!submission.involved.includes(caller.id)) checkReviewer(submission, caller);
    const all = maySeeAll(submission, caller);
    const refused = await refusedPhotos(db, submission, at);
    const photos = photosFor(submission, caller, refused);
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
      photos: photos.map((fileId, index) => ({
        ...{ fileId, address: addresses[index] ?? "" },
        refused: refused.includes(fileId),
      })),
      year: yearOf(submission.workedOn, rulebook?.yearStart),
      may: {
        review: status === "pending" && mayReview(submission, caller),
        undo: mayUndo(submission, caller, at),
        withdraw:
          (status === "pending" || status === "returned") && mayWithdraw(submission, caller),
        resubmit: status === "returned" && ownerId === caller.id,
        answer: submission.asked.includes(caller.id),
      },
    };
  },
});

/** Photos that WeChat holds to be unfit. */
async function refusedPhotos(
  db: Database,
  { id, photos }: Submission,
  at: Instant,
): Promise<string[]> {
  const checks = await checksOf(db, photos.length > 0 ? [id] : []);
  return photos.filter((fileId) => pictureState(checks, fileId, at) === "risky");
}

/**
 * Reviewers judge by the photos, so they see them before WeChat has looked; one that it refused is for
 * whose submission it is alone, who can hand in another.
 */
function photosFor(
  submission: Submission,
  caller: Caller,
  refused: readonly string[],
): readonly string[] {
  if (!maySeeAll(submission, caller)) return [];
  const part = partOf(submission, caller);
  if (part === "member" || part === "recorder") return submission.photos;
  return submission.photos.filter((fileId) => !refused.includes(fileId));
}

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

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { awardId, entries } from "../ledger/entry.ts";
import { rulebooks } from "../rulebook/rulebook.ts";
import { AnswerParticipationInput, AnswerParticipationOutput } from "./contract.ts";
import { answered, type Participant } from "./participant.ts";
import { recordingOf, recordParticipant } from "./recordAwards.ts";
import { type Approved, type Submission, submissions, withParticipants } from "./submission.ts";

/**
 * Whoever is said to have taken part says whether it is true. A yes counts with the approval: at once
 * when the submission is approved already.
 */
export const answerParticipation = operation({
  name: "answerParticipation",
  who: ["member"],
  input: AnswerParticipationInput,
  output: AnswerParticipationOutput,
  async run({ caller, input: { submissionId, answer }, at, db }) {
    const points = await db.transact(async (tx) => {
      const submission = (await tx.get(submissions, submissionId)) ?? refuse("not_found");
      if (submission.villageId !== caller.villageId) refuse("not_found");
      if (submission.status === "withdrawn") refuse("not_found");
      const participants = answered(submission.participants, caller.id, answer);
      const after = withParticipants(submission, participants);
      if (!isApproved(after)) {
        await tx.put(submissions, after);
        return 0;
      }
      const rulebook = (await tx.get(rulebooks, after.rulebookId)) ?? refuse("not_found");
      const recording = await recordingOf(tx, after, rulebook, at);
      const recorded: Participant[] = [];
      for (const one of participants) recorded.push(await recordParticipant(tx, one, recording));
      await tx.put(submissions, withParticipants(after, recorded));
      return (await tx.get(entries, awardId(submissionId, caller.id)))?.points ?? 0;
    });
    return { answer, points };
  },
});

const isApproved = (submission: Submission): submission is Approved =>
  submission.status === "approved";

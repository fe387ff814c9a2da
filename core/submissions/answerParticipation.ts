import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { AnswerParticipationInput, AnswerParticipationOutput } from "./contract.ts";
import { answered } from "./participant.ts";
import { recordLate } from "./recordAwards.ts";
import { submissions, withParticipants } from "./submission.ts";

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
    const own = await db.transact(async (tx) => {
      const submission = (await tx.get(submissions, submissionId)) ?? refuse("not_found");
      if (submission.villageId !== caller.villageId) refuse("not_found");
      if (submission.status === "withdrawn") refuse("not_found");
      const participants = answered(submission.participants, caller.id, answer);
      const isOwn = ({ id }: Readonly<{ id: string }>) => id === caller.id;
      if (participants === submission.participants) return participants.find(isOwn); // sent twice
      const after = withParticipants(submission, participants);
      const counts = answer === "yes" && after.status === "approved";
      const settled = counts ? await recordLate(tx, after, caller.id, at) : after;
      await tx.put(submissions, settled);
      return settled.participants.find(isOwn);
    });
    return { answer, points: own?.outcome?.kind === "recorded" ? own.outcome.points : 0 };
  },
});

import type { Transaction } from "../kernel/database.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { awardId } from "../ledger/entry.ts";
import { record } from "../ledger/record.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Participant } from "./participant.ts";
import { type Approved, submissions, withParticipants } from "./submission.ts";

/** The lines that an approved submission earns: its member's, and those of whoever has said yes. */
export async function recordAwards(
  tx: Transaction,
  approved: Approved,
  rulebook: Rulebook,
): Promise<Approved> {
  const recording = await recordingOf(tx, approved, rulebook, approved.reviewedAt);
  const home = { branchId: approved.branchId, gridId: approved.gridId };
  const id = awardId(approved.id);
  const { entry } = await record(tx, { ...recording, id, memberId: approved.memberId, home });
  const participants: Participant[] = [];
  for (const participant of approved.participants) {
    participants.push(await recordParticipant(tx, participant, recording));
  }
  return withParticipants({ ...approved, points: entry.points }, participants);
}

/** What all lines of one submission share. */
export async function recordingOf(
  tx: Transaction,
  approved: Approved,
  rulebook: Rulebook,
  at: Instant,
) {
  const { id, ruleId, gradeId, quantity, workedOn, recorder } = approved;
  const event = await deedOf(tx, approved);
  return {
    source: { kind: "submission", id },
    rulebook,
    fact: { ruleId, gradeId, quantity, occurredOn: workedOn, event },
    approvers: [{ id: approved.reviewedBy, name: approved.reviewedByName }],
    ...(recorder ? { recorder: { id: recorder.id, name: recorder.name } } : {}),
    at,
  } as const;
}

type Recording = Awaited<ReturnType<typeof recordingOf>>;

/**
 * A participant's own line, when it is true that they took part. What the rulebook refuses them (a
 * rule once a month, another class) is kept beside their name and stops nobody else's line.
 */
export async function recordParticipant(
  tx: Transaction,
  participant: Participant,
  recording: Recording,
): Promise<Participant> {
  if (participant.answer !== "yes" && participant.answer !== "attested") return participant;
  if (participant.outcome) return participant;
  try {
    const id = awardId(recording.source.id, participant.id);
    await record(tx, { ...recording, id, memberId: participant.id });
    return { ...participant, outcome: "recorded" };
  } catch (error) {
    // The engine refuses before anything is written; a conflict is no Refusal and goes on.
    if (!(error instanceof Refusal)) throw error;
    return { ...participant, outcome: error.code };
  }
}

/** The deed that several honours may be for: the first one's submission; "" for no honour. */
async function deedOf(tx: Transaction, { id, memberId, honour }: Approved): Promise<string> {
  if (!honour) return "";
  if (honour.sameDeedAs === "") return id;
  const first = await tx.get(submissions, honour.sameDeedAs);
  if (!first || first.memberId !== memberId) return id;
  return first.honour?.sameDeedAs || first.id;
}

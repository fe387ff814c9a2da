import type { Transaction } from "../kernel/database.ts";
import { Refusal, refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { awardId, entries, reversalId, type Undoing } from "../ledger/entry.ts";
import { type Recording, record, recordReversal } from "../ledger/record.ts";
import { rulebooks } from "../rulebook/rulebook.ts";
import type { Outcome, Participant } from "./participant.ts";
import { type Approved, lineSource, withParticipants } from "./submission.ts";

/** What all lines of one submission share. */
type Shared = Omit<Recording, "id" | "memberId" | "home">;

/** The id of a participant's line; of the member's own without one. */
type LineId = (participantId?: string) => string;

const lineIdOf =
  (approved: Approved): LineId =>
  (participantId) =>
    awardId(lineSource(approved), participantId);

/** The lines that an approved submission earns: its member's, and those of whoever took part. */
export async function recordAwards(tx: Transaction, approved: Approved): Promise<Approved> {
  const shared = await sharedOf(tx, approved, approved.reviewedAt);
  const { memberId, branchId, gridId } = approved;
  const lineId = lineIdOf(approved);
  const home = { branchId, gridId };
  const { entry } = await record(tx, { ...shared, id: lineId(), memberId, home });
  const participants: Participant[] = [];
  for (const one of approved.participants) {
    participants.push(isSure(one) ? await settled(tx, one, shared, lineId) : one);
  }
  return withParticipants({ ...approved, points: entry.points }, participants);
}

/**
 * The line of somebody who said yes after the approval. Where the member's own line was undone since, the
 * deed stands no more, and they get none.
 */
export async function recordLate(
  tx: Transaction,
  approved: Approved,
  memberId: string,
  at: Instant,
): Promise<Approved> {
  const own = approved.participants.find(({ id }) => id === memberId) ?? refuse("not_participant");
  const lineId = lineIdOf(approved);
  const undone = await tx.get(entries, reversalId(lineId()));
  const after: Participant = undone
    ? { ...own, outcome: refused("already_reversed") }
    : await settled(tx, own, await sharedOf(tx, approved, at), lineId);
  const participants = approved.participants.map((one) => (one === own ? after : one));
  return withParticipants(approved, participants);
}

async function sharedOf(tx: Transaction, approved: Approved, at: Instant): Promise<Shared> {
  const { id, ruleId, gradeId, quantity, workedOn, recorder } = approved;
  const rulebook = (await tx.get(rulebooks, approved.rulebookId)) ?? refuse("not_found");
  return {
    source: { kind: "submission", id },
    rulebook,
    fact: { ruleId, gradeId, quantity, occurredOn: workedOn, event: deedOf(approved) },
    approvers: [{ id: approved.reviewedBy, name: approved.reviewedByName }],
    ...(recorder ? { recorder: { id: recorder.id, name: recorder.name } } : {}),
    at,
  };
}

/** The deed that several honours may be for: the first one's submission; "" for no honour. */
const deedOf = ({ id, honour }: Approved): string => (honour ? honour.sameDeedAs || id : "");

const isSure = ({ answer }: Participant): boolean => answer === "yes" || answer === "attested";

/**
 * A participant with the own line recorded. What the rulebook refuses them (a rule once a month, another
 * class) is kept beside their name and stops nobody else's line.
 */
async function settled(
  tx: Transaction,
  participant: Participant,
  shared: Shared,
  lineId: LineId,
): Promise<Participant> {
  try {
    const id = lineId(participant.id);
    const { entry } = await record(tx, { ...shared, id, memberId: participant.id });
    return { ...participant, outcome: { kind: "recorded", points: entry.points } };
  } catch (error) {
    // The engine refuses before anything is written; a conflict is no Refusal and goes on.
    if (!(error instanceof Refusal)) throw error;
    return { ...participant, outcome: refused(error.code) };
  }
}

const refused = (code: Refusal["code"]): Outcome => ({ kind: "refused", code });

/** Undoes every line that an approval has recorded, the participants' too. */
export async function undoAwards(
  tx: Transaction,
  approved: Approved,
  undoing: Undoing,
): Promise<void> {
  const lineId = lineIdOf(approved);
  const others = approved.participants.filter(({ outcome }) => outcome?.kind === "recorded");
  for (const id of [lineId(), ...others.map((one) => lineId(one.id))]) {
    await recordReversal(tx, (await tx.get(entries, id)) ?? refuse("not_found"), undoing);
  }
}

import type { Database, Transaction } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";
import { decisionAwardId, type Entry, type Signature } from "../ledger/entry.ts";
import { type Recording, record } from "../ledger/record.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Proposed } from "./decision.ts";

/** The line that a decision makes, answered for by both who decided it. */
export const recordingOf = (
  decision: Proposed,
  rulebook: Rulebook,
  decidedBy: Signature,
  at: Instant,
): Recording => ({
  id: decisionAwardId(decision.id),
  memberId: decision.memberId,
  source: { kind: "decision", id: decision.id },
  rulebook,
  fact: {
    ...{ ruleId: decision.ruleId, gradeId: decision.gradeId, quantity: decision.quantity },
    ...{ occurredOn: decision.occurredOn, event: "" },
  },
  approvers: [decision.proposedBy, decidedBy],
  reason: decision.reason,
  at,
});

/**
 * The line as it would be recorded now, by the very code that records it; nothing is written.
 * @throws Refusal of the engine, or `year_not_open`
 */
export async function preview(db: Database, recording: Recording): Promise<Entry> {
  const { entry } = await record(readingOnly(db), recording);
  return entry;
}

const readingOnly = (db: Database): Transaction => ({
  get: (from, id) => db.get(from, id),
  insert: async () => undefined,
  put: async () => undefined,
  remove: async () => undefined,
});

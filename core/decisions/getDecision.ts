import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { Refusal, refuse, sentences } from "../kernel/refusal.ts";
import { type Instant, localDate, yearOf } from "../kernel/time.ts";
import { decisionAwardId, type Entry, entries, reversalId } from "../ledger/entry.ts";
import { type Rulebook, ruleById, rulebooks } from "../rulebook/rulebook.ts";
import { GetDecisionInput, GetDecisionOutput } from "./contract.ts";
import { type Decision, decisions } from "./decision.ts";
import { preview, recordingOf } from "./recording.ts";
import { rowOf, waitsFor } from "./row.ts";
import { vetoTitle } from "./vetoTitle.ts";

/** One decision whole, with what it counts: as recorded, or as it would be recorded now. */
export const getDecision = operation({
  name: "getDecision",
  who: ["committee"],
  input: GetDecisionInput,
  output: GetDecisionOutput,
  async run({ caller, input: { decisionId }, at, db }) {
    const decision = (await db.get(decisions, decisionId)) ?? refuse("not_found");
    if (decision.villageId !== caller.villageId) refuse("not_found");
    const rulebook = (await db.get(rulebooks, decision.rulebookId)) ?? refuse("not_found");
    const rule = ruleById(rulebook, decision.ruleId);
    const { counted, ...counting } = await countingOf(db, decision, rulebook, caller, at);
    return {
      ...rowOf(decision, caller),
      ...{ clause: rule.clause, unit: rule.unit, veto: vetoTitle(rulebook, rule) },
      year: counted?.year ?? yearOf(decision.occurredOn, rulebook.yearStart),
      ...("decidedBy" in decision && {
        decidedBy: decision.decidedBy.name,
        decidedOn: localDate(decision.decidedAt),
      }),
      rejection: decision.status === "rejected" ? decision.rejection : undefined,
      counts: counted && { points: counted.points, sentence: counted.explanation.sentence },
      ...counting,
      may: {
        confirm: waitsFor(decision, caller),
        withdraw: decision.status === "proposed" && decision.proposedBy.id === caller.id,
      },
    };
  },
});

/** The line, its reversal, and what stands in the way. */
async function countingOf(
  db: Database,
  decision: Decision,
  rulebook: Rulebook,
  caller: Caller,
  at: Instant,
): Promise<Readonly<{ counted?: Entry | undefined; reversed: boolean; hindrance?: string }>> {
  if (decision.status === "confirmed") {
    const id = decisionAwardId(decision.id);
    const [counted, reversal] = await Promise.all([
      db.get(entries, id),
      db.get(entries, reversalId(id)),
    ]);
    return { counted, reversed: reversal !== undefined };
  }
  if (decision.status !== "proposed") return { reversed: false };
  try {
    const recording = recordingOf(decision, rulebook, { id: caller.id, name: caller.name }, at);
    return { counted: await preview(db, recording), reversed: false };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { reversed: false, hindrance: sentences[error.code] };
  }
}

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { record } from "../ledger/record.ts";
import { tell } from "../members/tell.ts";
import { rulebooks } from "../rulebook/rulebook.ts";
import { ConfirmDecisionInput, ConfirmDecisionOutput } from "./contract.ts";
import { checkDecider, decided, decisions } from "./decision.ts";
import { recordingOf } from "./recording.ts";

/** Another of the committee confirms, and the line is recorded in the same transaction; or rejects. */
export const confirmDecision = operation({
  name: "confirmDecision",
  who: ["committee"],
  input: ConfirmDecisionInput,
  output: ConfirmDecisionOutput,
  async run({ caller, input, at, db, notices }) {
    const made = await db.transact(async (tx) => {
      const decision = (await tx.get(decisions, input.decisionId)) ?? refuse("not_found");
      checkDecider(decision, caller);
      const by = decided(decision, caller, at);
      if (input.decision === "reject") {
        const rejected = { ...by, status: "rejected", rejection: input.reason } as const;
        await tx.put(decisions, rejected);
        return rejected;
      }
      const rulebook = (await tx.get(rulebooks, decision.rulebookId)) ?? refuse("not_found");
      const { entry } = await record(tx, recordingOf(decision, rulebook, by.decidedBy, at));
      const confirmed = { ...by, status: "confirmed", points: entry.points } as const;
      await tx.put(decisions, confirmed);
      return confirmed;
    });
    await tell(
      { db, notices },
      { id: made.proposedBy.id },
      {
        kind: "decided",
        page: `packages/committee/decision/index?decisionId=${made.id}`,
        title: made.ruleTitle,
        status: made.status === "confirmed" ? "已确认" : "没有同意",
        at,
      },
    );
    return { status: made.status, points: made.status === "confirmed" ? made.points : 0 };
  },
});

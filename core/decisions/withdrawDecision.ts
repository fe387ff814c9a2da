import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { WithdrawDecisionInput, WithdrawDecisionOutput } from "./contract.ts";
import { decisions, withdrawn } from "./decision.ts";

/** Whoever proposed it takes it back. */
export const withdrawDecision = operation({
  name: "withdrawDecision",
  who: ["committee"],
  input: WithdrawDecisionInput,
  output: WithdrawDecisionOutput,
  async run({ caller, input: { decisionId }, db }) {
    await db.transact(async (tx) => {
      const decision = (await tx.get(decisions, decisionId)) ?? refuse("not_found");
      await tx.put(decisions, withdrawn(decision, caller));
    });
    return { status: "withdrawn" as const };
  },
});

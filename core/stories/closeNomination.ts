import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { CloseNominationInput, CloseNominationOutput } from "./contract.ts";
import { closed, nominations } from "./nomination.ts";

/** The committee has read it: somebody writes a story, or not. */
export const closeNomination = operation({
  name: "closeNomination",
  who: ["committee"],
  input: CloseNominationInput,
  output: CloseNominationOutput,
  async run({ caller, input: { nominationId, outcome }, at, db }) {
    await db.transact(async (tx) => {
      const before = (await tx.get(nominations, nominationId)) ?? refuse("not_found");
      const after = closed(before, outcome, caller, at);
      if (after !== before) await tx.put(nominations, after);
    });
    return { outcome };
  },
});

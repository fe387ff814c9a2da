import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { ReverseEntryInput, ReverseEntryOutput } from "./contract.ts";
import { entries, reversalId } from "./entry.ts";
import { recordReversal } from "./record.ts";

/** The committee undoes a line with a second one that names it; both stay to be seen. */
export const reverseEntry = operation({
  name: "reverseEntry",
  who: ["committee"],
  input: ReverseEntryInput,
  output: ReverseEntryOutput,
  async run({ caller, input, at, db }) {
    const { account } = await db.transact(async (tx) => {
      const entry = (await tx.get(entries, input.entryId)) ?? refuse("not_found");
      if (entry.villageId !== caller.villageId) refuse("not_found");
      if (entry.memberId === caller.id) refuse("own_entry");
      const by = { id: caller.id, name: caller.name };
      return recordReversal(tx, entry, { by, reason: input.reason, at });
    });
    return { reversalId: reversalId(input.entryId), balance: account.balance };
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { WithdrawPaperYearInput, WithdrawPaperYearOutput } from "./contract.ts";
import { paperYearId, paperYears, withdrawn } from "./paper.ts";

/** Whoever entered a year takes it back, to put something right. */
export const withdrawPaperYear = operation({
  name: "withdrawPaperYear",
  who: ["committee"],
  input: WithdrawPaperYearInput,
  output: WithdrawPaperYearOutput,
  async run({ caller, input: { year, batchId }, db }) {
    const id = paperYearId(caller.villageId, year);
    await db.transact(async (tx) => {
      const paper = (await tx.get(paperYears, id)) ?? refuse("not_found");
      if (paper.batchId !== batchId) refuse("draft_changed");
      await tx.put(paperYears, withdrawn(paper, caller));
    });
    return { status: "withdrawn" as const };
  },
});

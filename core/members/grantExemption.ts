import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { GrantExemptionInput, GrantExemptionOutput } from "./contract.ts";
import { changeStanding, withExemption } from "./standing.ts";

/** The committee excuses a member from one day to another, for a reason that the rulebook knows. */
export const grantExemption = operation({
  name: "grantExemption",
  who: ["committee"],
  input: GrantExemptionInput,
  output: GrantExemptionOutput,
  async run({ caller, input: { memberId, exemptionId: id, from, until }, at, db }) {
    const rulebook = await rulebookOn(db, caller.villageId, localDate(at));
    if (!rulebook.exemptions.some((one) => one.id === id)) refuse("not_found");
    const { exemptions } = await changeStanding(db, caller, memberId, (member) => ({
      classId: member.classId,
      exemptions: withExemption(member.exemptions, { id, from, until }),
    }));
    return { exemptions: exemptions.length };
  },
});

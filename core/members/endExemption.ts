import { operation } from "../kernel/operation.ts";
import { localDate } from "../kernel/time.ts";
import { EndExemptionInput, EndExemptionOutput } from "./contract.ts";
import { changeStanding, withoutExemption } from "./standing.ts";

/** From today on the member is no longer excused. */
export const endExemption = operation({
  name: "endExemption",
  who: ["committee"],
  input: EndExemptionInput,
  output: EndExemptionOutput,
  async run({ caller, input: { memberId, exemptionId: id, from }, at, db }) {
    const today = localDate(at);
    const { exemptions } = await changeStanding(db, caller, memberId, (member) => ({
      classId: member.classId,
      exemptions: withoutExemption(member.exemptions, { id, from }, today),
    }));
    return { exemptions: exemptions.length };
  },
});

import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { SetMemberClassInput, SetMemberClassOutput } from "./contract.ts";
import { changeStanding } from "./standing.ts";

/** The committee says to which class of the rulebook a member belongs. */
export const setMemberClass = operation({
  name: "setMemberClass",
  who: ["committee"],
  input: SetMemberClassInput,
  output: SetMemberClassOutput,
  async run({ caller, input: { memberId, classId }, at, db }) {
    const { classes } = await rulebookOn(db, caller.villageId, localDate(at));
    if (classId !== "" && !classes.some(({ id }) => id === classId)) refuse("unknown_class");
    await changeStanding(db, caller, memberId, ({ exemptions }) => ({ classId, exemptions }));
    return { classId };
  },
});

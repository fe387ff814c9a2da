import { branches } from "../branches/branch.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { firstDayOf, localDate } from "../kernel/time.ts";
import { members } from "../members/member.ts";
import { categoryOf, holdsWithin, isForClass, rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { GetDecisionFormInput, GetDecisionFormOutput } from "./contract.ts";
import { vetoTitle } from "./vetoTitle.ts";

/** The rules in force on the day in question, deductions and vetoes among them. */
export const getDecisionForm = operation({
  name: "getDecisionForm",
  who: ["committee"],
  input: GetDecisionFormInput,
  output: GetDecisionFormOutput,
  async run({ caller: { id, villageId }, input: { memberId, day: asked }, at, db }) {
    const today = localDate(at);
    const day = asked ?? today;
    const [village, member, rulebook] = await Promise.all([
      villageById(db, villageId),
      db.get(members, memberId),
      rulebookOn(db, villageId, day),
    ]);
    if (member?.villageId !== villageId) refuse("not_found");
    const branch = await db.get(branches, member.branchId);
    return {
      ...{ member: member.name, branch: branch?.name ?? "", own: memberId === id, today, day },
      earliest: firstDayOf(village.openYear, village.yearStart),
      rules: rulebook.rules
        .filter((rule) => holdsWithin(rule, day, day) && isForClass(rule, member.classId))
        .map((rule) => ({
          ...rule,
          category: categoryOf(rulebook, rule).title,
          veto: vetoTitle(rulebook, rule),
        })),
    };
  },
});

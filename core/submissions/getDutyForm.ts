import { operation } from "../kernel/operation.ts";
import { localDate } from "../kernel/time.ts";
import { claims } from "../posts/claim.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { GetDutyFormInput, GetDutyFormOutput } from "./contract.ts";

/** What a member can submit today; the rules of their own posts come first. */
export const getDutyForm = operation({
  name: "getDutyForm",
  who: ["member"],
  input: GetDutyFormInput,
  output: GetDutyFormOutput,
  async run({ caller: { id: memberId, villageId }, at, db }) {
    const today = localDate(at);
    const [village, rulebook] = await Promise.all([
      villageById(db, villageId),
      rulebookOn(db, villageId, today),
    ]);
    const year = village.openYear;
    const mine = await db.find(claims, {
      where: { memberId, year, status: "confirmed" },
      limit: 200,
    });
    const rules = rulebook.rules.map((rule) => ({
      ...rule,
      grades: [...rule.grades],
      mine: mine.some((claim) => claim.ruleId === rule.id),
    }));
    return {
      today,
      earliest: `${year}-01-01`,
      rulebook: rulebook.title,
      rules: rules.sort((one, other) => Number(other.mine) - Number(one.mine)),
    };
  },
});

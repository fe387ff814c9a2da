import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { firstDayOf, localDate } from "../kernel/time.ts";
import { claims } from "../posts/claim.ts";
import { isForMembers, rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { GetDutyFormInput, GetDutyFormOutput } from "./contract.ts";
import { submissions } from "./submission.ts";

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
    const earliest = firstDayOf(year, village.yearStart);
    const [mine, honours] = await Promise.all([
      db.find(claims, { where: { memberId, year, status: "confirmed" }, limit: 200 }),
      honoursOf(db, memberId),
    ]);
    const rules = rulebook.rules.filter(isForMembers).map((rule) => ({
      ...rule,
      mine: mine.some((claim) => claim.ruleId === rule.id),
    }));
    return {
      today,
      earliest,
      honours,
      rulebook: rulebook.title,
      rules: rules.sort((one, other) => Number(other.mine) - Number(one.mine)),
    };
  },
});

/** Own honours that count, the first for each deed: another one may be for the same. */
async function honoursOf(db: Database, memberId: string) {
  const found = await db.find(submissions, {
    where: { memberId, "honour.sameDeedAs": "", status: "approved" },
    limit: 50,
  });
  return found.map(({ id, honour }) => ({ submissionId: id, title: honour?.title ?? "" }));
}

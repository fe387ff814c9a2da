import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { addDays, firstDayOf, type LocalDate, localDate } from "../kernel/time.ts";
import { claims } from "../posts/claim.ts";
import { holdsWithin, isForClass, isForMembers, rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { GetDutyFormInput, GetDutyFormOutput } from "./contract.ts";
import { subjectOf } from "./subject.ts";
import { submissions } from "./submission.ts";

/** What can be submitted today, for oneself or for a member of one's grid; own posts' rules come first. */
export const getDutyForm = operation({
  name: "getDutyForm",
  who: ["member"],
  input: GetDutyFormInput,
  output: GetDutyFormOutput,
  async run({ caller, input, at, db }) {
    const today = localDate(at);
    const { villageId } = caller;
    const [subject, village, rulebook] = await Promise.all([
      subjectOf(db, caller, input.memberId),
      villageById(db, villageId),
      rulebookOn(db, villageId, today),
    ]);
    const { id: memberId, classId } = subject;
    const year = village.openYear;
    const earliest = firstDayOf(year, village.yearStart);
    const [mine, honours] = await Promise.all([
      db.find(claims, { where: { memberId, year, status: "confirmed" }, limit: 200 }),
      honoursOf(db, memberId, earliest),
    ]);
    const rules = rulebook.rules
      .filter((rule) => isForMembers(rule) && isForClass(rule, classId))
      .filter((rule) => holdsWithin(rule, earliest, today))
      .map((rule) => ({ ...rule, mine: mine.some((claim) => claim.ruleId === rule.id) }));
    return {
      today,
      earliest,
      honours,
      rulebook: rulebook.title,
      rules: rules.sort((one, other) => Number(other.mine) - Number(one.mine)),
    };
  },
});

/** Own honours of the open year that count, the first for each deed: another one may be for the same. */
async function honoursOf(db: Database, memberId: string, earliest: LocalDate) {
  const found = await db.findFields(
    submissions,
    {
      where: {
        ...{ memberId, "honour.sameDeedAs": "", status: "approved" },
        honouredOn: { above: addDays(earliest, -1) },
      },
      limit: 50,
    },
    ["honour"],
  );
  return found.map(({ id, honour }) => ({ submissionId: id, title: honour?.title ?? "" }));
}

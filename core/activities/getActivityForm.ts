import { branchesOf } from "../branches/branch.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { firstDayOf, localDate } from "../kernel/time.ts";
import { members } from "../members/member.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { activities, checkManager } from "./activity.ts";
import { GetActivityFormInput, GetActivityFormOutput } from "./contract.ts";
import { planOf } from "./course.ts";

/** How many members are listed to be chosen from; a larger village names them branch by branch. */
const membersMost = 1000;

/** What this person can plan: the kinds of the rulebook, the branches and the members. */
export const getActivityForm = operation({
  name: "getActivityForm",
  who: ["secretary", "committee"],
  input: GetActivityFormInput,
  output: GetActivityFormOutput,
  async run({ caller, input: { activityId }, at, db }) {
    const { villageId, branchId } = caller;
    const isCommittee = caller.roles.includes("committee");
    const today = localDate(at);
    const [village, rulebook, branches, people, activity] = await Promise.all([
      villageById(db, villageId),
      rulebookOn(db, villageId, today),
      branchesOf(db, villageId),
      db.find(members, {
        where: { villageId, ...(isCommittee ? {} : { branchId }) },
        orderBy: [["ordinal", "asc"]],
        limit: membersMost,
      }),
      activityId ? db.get(activities, activityId) : undefined,
    ]);
    if (activityId) checkManager(activity ?? refuse("not_found"), caller);
    const own = (id: string) => id === branchId;
    return {
      today,
      earliest: firstDayOf(village.openYear, village.yearStart),
      kinds: rulebook.meetings.filter((meeting) => isCommittee || meeting.for === "branch"),
      branches: branches
        .filter(({ id }) => isCommittee || own(id))
        .map(({ id, name }) => ({ id, name, own: own(id) })),
      members: people.map(({ id, name, branchId: of }) => ({ id, name, branchId: of })),
      ...(activity ? { plan: planOf(activity) } : {}),
    };
  },
});

import { idOf } from "../../core/kernel/ids.ts";
import { addDays, type Instant, type LocalDate, yearOf } from "../../core/kernel/time.ts";
import type { Ask } from "./ask.ts";
import { demoMember, type Person, people, secretaryOf, villageId } from "./village.ts";

const hour = 3_600_000;

const plus = (at: Instant, hours: number): Instant =>
  new Date(Date.parse(at) + hours * hour).toISOString();

/**
 * What the demo member's branch finds: a meeting last week with its lines, one that has just begun, so
 * that a newcomer can check in with two phones side by side, and one in three days.
 */
export async function meet(ask: Ask, now: Instant, today: LocalDate): Promise<void> {
  const { branch } = demoMember;
  const chief = secretaryOf(branch);
  const branchId = idOf.branch(villageId, branch);
  const plan = async (
    activityId: string,
    meeting: Readonly<{ kind: string; title: string; place: string; startsAt: Instant }>,
    at: Instant,
  ) => {
    const when = { startsAt: meeting.startsAt, endsAt: plus(meeting.startsAt, 2) };
    const what = { activityId, ...meeting, ...when, branchId, expects: "branch" } as const;
    await ask(chief, "planActivity", what, at);
  };
  const lastWeek = addDays(today, -7);
  if (yearOf(lastWeek) === yearOf(today)) {
    const startsAt = `${lastWeek}T11:00:00.000Z`;
    const held = { kind: "theme-day", title: `${Number(lastWeek.slice(5, 7))}月主题党日` };
    await plan("demo-held", { ...held, place: "村部会议室", startsAt }, plus(startsAt, -72));
    await hold(ask, "demo-held", chief, startsAt);
  }
  const begun = { kind: "branch-activity", title: "学习讨论会", place: "村部会议室" };
  await plan("demo-now", { ...begun, startsAt: now }, now);
  const soon = { kind: "branch", title: "支部党员大会", place: "村部大会堂" };
  await plan("demo-soon", { ...soon, startsAt: `${addDays(today, 3)}T11:00:00.000Z` }, now);
}

/** One is on leave, two stay away, everybody else comes; the secretary closes it the same evening. */
async function hold(ask: Ask, activityId: string, chief: Person, startsAt: Instant): Promise<void> {
  const branch = people.filter((person) => person.branch === chief.branch);
  const others = branch.filter((person) => person !== chief && person !== demoMember);
  const [ill, ...rest] = others.filter((person) => person.signedIn).reverse();
  if (!ill) throw new Error("the demo village has changed: nobody is left to fall ill");
  await ask(ill, "askLeave", { activityId, reason: "带孙子去看病" }, plus(startsAt, -3));
  const leave = { activityId, memberId: ill.memberId, granted: true } as const;
  await ask(chief, "answerLeave", leave, plus(startsAt, -2));
  const came = [chief, demoMember, ...rest.slice(2)].map(({ memberId }) => memberId);
  const evening = plus(startsAt, 2);
  await ask(chief, "markRoll", { activityId, memberIds: came, mark: "present" }, evening);
  const away = rest.slice(0, 2).map(({ memberId }) => memberId);
  await ask(chief, "markRoll", { activityId, memberIds: away, mark: "absent" }, evening);
  for (let left = 1; left > 0; ) {
    left = (await ask(chief, "closeActivity", { activityId }, evening)).left;
  }
}

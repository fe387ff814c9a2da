import { idOf } from "../../core/kernel/ids.ts";
import { addDays, type LocalDate } from "../../core/kernel/time.ts";
import type { Ask } from "./ask.ts";
import {
  demoMember,
  deputy,
  founder,
  type Person,
  people,
  posts,
  secretaryOf,
  villageId,
} from "./village.ts";
import { claimsNothing } from "./wishes.ts";
import { evening, morning, reviewerOf } from "./year.ts";

/**
 * What a newcomer finds waiting: in every branch two submissions of the last days, in the demo
 * member's branch also a claim, and one submission that came back to the demo member.
 */
export async function leaveWaiting(ask: Ask, today: LocalDate): Promise<void> {
  // On 1 January there is no yesterday in the open year.
  const yesterday = today.endsWith("-01-01") ? today : addDays(today, -1);
  for (const [index, by] of twoOfEachBranch().entries()) {
    const duty = duties[index % duties.length] ?? duties[0];
    const submissionId = `demo-waiting-${index + 1}`;
    await ask(by, "submitDuty", { submissionId, workedOn: yesterday, ...duty }, morning(today));
  }
  await leaveReturned(ask, yesterday);
  await leaveClaim(ask, today);
  await leaveOnBehalf(ask, yesterday, today);
  await leaveDecision(ask, yesterday, today);
  for (const kind of ["decided", "toReview"] as const) {
    const person = kind === "decided" ? demoMember : secretaryOf(demoMember.branch);
    for (let tap = 0; tap < 3; tap++) {
      await ask(person, "allowNotices", { kinds: [kind] }, morning(today));
    }
  }
}

const duties = [
  { ruleId: "cleanup", text: "早上把河边两百米扫了一遍，清出三袋垃圾，连带石阶上的青苔也刷掉了" },
  { ruleId: "mediation", text: "两家为了晒场的地界起了争执，上门听了两边，傍晚握手说好了" },
  { ruleId: "patrol", text: "晚饭后巡了一圈，桥头的路灯不亮，已报修" },
] as const;

const inBranch = (branch: number, excepting: readonly Person[]): Person[] =>
  people.filter(
    (person) => person.branch === branch && person.signedIn && !excepting.includes(person),
  );

function twoOfEachBranch(): Person[] {
  const branches = [...new Set(people.map((person) => person.branch))];
  return branches.flatMap((branch) => inBranch(branch, [secretaryOf(branch)]).slice(-2));
}

async function leaveReturned(ask: Ask, day: LocalDate): Promise<void> {
  const submissionId = "demo-returned";
  const duty = { submissionId, ruleId: "care", workedOn: day, text: "去看了独居的老人" };
  await ask(demoMember, "submitDuty", duty, morning(day));
  const reason = "写得太简单，请补充帮了谁家、做了什么";
  const decision = { decision: "return", submissionId, reason } as const;
  await ask(reviewerOf(demoMember), "reviewSubmission", decision, evening(day));
}

/** Grid staff wrote for an elder without a smartphone, and say that the demo member helped. */
async function leaveOnBehalf(ask: Ask, day: LocalDate, today: LocalDate): Promise<void> {
  const elder = people.find((person) => !person.signedIn);
  const staff = people.find(
    (person) => person.roles.includes("gridStaff") && person.grid === elder?.grid,
  );
  if (!staff || !elder) throw new Error("the demo village has changed: nobody to write for");
  const duty = { ruleId: "care", workedOn: day, text: "两个人一起给独居的老人送了午饭" };
  const written = { ...duty, memberId: elder.memberId, consent: "当面说好的" };
  const participantIds = [demoMember.memberId];
  const submission = { submissionId: "demo-behalf", ...written, participantIds };
  await ask(staff, "submitOnBehalf", submission, morning(today));
}

/** One committee member has proposed a line, another is still to confirm it. */
async function leaveDecision(ask: Ask, day: LocalDate, today: LocalDate): Promise<void> {
  const reason = "台风天连夜守了闸口，支部提议记分";
  const proposal = { decisionId: "demo-decision", memberId: demoMember.memberId, reason };
  const line = { ruleId: "flood", gradeId: "normal", occurredOn: day };
  await ask(deputy, "proposeDecision", { ...proposal, ...line }, morning(today));
}

/** A post that has room in the first grid and that this person has not claimed yet. */
async function leaveClaim(ask: Ask, today: LocalDate): Promise<void> {
  const secretary = secretaryOf(demoMember.branch);
  const by = inBranch(demoMember.branch, [demoMember, secretary, founder]).find(claimsNothing);
  const post = posts[2];
  if (!by || !post) throw new Error("the demo village has changed: nobody is left to claim");
  const postId = idOf.post(villageId, post.ordinal);
  const gridId = idOf.grid(villageId, by.grid);
  await ask(by, "claimPost", { postId, gridId, speciality: "起得早" }, morning(today));
}

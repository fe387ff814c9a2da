import { idOf } from "../../core/kernel/ids.ts";
import { addDays, type Instant, type LocalDate } from "../../core/kernel/time.ts";
import { profileA } from "../../core/rulebook/profileA.ts";
import type { Ask } from "./ask.ts";
import type { Deed } from "./deeds.ts";
import { inLanes } from "./lanes.ts";
import { deputy, founder, type Person, secretaryOf, villageId } from "./village.ts";
import { wishes } from "./wishes.ts";

export const morning = (day: LocalDate): Instant => `${day}T01:00:00.000Z`;
export const evening = (day: LocalDate): Instant => `${day}T11:00:00.000Z`;

/** One year: new booklets, posts claimed and confirmed, deeds submitted and approved. */
export async function liveThrough(
  ask: Ask,
  year: number,
  deeds: readonly Deed[],
  done: () => void,
): Promise<void> {
  const at = morning(`${year}-01-03`);
  await ask(founder, "openYear", { year }, at);
  await inLanes(wishes(), async ({ by, post, grid, speciality }) => {
    const [postId, gridId] = [idOf.post(villageId, post), idOf.grid(villageId, grid)];
    const { claimId } = await ask(by, "claimPost", { postId, gridId, speciality }, at);
    await ask(reviewerOf(by), "reviewClaim", { decision: "confirm", claimId }, at);
  });
  const people = [...new Set(deeds.map((deed) => deed.by))];
  await inLanes(people, async (person) => {
    const own = deeds.filter((deed) => deed.by === person);
    for (const [index, deed] of own.entries()) {
      await recorded(ask, deed, `demo-${year}-${person.ordinal}-${index}`);
      done();
    }
  });
}

/** Submitted in the evening, approved the next morning. */
async function recorded(ask: Ask, deed: Deed, submissionId: string): Promise<void> {
  const { by, ruleId, gradeId, workedOn, text } = deed;
  const duty = { submissionId, ruleId, workedOn, text, ...honourOf(deed) };
  await ask(by, "submitDuty", duty, evening(workedOn));
  const decision = { decision: "approve", submissionId, gradeId } as const;
  await ask(reviewerOf(by, ruleId), "reviewSubmission", decision, morning(addDays(workedOn, 1)));
}

/** An honour says its title and level. */
const honourOf = ({ ruleId, gradeId, text }: Deed) =>
  ruleId === "honour" ? { honour: { title: text.replace("被评为", ""), gradeId } } : {};

/** The branch's secretary, or the committee where the rule or the person asks for it. */
export function reviewerOf(person: Person, ruleId?: string): Person {
  const secretary = secretaryOf(person.branch);
  const committees = profileA.rules.some(
    (rule) => rule.id === ruleId && rule.approver === "committee",
  );
  if (!committees && secretary !== person) return secretary;
  return person === founder ? deputy : founder;
}

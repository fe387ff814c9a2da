import type { Database } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import { type RefusalCode, refuse } from "../kernel/refusal.ts";
import { members } from "../members/member.ts";

/** Somebody who took part in a common deed, by another member's word. */
export type Participant = Readonly<{
  id: string;
  name: string;
  /** Whether it is true: asked and not yet answered, said so, denied, or attested by the reviewer. */
  answer: "asked" | "yes" | "no" | "attested";
  /** What the ledger made of it, once the submission is approved and it is true. */
  outcome?: Outcome;
}>;

export type Outcome = Readonly<
  { kind: "recorded"; points: Points } | { kind: "refused"; code: RefusalCode }
>;

export const participantsMost = 20;

/**
 * @param others the subject, and the recorder where there is one: they cannot be named
 * @returns the members of the village with these ids, all still to be asked
 * @throws Refusal `unknown_participant` when one is not, is named twice, or is one of the others
 */
export async function participantsOf(
  db: Database,
  villageId: string,
  ids: readonly string[],
  others: readonly string[],
): Promise<Participant[]> {
  if (ids.length === 0) return [];
  const everybody = [...others, ...ids];
  if (new Set(everybody).size < everybody.length) refuse("unknown_participant");
  const found = await db.find(members, {
    where: { villageId, id: { in: ids } },
    limit: participantsMost,
  });
  return ids.map((id) => {
    const { name } = found.find((member) => member.id === id) ?? refuse("unknown_participant");
    return { id, name, answer: "asked" };
  });
}

export const askedAmong = (participants: readonly Participant[]): string[] =>
  participants.filter(({ answer }) => answer === "asked").map(({ id }) => id);

/** A participant says yes or no, once; the same again changes nothing. */
export function answered(
  participants: readonly Participant[],
  memberId: string,
  answer: "yes" | "no",
): readonly Participant[] {
  const own = participants.find(({ id }) => id === memberId) ?? refuse("not_participant");
  if (own.answer === answer) return participants;
  if (own.answer !== "asked") refuse("already_answered");
  return participants.map((one) => (one === own ? { ...one, answer } : one));
}

/** The reviewer knows it from own sight: whoever has not answered needs not any more. */
export function attested(
  participants: readonly Participant[],
  ids: readonly string[],
): Participant[] {
  if (!ids.every((id) => participants.some((one) => one.id === id))) refuse("not_participant");
  return participants.map((one) =>
    ids.includes(one.id) && one.answer === "asked" ? { ...one, answer: "attested" } : one,
  );
}

/** What an approval made of them is taken back: lines, and what its reviewer attested. */
export const unsettled = (participants: readonly Participant[]): Participant[] =>
  participants.map(({ outcome: _, ...one }) =>
    one.answer === "attested" ? { ...one, answer: "asked" } : one,
  );

/** Who was named before and has answered is not asked again. */
export const withAnswersOf = (
  before: readonly Participant[],
  participants: readonly Participant[],
): Participant[] => participants.map((one) => before.find(({ id }) => id === one.id) ?? one);

import type { Database } from "../kernel/database.ts";
import { collection } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { LocalDate } from "../kernel/time.ts";

/** 积分细则: the village's rules for points, one version; which holds is decided by the day. */
export type Rulebook = Readonly<{
  id: string;
  villageId: string;
  version: number;
  title: string;
  /** The first day on which this version holds, until the next version's. */
  effectiveFrom: LocalDate;
  rules: readonly Rule[];
}>;

/** 条目: one thing that earns points. */
export type Rule = Readonly<{
  id: string;
  title: string;
  category: Category;
  /** Where it stands, as the village cites it: "第二条". */
  clause: string;
  /** What a member should write, in plain words. */
  hint: string;
  approver: "secretary" | "committee";
  /** The first grade is the usual one. */
  grades: readonly Grade[];
  /** "report": a number from the village's report; "default": ours, for a committee to edit. */
  origin: "report" | "default";
}>;

/** 等次: how well it was done, and what that counts. */
export type Grade = Readonly<{ id: string; title: string; points: Points }>;

export const categories = ["duty", "meeting", "honour"] as const;
export type Category = (typeof categories)[number];

export const rulebooks = collection<Rulebook>("rulebooks");

/**
 * The version that holds on a day.
 * @throws Refusal `not_found` when the village's first version starts later than that day
 */
export async function rulebookOn(
  db: Database,
  villageId: string,
  day: LocalDate,
): Promise<Rulebook> {
  const [inForce] = await db.find(rulebooks, {
    where: { villageId, effectiveFrom: { atMost: day } },
    orderBy: [["effectiveFrom", "desc"]],
    limit: 1,
  });
  return inForce ?? refuse("not_found");
}

export const ruleById = (rulebook: Rulebook, ruleId: string): Rule =>
  rulebook.rules.find((rule) => rule.id === ruleId) ?? refuse("unknown_rule");

export const gradeById = (rule: Rule, gradeId: string): Grade =>
  rule.grades.find((grade) => grade.id === gradeId) ?? refuse("unknown_grade");

import type { Database } from "../kernel/database.ts";
import { collection } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import { firstDayOf, type LocalDate } from "../kernel/time.ts";
import type { Village } from "../villages/village.ts";
import type { Category, Grade, Rule, Scale, Scheme } from "./scheme.ts";

/** 积分细则: the village's rules for points, one version; which holds is decided by the day. */
export type Rulebook = Readonly<{
  id: string;
  villageId: string;
  version: number;
  /** The first day on which this version holds, until the next version's. */
  effectiveFrom: LocalDate;
}> &
  Scheme;

export const rulebooks = collection<Rulebook>("rulebooks");

/**
 * The version that holds on a day.
 * @throws Refusal `not_found` when the village's first version starts later than that day
 */
export const rulebookOn = async (
  db: Database,
  villageId: string,
  day: LocalDate,
): Promise<Rulebook> => (await inForce(db, villageId, day)) ?? refuse("not_found");

async function inForce(
  db: Database,
  villageId: string,
  day: LocalDate,
): Promise<Rulebook | undefined> {
  const [latest] = await db.find(rulebooks, {
    where: { villageId, effectiveFrom: { atMost: day } },
    orderBy: [["effectiveFrom", "desc"]],
    limit: 1,
  });
  return latest;
}

/**
 * The version by which a day's records are read: the one in force, or for the years from paper before the
 * village's first version that one without its scale, since a scale holds for nothing before it.
 */
export async function rulebookFor(
  db: Database,
  villageId: string,
  day: LocalDate,
): Promise<Rulebook> {
  const then = await inForce(db, villageId, day);
  if (then) return then;
  const [first] = await db.find(rulebooks, {
    where: { villageId },
    orderBy: [["effectiveFrom", "asc"]],
    limit: 1,
  });
  return withoutScale(first ?? refuse("not_found"));
}

/** Points sum up, without base, pools, ends or bands. */
export const withoutScale = (rulebook: Rulebook): Rulebook => ({
  ...rulebook,
  categories: rulebook.categories.map(({ pool: _, ...category }) => category),
  scale: { per: "year", year: "sum", base: 0, bands: [] },
});

/** The scale of a year: that of the version in force on its first day. */
export const termsOfYear = async (
  db: Database,
  { id, yearStart }: Village,
  year: number,
): Promise<Terms> => termsOf(await rulebookOn(db, id, firstDayOf(year, yearStart)));

export const ruleById = (rulebook: Scheme, ruleId: string): Rule =>
  rulebook.rules.find((rule) => rule.id === ruleId) ?? refuse("unknown_rule");

export const gradeById = (rule: Rule, gradeId: string): Grade =>
  rule.grades.find((grade) => grade.id === gradeId) ?? refuse("unknown_grade");

export const categoryOf = (rulebook: Scheme, rule: Rule): Category =>
  rulebook.categories.find((category) => category.id === rule.category) ??
  refuse("unknown_category");

/** What everybody has at the start of each period of the scale: the base and the pools. */
export const startOf = ({ scale, categories }: Scheme): number =>
  categories.reduce((sum, { pool = 0 }) => sum + pool, scale.base);

/** The scale as an account needs it to know its own score: fixed for a year when the year is opened. */
export type Terms = Readonly<
  Pick<Scale, "per" | "year"> & {
    yearStart: number;
    /** What everybody has at the start of each period. */
    start: Points;
    /** The ends of the scale; left out where it has none. */
    least?: Points;
    most?: Points;
  }
>;

export function termsOf(scheme: Scheme): Terms {
  const { per, year, least, most } = scheme.scale;
  return {
    ...{ per, year, yearStart: scheme.yearStart, start: startOf(scheme) },
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  };
}

export const isForClass = ({ classes }: Rule, classId: string): boolean =>
  classes.length === 0 || classes.includes(classId);

/** Whether a rule holds on any day from the first to the last, inside its version's own days. */
export const holdsWithin = ({ from, until }: Rule, first: LocalDate, last: LocalDate): boolean =>
  (from ?? first) <= last && (until ?? last) >= first;

/** Whether a member can submit it: deductions and vetoes come from the committee and from the roll. */
export const isForMembers = (rule: Rule): boolean =>
  rule.veto === undefined && rule.grades.some(({ points }) => points > 0);

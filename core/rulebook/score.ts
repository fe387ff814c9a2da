import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { LocalDate } from "../kernel/time.ts";
import { capped, marksOf, scopesOf, within } from "./caps.ts";
import { type Counters, eventMark, rulesCountedIn, sumOfRules } from "./counters.ts";
import { type Explanation, sentenceOf } from "./explanation.ts";
import { clamped } from "./result.ts";
import {
  categoryOf,
  gradeById,
  holdsWithin,
  isForClass,
  type Rulebook,
  ruleById,
  startOf,
} from "./rulebook.ts";
import type { Grade, Rule } from "./scheme.ts";

/** Something that happened and is to be scored. */
export type Fact = Readonly<{
  ruleId: string;
  gradeId: string;
  /** How many of the rule's units, whole ones from 1 on; 1 for a rule without unit. */
  quantity: number;
  /** The day it was done. */
  occurredOn: LocalDate;
  /** The day in whose month it counts: later than it was done when that month is published already. */
  countsOn: LocalDate;
  /** The meeting or deed that several lines may belong to; "" for a fact of its own. */
  event: string;
}>;

/** 免考, granted to a person from one day to another, both included. */
export type GrantedExemption = Readonly<{ id: string; from: LocalDate; until: LocalDate }>;

/** What the engine needs of an account. */
export type Standing = Counters &
  Readonly<{
    /** The member's class; "" for none. */
    classId: string;
    exemptions: readonly GrantedExemption[];
  }>;

export type Scored = Readonly<{
  points: Points;
  /** Under which days and events the line is counted besides its month. */
  marks: readonly string[];
  explanation: Explanation;
}>;

/**
 * The rule engine: what a fact counts in an account, and why. Pure, for any rulebook.
 * @param rulebook the version in force on the day it was done
 * @returns points as integer hundredths; 0 when a cap leaves nothing
 * @throws Refusal `unknown_rule`, `unknown_grade`, `invalid_input` (several of a rule without unit),
 *   `rule_expired`, `rule_not_for_class`, `exempted`, `already_counted`
 */
export function score(rulebook: Rulebook, account: Standing, fact: Fact): Scored {
  const rule = ruleById(rulebook, fact.ruleId);
  const grade = gradeById(rule, fact.gradeId);
  const category = categoryOf(rulebook, rule);
  checkFact(rule, fact);
  checkHolder(rulebook, rule, grade, account, fact);
  checkOnce(rule, account, fact, rulebook.yearStart);

  const base = grade.points * fact.quantity;
  const side = base < 0 ? "losses" : "gains";
  const onlyHighest = category.highestPerDeed && side === "gains";
  const before = onlyHighest ? countedFor(rulesCountedIn(account, category.id), account, fact) : 0;
  const wanted = Math.max(0, Math.abs(base) - before);
  const scopes = scopesOf(rulebook, category, rule, account);
  const { amount, limits } = capped(wanted, side, scopes, account, fact, rulebook.yearStart);
  const points = side === "losses" && amount > 0 ? -amount : amount; // never −0
  const explained = {
    rulebookId: rulebook.id,
    rulebookVersion: rulebook.version,
    rulebookTitle: rulebook.title,
    clause: rule.clause,
    ruleTitle: rule.title,
    category: category.id,
    gradeId: grade.id,
    gradeTitle: grade.title,
    quantity: fact.quantity,
    unit: rule.unit,
    base,
    highestBefore: before,
    limits,
    points,
    ...clampOf(rulebook, account, fact, points),
  };
  // Assigned, not spread: a copy of so many fields would take most of the engine's time.
  const explanation = Object.assign(explained, { sentence: sentenceOf(explained) });
  return { points, marks: marksOf(rule, category, scopes, fact), explanation };
}

function checkFact(rule: Rule, { occurredOn, quantity }: Fact): void {
  if (rule.unit === "" && quantity !== 1) refuse("invalid_input");
  if (!holdsWithin(rule, occurredOn, occurredOn)) refuse("rule_expired");
}

/** Whether the rule is for this member: their class, and an exemption from deductions that day. */
function checkHolder(
  { exemptions }: Rulebook,
  rule: Rule,
  grade: Grade,
  { classId, exemptions: granted }: Standing,
  { occurredOn }: Fact,
): void {
  if (!isForClass(rule, classId)) refuse("rule_not_for_class");
  if (grade.points >= 0 && rule.veto === undefined) return;
  const excused = granted.some(
    ({ id, from, until }) =>
      from <= occurredOn &&
      occurredOn <= until &&
      exemptions.some((one) => one.id === id && one.categories.includes(rule.category)),
  );
  if (excused) refuse("exempted");
}

/** 只计一次. */
function checkOnce(rule: Rule, account: Standing, fact: Fact, yearStart: number): void {
  if (!rule.onlyOncePer) return;
  const { times } = sumOfRules(account, [rule.id], within(rule.onlyOncePer, fact, yearStart));
  if (times > 0) refuse("already_counted");
}

/** What other lines of the category have counted for the same deed. */
const countedFor = (ruleIds: readonly string[], account: Standing, fact: Fact): Points =>
  Math.max(0, sumOfRules(account, ruleIds, eventMark(fact.event)).gained);

/** Where the line takes the period beyond the scale's ends: the record goes on, the result stays. */
function clampOf(
  rulebook: Rulebook,
  account: Standing,
  fact: Fact,
  points: Points,
): Pick<Explanation, "clamp"> {
  const { per, least, most } = rulebook.scale;
  if (least === undefined && most === undefined) return {}; // the usual case, spared the sums
  const period = within(per, fact, rulebook.yearStart);
  const { gained, lost } = sumOfRules(account, Object.keys(account.byRule), period);
  const reached = startOf(rulebook) + gained + lost + points;
  const result = clamped(rulebook.scale, reached);
  return result === reached ? {} : { clamp: { per, reached, result } };
}

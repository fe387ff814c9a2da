import { refuse } from "../kernel/refusal.ts";
import { type LocalDate, yearOf } from "../kernel/time.ts";
import {
  gradeById,
  holdsWithin,
  isForClass,
  isForMembers,
  type Rulebook,
  ruleById,
} from "../rulebook/rulebook.ts";
import type { Rule } from "../rulebook/scheme.ts";
import type { Village } from "../villages/village.ts";

/** What was done, as it was written down: evidence (佐证) of a duty. */
export type Duty = Readonly<{
  ruleId: string;
  workedOn: LocalDate;
  text: string;
  /** File ids in the cloud's storage; private. */
  photos: readonly string[];
  /** How many of the rule's units; 1 for a rule without unit. */
  quantity: number;
  /** For a rule of honours only. */
  honour?: Honour | undefined;
  /** Members who took part, without the one whose submission it is. */
  participantIds: readonly string[];
}>;

/** 荣誉: the title as it stands on the certificate, and its level, which is a grade of the rule. */
export type Honour = Readonly<{
  title: string;
  gradeId: string;
  /** The submission of the first honour for the same deed; "" for a deed of its own. */
  sameDeedAs: string;
}>;

/** A duty can be submitted from the first day of the open year until today. */
export function checkDay(workedOn: LocalDate, today: LocalDate, village: Village): void {
  const year = yearOf(workedOn, village.yearStart);
  if (workedOn > today) refuse("date_in_future");
  if (year < village.openYear) refuse("date_before_open_year");
  if (!village.years.includes(year)) refuse("year_not_open");
}

/** The rule a duty is submitted under, as far as a submission keeps it. */
export type Under = Readonly<{
  /** The version that held on the day of the duty; it scores the award, whatever comes after. */
  rulebookId: string;
  ruleTitle: string;
  approver: Rule["approver"];
}>;

/**
 * What the engine would refuse at the approval is refused here, to the person who can mend it.
 * @param classId the class of the member whose duty it is
 * @throws Refusal `unknown_rule` also for a deduction, which nobody submits
 */
export function underRule(rulebook: Rulebook, duty: Duty, classId: string): Under {
  const rule = ruleById(rulebook, duty.ruleId);
  if (!isForMembers(rule)) refuse("unknown_rule");
  if (!holdsWithin(rule, duty.workedOn, duty.workedOn)) refuse("rule_expired");
  if (!isForClass(rule, classId)) refuse("rule_not_for_class");
  if (rule.unit === "" && duty.quantity !== 1) refuse("invalid_input");
  checkHonour(rule, duty);
  return { rulebookId: rulebook.id, ruleTitle: rule.title, approver: rule.approver };
}

function checkHonour(rule: Rule, { honour }: Duty): void {
  if (rule.honour && !honour) refuse("honour_missing");
  if (honour && !rule.honour) refuse("invalid_input");
  if (honour) gradeById(rule, honour.gradeId);
}

/** The fields of a duty and nothing else, in their order. */
export const dutyOf = (duty: Duty): Duty => ({
  ...{ ruleId: duty.ruleId, workedOn: duty.workedOn, text: duty.text, photos: duty.photos },
  quantity: duty.quantity,
  ...(duty.honour ? { honour: honourOf(duty.honour) } : {}),
  participantIds: duty.participantIds,
});

const honourOf = ({ title, gradeId, sameDeedAs }: Honour): Honour => ({
  title,
  gradeId,
  sameDeedAs,
});

export const sameDuty = (one: Duty, other: Duty): boolean =>
  JSON.stringify(dutyOf(one)) === JSON.stringify(dutyOf(other));

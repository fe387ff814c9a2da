import type { Points } from "../kernel/points.ts";
import { type Month, monthOf, monthsOfQuarter, quarterOf } from "../kernel/time.ts";
import { type Counters, eventMark, markOf, rulesCountedIn, sumOfRules } from "./counters.ts";
import type { Limit } from "./explanation.ts";
import type { Cap, Category, Period, Rule, Scheme } from "./scheme.ts";
import type { Fact } from "./score.ts";

/** Where caps apply: to the rule, to all rules of its category, and to everything. */
export type Scope = Readonly<{
  of: Limit["of"];
  title: string;
  caps: readonly Cap[];
  ruleIds: readonly string[];
}>;

/**
 * The scopes that a rule stands in, from the narrowest to the widest. They hold the rules that have
 * counted in the account, not those of the rulebook: one that was dropped mid-year has still used a cap.
 */
export function scopesOf(
  scheme: Scheme,
  category: Category,
  rule: Rule,
  counters: Counters,
): Scope[] {
  const { pool } = category;
  const drained: Cap[] = pool ? [{ per: scheme.scale.per, of: "losses", most: pool }] : [];
  const caps = [...category.caps, ...drained];
  return [
    { of: "rule", title: rule.title, caps: rule.caps, ruleIds: [rule.id] },
    { of: "category", title: category.title, caps, ruleIds: rulesCountedIn(counters, category.id) },
    { of: "total", title: "", caps: scheme.caps, ruleIds: Object.keys(counters.byRule) },
  ];
}

/** What all caps leave of an amount, and those that took something. */
export function capped(
  wanted: Points,
  side: Cap["of"],
  scopes: readonly Scope[],
  counters: Counters,
  fact: Fact,
  yearStart: number,
): { amount: Points; limits: Limit[] } {
  let amount = wanted;
  const limits: Limit[] = [];
  for (const { of, title, caps, ruleIds } of scopes) {
    for (const { per, most, of: capOf } of caps) {
      if (capOf !== side) continue;
      const { gained, lost } = sumOfRules(counters, ruleIds, within(per, fact, yearStart));
      // A reversal that counts in a later month than its line can leave less than nothing used.
      const used = Math.max(0, side === "gains" ? gained : -lost);
      const left = Math.max(0, most - used);
      if (left >= amount) continue;
      limits.push({ of, title, per, side, most, used, left });
      amount = left;
    }
  }
  return { amount, limits };
}

/**
 * The months, or the day or event of a mark, in which a period of this fact counts; the whole year when
 * undefined. A fact of its own has no mark for its event: nothing was counted for it before.
 */
export function within(
  per: Period,
  { event, occurredOn, countsOn }: Fact,
  yearStart: number,
): readonly Month[] | string | undefined {
  if (per === "event") return eventMark(event);
  if (per === "day") return occurredOn;
  if (per === "year") return undefined;
  const month = monthOf(countsOn);
  return per === "month" ? [month] : monthsOfQuarter(quarterOf(month, yearStart), yearStart);
}

/** Under which days and events a fact is counted: only where something asks for them. */
export function marksOf(
  rule: Rule,
  category: Category,
  scopes: readonly Scope[],
  { occurredOn, event }: Fact,
): string[] {
  const asks = (per: Period) =>
    rule.onlyOncePer === per || scopes.some(({ caps }) => caps.some((cap) => cap.per === per));
  const asksForEvent = event !== "" && (category.highestPerDeed || asks("event"));
  return [
    ...(asks("day") ? [markOf(rule.id, occurredOn)] : []),
    ...(asksForEvent ? [markOf(rule.id, eventMark(event))] : []),
  ];
}

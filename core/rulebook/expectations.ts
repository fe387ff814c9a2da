import type { Points } from "../kernel/points.ts";
import { type Month, months, monthsOfQuarter } from "../kernel/time.ts";
import { sumOfRules } from "./counters.ts";
import type { Rule, Scheme } from "./scheme.ts";
import type { Standing } from "./score.ts";

/** What is expected of a member's class in one period, and what was done. */
export type Met = Readonly<{
  title: string;
  months: readonly Month[];
  /** How often something was done, whatever it counted; deductions left out. */
  times: number;
  points: Points;
  met: boolean;
}>;

/** Every expectation of the member's class, period by period through the year. */
export function expectationsOf(scheme: Scheme, account: Standing): Met[] {
  const expects = scheme.classes.find(({ id }) => id === account.classId)?.expects ?? [];
  return expects.flatMap(({ title, category, per, times, points }) => {
    const rules = scheme.rules.filter((rule) => rule.category === category);
    return periodsOf(per, scheme.yearStart).map((inPeriod) => {
      const { gained, lost } = sumOfRules(account, idsOf(rules), inPeriod);
      const done = sumOfRules(account, idsOf(rules.filter(isDeed)), inPeriod).times;
      const reached = gained + lost;
      const met = done >= (times ?? 0) && (points === undefined || reached >= points);
      return { title, months: inPeriod, times: done, points: reached, met };
    });
  });
}

const idsOf = (rules: readonly Rule[]): string[] => rules.map(({ id }) => id);

/** Staying away does not count as having come. */
const isDeed = ({ grades, veto }: Rule): boolean =>
  veto === undefined && grades.some(({ points }) => points >= 0);

/** The year cut into months, quarters or left whole, each as its months in order. */
export function periodsOf(
  per: "month" | "quarter" | "year",
  yearStart: number,
): ReadonlyArray<readonly Month[]> {
  const quarters = [0, 1, 2, 3].map((quarter) => monthsOfQuarter(quarter, yearStart));
  if (per === "quarter") return quarters;
  return per === "month" ? quarters.flat().map((month) => [month]) : [months];
}

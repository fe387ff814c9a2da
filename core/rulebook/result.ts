import type { Points } from "../kernel/points.ts";
import { type LocalDate, type Month, monthsOfQuarter } from "../kernel/time.ts";
import { type Counters, sumOfRules } from "./counters.ts";
import { type Terms, termsOf } from "./rulebook.ts";
import type { Band, Scale, Scheme } from "./scheme.ts";
import type { Standing } from "./score.ts";

/** What a period's points come to. */
export type Result = Readonly<{
  /** What the lines of the period sum up to. */
  sum: Points;
  /** With the base and the pools, clamped; what the board shows. */
  score: Points;
  /**
   * The name of the band; left out where the scale gives the period none, the score lies below all bands,
   * or the member is not appraised.
   */
  band?: string;
  /** The rule whose veto decided the band. */
  vetoedBy?: string;
}>;

export type YearResult = Result & Readonly<{ quarters: readonly Result[] }>;

/**
 * The score of a year.
 * @param sums what the lines of each quarter sum up to
 */
export function scoreOfYear(terms: Terms, sums: readonly Points[]): Points {
  if (terms.per === "year") return clamped(terms, terms.start + sumUp(sums));
  const total = sumUp(sums.map((sum) => clamped(terms, terms.start + sum)));
  return terms.year === "sum" ? total : Math.round(total / sums.length) + 0; // never −0
}

const sumUp = (parts: readonly Points[]): Points => parts.reduce((sum, part) => sum + part, 0);

/** What a sum of base and lines counts as on a scale that may end on either side. */
export const clamped = (
  { least = -Infinity, most = Infinity }: Pick<Scale, "least" | "most">,
  reached: Points,
): Points => Math.min(most, Math.max(least, reached));

/**
 * The result of a member's year and of its quarters. A scale by quarters gives bands to the quarters, and
 * to the year only where it is their mean: their sum is not on the scale. A scale by years gives one band.
 * @param on the day on which exemptions are looked at: the last day of the period, or today
 */
export function resultOf(scheme: Scheme, account: Standing, on: LocalDate): YearResult {
  const terms = termsOf(scheme);
  const isAppraised = !isExcused(scheme, account, on);
  const quarters = [0, 1, 2, 3].map((quarter): Result => {
    const months = monthsOfQuarter(quarter, scheme.yearStart);
    const sum = pointsIn(account, months);
    if (terms.per === "year") return { sum, score: sum };
    const result = { sum, score: clamped(terms, terms.start + sum) };
    return isAppraised ? withBand(scheme, account, result, months) : result;
  });
  const sums = quarters.map(({ sum }) => sum);
  const year = { sum: sumUp(sums), score: scoreOfYear(terms, sums) };
  const isOnScale = terms.per === "year" || terms.year === "mean";
  return { ...(isAppraised && isOnScale ? withBand(scheme, account, year) : year), quarters };
}

const pointsIn = (counters: Counters, months: readonly Month[]): Points => {
  const { gained, lost } = sumOfRules(counters, Object.keys(counters.byRule), months);
  return gained + lost;
};

/**
 * The band that the points reach, or a lower one by 一票否决; a veto never lifts anybody.
 * @param months those of the period; the whole year when left out
 */
function withBand(
  { scale: { bands }, rules }: Scheme,
  counters: Counters,
  result: Readonly<{ sum: Points; score: Points }>,
  months?: readonly Month[],
): Result {
  const reached = bandOf(bands, result.score);
  if (!reached) return result;
  const [lowest] = rules
    .filter(({ id, veto }) => veto && sumOfRules(counters, [id], months).times > 0)
    .map(({ title, veto }) => ({ title, at: bands.findIndex(({ id }) => id === veto) }))
    .sort((one, other) => other.at - one.at);
  const vetoed = lowest && lowest.at >= bands.indexOf(reached) ? bands[lowest.at] : undefined;
  if (!lowest || !vetoed) return { ...result, band: reached.title };
  return { ...result, band: vetoed.title, vetoedBy: lowest.title };
}

/** The best band whose line is reached; none below the last line. */
export const bandOf = (bands: readonly Band[], score: Points): Band | undefined =>
  bands.find(({ from }) => score >= from);

/** Whether an exemption that holds that day leaves the member without a band. */
const isExcused = ({ exemptions }: Scheme, account: Standing, on: LocalDate): boolean =>
  account.exemptions.some(
    ({ id, from, until }) =>
      from <= on && on <= until && exemptions.some((one) => one.id === id && !one.appraised),
  );

import fc from "fast-check";
import { Refusal } from "../../../core/kernel/refusal.ts";
import { firstDayOf, type LocalDate, months } from "../../../core/kernel/time.ts";
import { type Counted, counted } from "../../../core/rulebook/counters.ts";
import type { Period, Scheme } from "../../../core/rulebook/scheme.ts";
import { type Fact, score } from "../../../core/rulebook/score.ts";
import { effectOf, type Line, on, rulebookOf, standing, undoingOf } from "./lived.ts";

/** Random years under a rulebook, on few days and at few events so that caps are met. */

/** Something that happens in a random scheme, before the scheme is known. */
export const anyHappening = fc.record({
  rule: fc.nat(),
  grade: fc.nat(),
  quantity: fc.integer({ min: 1, max: 3 }),
  month: fc.constantFrom(...months),
  day: fc.constantFrom("01", "02"),
  event: fc.constantFrom("", "flood", "feast"),
});

type Happening = typeof anyHappening extends fc.Arbitrary<infer T> ? T : never;

/** What happens, and now and then a number that says which of the lines before is undone. */
export const anySteps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anyHappening },
    { weight: 1, arbitrary: fc.record({ undo: fc.nat() }) },
  ),
  { maxLength: 40 },
);

export type Step = Happening | Readonly<{ undo: number }>;

export function factOf(scheme: Scheme, happening: Happening): Fact {
  const rule = scheme.rules[happening.rule % scheme.rules.length];
  const grade = rule?.grades[happening.grade % rule.grades.length];
  if (!rule || !grade) throw new Error("a scheme has rules, and rules have grades");
  const quantity = rule.unit === "" ? 1 : happening.quantity;
  const { event } = happening;
  return on(dayOf(scheme, happening), rule.id, grade.id, { quantity, event });
}

/** A day of the points year 2014, which may begin in 2013. */
function dayOf({ yearStart }: Scheme, { month, day }: Happening): LocalDate {
  const first = firstDayOf(2014, yearStart);
  const year = Number(first.slice(0, 4)) + (`${month}-01` < first.slice(5) ? 1 : 0);
  return `${year}-${month}-${day}`;
}

/** A line or its reversal, in the order of the account. */
export type Recorded = Readonly<{ line: Line; effect: Counted }>;

/** The account after all of it, and its lines. What 只计一次 refuses is left out. */
export function livedThrough(scheme: Scheme, steps: readonly Step[]) {
  const rulebook = rulebookOf(scheme);
  let account = standing();
  const recorded: Recorded[] = [];
  const live: Recorded[] = [];
  const record = (one: Recorded): void => {
    account = { ...account, ...counted(account, one.effect) };
    recorded.push(one);
  };
  for (const step of steps) {
    if ("undo" in step) {
      const [undone] = live.splice(step.undo % Math.max(1, live.length), 1);
      if (undone) record({ ...undone, effect: undoingOf(undone.effect) });
      continue;
    }
    const fact = factOf(scheme, step);
    try {
      const line = { ...fact, ...score(rulebook, account, fact) };
      const one = { line, effect: effectOf(line) };
      record(one);
      live.push(one);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "already_counted") throw error;
    }
  }
  return { account, recorded, live };
}

/**
 * Which period a line lies in, found without the engine's own calendar.
 * @returns undefined for an event of its own, which is no other line's
 */
export function cellOf(
  per: Period,
  { line }: Pick<Recorded, "line">,
  { yearStart }: Scheme,
): string | undefined {
  const { event, occurredOn, countsOn } = line;
  const month = Number(countsOn.slice(5, 7));
  if (per === "event") return event || undefined;
  if (per === "day") return occurredOn;
  if (per === "month") return String(month);
  if (per === "year") return "the year";
  const sinceStart = month >= yearStart ? month - yearStart : month + 12 - yearStart;
  return `quarter ${Math.ceil((sinceStart + 1) / 3)}`;
}

/** What lines of a year gained and lost, reversals taken off again. */
export function sumsOf(recorded: readonly Recorded[]): { gains: number; losses: number } {
  let [gains, losses] = [0, 0];
  for (const { line, effect } of recorded) {
    if (line.points > 0) gains += effect.points;
    else losses -= effect.points;
  }
  return { gains, losses };
}

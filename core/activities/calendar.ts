import { type LocalDate, type Month, monthDays } from "../kernel/time.ts";
import { periodsOf } from "../rulebook/expectations.ts";
import type { Meeting } from "../rulebook/scheme.ts";

/** How often a kind of meeting was closed, or stands planned, in one month of a points year. */
export type Tally = Readonly<{
  kind: string;
  month: Month;
  held: number;
  planned: number;
}>;

/** What one period of a requirement came to. */
export type Period = Readonly<{
  months: readonly Month[];
  held: number;
  /** `missing`: it has passed without one; `planned`: one is on its way; `due`: one is to be planned. */
  state: "held" | "missing" | "planned" | "due";
}>;

/** One kind of meeting that the year requires (三会一课), period by period. */
export type Requirement = Readonly<{
  kind: string;
  title: string;
  every: NonNullable<Meeting["every"]>;
  periods: readonly Period[];
}>;

/**
 * The calendar of what the year requires.
 * @param meetings of the rulebook, those of one branch or those of the village
 * @param tallies of that branch or of the village, any number for a month
 */
export const calendarOf = (
  meetings: readonly Meeting[],
  tallies: readonly Tally[],
  { year, yearStart, today }: Readonly<{ year: number; yearStart: number; today: LocalDate }>,
): Requirement[] =>
  meetings.flatMap(({ id, title, every }) => {
    if (!every) return [];
    const own = tallies.filter(({ kind }) => kind === id);
    const periods = periodsOf(every, yearStart).map((months): Period => {
      const within = own.filter(({ month }) => months.includes(month));
      const held = within.reduce((sum, tally) => sum + tally.held, 0);
      const isPlanned = within.some(({ planned }) => planned > 0);
      const isOver = months.every((month) => monthDays(year, month, yearStart)[1] < today);
      return { months, held, state: stateOf(held, isPlanned, isOver) };
    });
    return [{ kind: id, title, every, periods }];
  });

function stateOf(held: number, isPlanned: boolean, isOver: boolean): Period["state"] {
  if (held > 0) return "held";
  if (isPlanned) return "planned";
  return isOver ? "missing" : "due";
}

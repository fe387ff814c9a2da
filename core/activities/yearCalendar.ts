import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { type LocalDate, yearOf } from "../kernel/time.ts";
import type { Scheme } from "../rulebook/scheme.ts";
import { activities } from "./activity.ts";
import { calendarOf, type Requirement, type Tally } from "./calendar.ts";

/** What this year requires, of the caller's branch and of the village. */
export type YearCalendar = Readonly<{
  year: number;
  branch: readonly Requirement[];
  village: readonly Requirement[];
}>;

/** One request: closed and planned activities of the year, counted by kind and month. */
export async function yearCalendar(
  db: Database,
  { meetings, yearStart }: Scheme,
  { villageId, branchId: own }: Caller,
  today: LocalDate,
): Promise<YearCalendar> {
  const year = yearOf(today, yearStart);
  const groups = await db.totals(activities, {
    where: { villageId, year, branchId: { in: ["", own] } },
    by: ["branchId", "kind", "month", "status"],
    sum: "round",
  });
  const of = (branchId: string): Requirement[] => {
    const tallies = groups.filter((group) => group.branchId === branchId).map(tallyOf);
    const theirs = meetings.filter((one) => (one.for === "branch") === (branchId !== ""));
    return calendarOf(theirs, tallies, { year, yearStart, today });
  };
  return { year, branch: of(own), village: of("") };
}

const tallyOf = ({
  kind,
  month,
  status,
  count,
}: Readonly<Record<string, unknown> & { count: number }>): Tally => ({
  ...{ kind: String(kind), month: String(month) },
  held: status === "closed" ? count : 0,
  planned: status === "open" || status === "closing" ? count : 0,
});

import type { Database } from "../kernel/database.ts";
import type { Turnout } from "./activity.ts";
import { type AttendanceStatus, attendanceStatuses, attendances } from "./attendance.ts";

/** How many stand how on the roll; `late` are among the present. */
export type Counts = Readonly<Record<AttendanceStatus | "late", number>>;

/** Counted in one request, however long the roll. */
export async function countsOf(db: Database, activityId: string): Promise<Counts> {
  const groups = await db.totals(attendances, {
    where: { activityId },
    by: ["status", "late"],
    sum: "order",
  });
  const sum = (some: typeof groups) => some.reduce((total, { count }) => total + count, 0);
  const counts = attendanceStatuses.map((status) => [
    status,
    sum(groups.filter((group) => group.status === status)),
  ]);
  return {
    ...(Object.fromEntries(counts) as Record<AttendanceStatus, number>),
    late: sum(groups.filter(({ late }) => late === true)),
  };
}

/** What the counts come to with the closing: whoever has not come is absent. */
export const turnoutOf = (counts: Counts): Turnout => ({
  present: counts.present,
  late: counts.late,
  absent: counts.expected + counts.absent + counts.leaveRefused,
  leave: counts.leaveAsked + counts.leaveGranted,
});

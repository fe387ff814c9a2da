import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { Instant } from "../kernel/time.ts";
import { type Activity, activities, isExpected, minutesAfter } from "./activity.ts";

/** Longer than any meeting lasts: what started before is over. */
const lookBackMinutes = 12 * 60;

/** How many are looked at for one that expects this person. */
const lookedAtMost = 20;

/** The next activity that expects this person, or the one that goes on now; in one request. */
export async function nextFor(
  db: Database,
  caller: Caller,
  at: Instant,
): Promise<Activity | undefined> {
  const found = await db.find(activities, {
    where: {
      ...{ villageId: caller.villageId, branchId: { in: ["", caller.branchId] } },
      ...{ stage: "coming", startsAt: { above: minutesAfter(at, -lookBackMinutes) } },
    },
    orderBy: [["startsAt", "asc"]],
    limit: lookedAtMost,
  });
  return found.find((one) => one.status === "open" && one.endsAt > at && isExpected(one, caller));
}

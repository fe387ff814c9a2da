import type { Branch } from "../branches/branch.ts";
import type { Database, Where } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { pageLimit } from "../kernel/paging.ts";
import type { Instant } from "../kernel/time.ts";
import { type Activity, activities, isManager } from "./activity.ts";
import { attendanceId, attendances } from "./attendance.ts";
import { activityRow } from "./rows.ts";

/** How many that are not closed stand above the past ones. */
const comingMost = 50;

/** How many are shown at once where somebody's line waits for this person's press. */
const toConfirmMost = 20;

export const isReviewer = ({ roles }: Caller): boolean =>
  roles.includes("secretary") || roles.includes("committee");

/** The same rule as `isShownTo`, as a query. */
const shownTo = ({ villageId, branchId, roles }: Caller): Where => ({
  villageId,
  ...(roles.includes("committee") ? {} : { branchId: { in: ["", branchId] } }),
});

/** Not yet closed, the next first. */
export const comingFor = (db: Database, caller: Caller): Promise<Activity[]> =>
  db.find(activities, {
    where: { ...shownTo(caller), stage: "coming" },
    orderBy: [["startsAt", "asc"]],
    limit: comingMost,
  });

/** The latest first, one more than the page. */
export const pastFor = (db: Database, caller: Caller, skip: number): Promise<Activity[]> =>
  db.find(activities, {
    where: { ...shownTo(caller), stage: { in: ["past", "unconfirmed"] } },
    orderBy: [["startsAt", "desc"]],
    skip,
    limit: pageLimit,
  });

/** Closed ones where somebody else's own line waits for this person's press. */
export async function toConfirmBy(db: Database, caller: Caller): Promise<Activity[]> {
  if (!isReviewer(caller)) return [];
  const { villageId, branchId, roles, id } = caller;
  const run = roles.includes("committee") ? { villageId } : { villageId, branchId };
  return db.find(activities, {
    where: { ...run, stage: "unconfirmed", waitingFor: { not: id } },
    orderBy: [["startsAt", "asc"]],
    limit: toConfirmMost,
  });
}

/** Turns activities into lines of a list: with how the caller stands, and who asks for leave. */
export async function rowsFor(
  db: Database,
  shown: readonly Activity[],
  branches: readonly Branch[],
  caller: Caller,
  at: Instant,
) {
  const [own, leaves] = await Promise.all([
    ownAt(db, shown, caller),
    leavesAt(
      db,
      shown.filter((one) => one.status === "open" && isManager(one, caller)),
    ),
  ]);
  return (activity: Activity) =>
    activityRow(activity, {
      ...{ caller, at },
      branch: branches.find(({ id }) => id === activity.branchId)?.name ?? "",
      mine: own.find(({ activityId }) => activityId === activity.id),
      leaves: leaves.find(({ activityId }) => activityId === activity.id)?.count ?? 0,
    });
}

async function ownAt(db: Database, shown: readonly Activity[], { id: memberId }: Caller) {
  if (shown.length === 0) return [];
  const ids = shown.map(({ id }) => attendanceId(id, memberId));
  return db.find(attendances, { where: { id: { in: ids } }, limit: ids.length });
}

/** Requests that wait, counted in one request for all the activities. */
async function leavesAt(db: Database, run: readonly Activity[]) {
  if (run.length === 0) return [];
  const activityIds = run.map(({ id }) => id);
  return db.totals(attendances, {
    where: { activityId: { in: activityIds }, status: "leaveAsked" },
    by: ["activityId"],
    sum: "order",
  });
}

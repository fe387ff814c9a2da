import type { Activity, Plan } from "../../../core/activities/activity.ts";
import { type Attendance, expected } from "../../../core/activities/attendance.ts";
import { planned } from "../../../core/activities/course.ts";
import type { Member } from "../../../core/members/member.ts";
import { secretary } from "../support.ts";

/** Builders that show only what a case is about. The meeting is at 19:00 in the village. */

export const startsAt = "2026-05-20T11:00:00.000Z";
export const endsAt = "2026-05-20T12:30:00.000Z";

/** So many minutes after the start. */
export const minutes = (after: number): string =>
  new Date(Date.parse(startsAt) + after * 60_000).toISOString();

export const plan: Plan = {
  ...{ kind: "branch", title: "支部党员大会", place: "村部", startsAt, endsAt },
  ...{ branchId: "v-b1", expects: "branch", memberIds: [] },
};

const placing = { kindTitle: "支部党员大会", rulebookId: "v-v1", year: 2026, month: "05" };

/** An open one, in which late is whoever comes more than ten minutes after the start. */
export const meeting = (changes: Partial<Activity> = {}): Activity =>
  ({
    ...planned("a1", plan, { ...placing, lateAfter: 10 }, secretary, {
      ...{ secret: "s", at: minutes(-1000) },
    }),
    ...changes,
  }) as Activity;

export const somebody: Member = {
  ...{ id: "m1", villageId: "v", ordinal: 1, name: "某某", branchId: "v-b1", gridId: "v-g1" },
  ...{ hamlet: "东浜", roles: ["member"], classId: "", exemptions: [], openid: "" },
  allowed: { toReview: 0, decided: 0 },
};

export const onRoll = (changes: Partial<Attendance> = {}): Attendance =>
  ({ ...expected(meeting(), somebody), ...changes }) as Attendance;

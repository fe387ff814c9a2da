import { collection } from "../kernel/database.ts";
import { type RefusalCode, refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import type { Member } from "../members/member.ts";
import { type Activity, isLateAt } from "./activity.ts";

/** The lines that one attendance can leave: for coming, for coming late, for staying away. */
export const parts = ["attended", "late", "absence"] as const;
export type Part = (typeof parts)[number];

/** What stands in the ledger for it, or why the rulebook refused the line. */
export type Lines = Readonly<
  Partial<Record<Part, Readonly<{ entryId: string } | { refused: RefusalCode }>>>
>;

type Common = Readonly<{
  /** `<activityId>_<memberId>` */
  id: string;
  activityId: string;
  villageId: string;
  memberId: string;
  memberName: string;
  ordinal: number;
  /** The member's branch and grid when the roll was made. */
  branchId: string;
  gridId: string;
  /** Where it stands on the roll: what asks for something first. */
  order: number;
  /** The round of closing that has last seen to its lines; 0 before the first. */
  settledRound: number;
  lines: Lines;
}>;

/** How somebody's coming is known: they scanned the code, were scanned, or stand ticked on the roll. */
export type How = "code" | "scanned" | "roll";

type State = Readonly<
  | { status: "expected" }
  | { status: "present"; how: How; at: Instant; late: boolean; by: string }
  | { status: "absent"; by: string }
  | (Leave & { status: "leaveAsked" })
  | (Leave & { status: "leaveGranted" | "leaveRefused"; answer: string; answeredBy: string })
>;

/** 请假. */
type Leave = { reason: string; askedAt: Instant };

/** A line of the roll (名册): one expected member at one activity. */
export type Attendance = Common & State;

export type Present = Extract<Attendance, { status: "present" }>;

export type AttendanceStatus = State["status"];

export const attendances = collection<Attendance>("attendances");

export const attendanceId = (activityId: string, memberId: string): string =>
  `${activityId}_${memberId}`;

/** On the roll stand requests first, then those who are still to come, those who came, the others. */
export const attendanceStatuses = [
  "leaveAsked",
  "expected",
  "leaveRefused",
  "present",
  "absent",
  "leaveGranted",
] as const satisfies readonly AttendanceStatus[];

export const expected = (
  { id: activityId, villageId }: Pick<Activity, "id" | "villageId">,
  { id: memberId, name, ordinal, branchId, gridId }: Member,
): Attendance => ({
  id: attendanceId(activityId, memberId),
  ...{ activityId, villageId, memberId, memberName: name, ordinal, branchId, gridId },
  ...{ settledRound: 0, lines: {}, status: "expected", order: orderOf("expected") },
});

const orderOf = (status: AttendanceStatus): number => attendanceStatuses.indexOf(status);

/** The same line of the roll in another state. */
export function withState<S extends State>(attendance: Attendance, state: S): Common & S {
  const { id, activityId, villageId, memberId, memberName, ordinal } = attendance;
  const { branchId, gridId, settledRound, lines } = attendance;
  const common: Common = {
    ...{ id, activityId, villageId, memberId, memberName, ordinal, branchId, gridId },
    ...{ settledRound, lines, order: orderOf(state.status) },
  };
  return { ...common, ...state };
}

/** Checked in; a second time is as the first. */
export const checkedIn = (
  attendance: Attendance,
  activity: Activity,
  { how, at, by }: Readonly<{ how: "code" | "scanned"; at: Instant; by: string }>,
): Present =>
  attendance.status === "present"
    ? attendance
    : withState(attendance, { status: "present", how, at, late: isLateAt(activity, at), by });

/** What can be ticked on the roll; `expected` takes a tick back. */
export const marks = ["present", "late", "absent", "expected"] as const;
export type Mark = (typeof marks)[number];

/** Ticked on the roll. Whether somebody ticked was late is the secretary's word: the tick may come later. */
export function marked(
  attendance: Attendance,
  mark: Mark,
  { by, at }: Readonly<{ by: string; at: Instant }>,
): Attendance {
  if (mark === "expected") return withState(attendance, { status: "expected" });
  if (mark === "absent") return withState(attendance, { status: "absent", by });
  const late = mark === "late";
  const before = attendance.status === "present" ? attendance : undefined;
  if (before?.late === late) return before;
  return withState(attendance, { status: "present", how: "roll", at: before?.at ?? at, late, by });
}

/** Whoever is there needs no leave; a request that waits can be written anew. */
export function askedLeave(attendance: Attendance, reason: string, at: Instant): Attendance {
  if (attendance.status === "present") return attendance;
  if (attendance.status !== "expected" && attendance.status !== "leaveAsked") {
    refuse("leave_answered");
  }
  return withState(attendance, { status: "leaveAsked", reason, askedAt: at });
}

/** Nobody answers their own. */
export function answeredLeave(
  attendance: Attendance,
  { granted, answer, by }: Readonly<{ granted: boolean; answer: string; by: string }>,
): Attendance {
  if (attendance.memberId === by) refuse("own_leave");
  if (attendance.status === "leaveGranted" || attendance.status === "leaveRefused") {
    refuse("leave_answered");
  }
  if (attendance.status !== "leaveAsked") refuse("leave_not_asked");
  const { reason, askedAt } = attendance;
  const status = granted ? "leaveGranted" : "leaveRefused";
  return withState(attendance, { status, reason, askedAt, answer, answeredBy: by });
}

/** After the plan was changed: late is whoever is late by the new time. */
export const retimed = (attendance: Attendance, activity: Activity): Attendance =>
  attendance.status === "present" && attendance.how !== "roll"
    ? { ...attendance, late: isLateAt(activity, attendance.at) }
    : attendance;

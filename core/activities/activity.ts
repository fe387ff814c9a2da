import { collection } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Instant, type LocalDate, localDate, type Month } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";

/** Who is expected: a branch, the committee, everybody in the village, or those named. */
export const audiences = ["branch", "committee", "all", "chosen"] as const;
export type Audience = (typeof audiences)[number];

/** What is planned: all that a person decides. */
export type Plan = Readonly<{
  /** The id of a meeting of the rulebook that holds on the day. */
  kind: string;
  title: string;
  place: string;
  startsAt: Instant;
  endsAt: Instant;
  /** The branch whose meeting it is; "" for the village's own. */
  branchId: string;
  expects: Audience;
  /** For `chosen` only; empty otherwise. */
  memberIds: readonly string[];
}>;

/** What the rulebook and the calendar add to a plan. */
export type Placing = Readonly<{
  kindTitle: string;
  /** The version in force on the day, fixed with the plan: it scores every line. */
  rulebookId: string;
  /** The points year and the month it counts in the calendar of what is required. */
  year: number;
  month: Month;
  /** After how many minutes somebody is late, where the rulebook cares. */
  lateAfter?: number;
}>;

export const activityStatuses = [
  "open",
  "closing",
  "closed",
  "cancelled",
  "reversing",
  "reversed",
] as const;

/** What the lists ask for: what is to come, what waits for another person's press, what is past. */
export type Stage = "coming" | "unconfirmed" | "past";

/** How many came, in the end. */
export type Turnout = Readonly<{
  present: number;
  late: number;
  absent: number;
  /** With leave, or with a request that nobody answered. */
  leave: number;
}>;

export type Ended = Readonly<{
  turnout: Turnout;
  /** Whose own line still waits for another person's press; "" for nobody's. */
  waitingFor: string;
}>;

/** 组织生活/活动: a meeting or event, from its plan to the lines it leaves. */
export type Activity = Plan &
  Placing &
  Readonly<{
    /** Made on the phone, so that sending twice is planning once. */
    id: string;
    villageId: string;
    /** Makes the check-in codes; never sent to a phone. */
    secret: string;
    createdBy: Signature;
    createdAt: Instant;
    /** Which round of closing comes next, or is going on: 1, and one more with each reopening. */
    round: number;
    stage: Stage;
    /** Why it was last reopened; stands on the lines that the correction undoes. */
    reopened?: Readonly<{ by: Signature; reason: string; at: Instant }>;
  }> &
  (
    | Readonly<{ status: "open" }>
    | Readonly<{ status: "cancelled" }>
    /** Lines are being recorded, some at a time. */
    | Readonly<{ status: "closing" }>
    | (Readonly<{ status: "closed" }> & Ended)
    /** Lines are being undone, some at a time. */
    | (Readonly<{ status: "reversing" }> & Reversed)
    | (Readonly<{ status: "reversed" }> & Reversed & Ended)
  );

type Reversed = Readonly<{ reversal: Readonly<{ by: Signature; reason: string }> }>;

export type Closing = Extract<Activity, { status: "closing" | "reversing" }>;
export type Closed = Extract<Activity, { status: "closed" | "reversed" }>;

export const activities = collection<Activity>("activities");

/** Check-in opens so long before the start. */
const checkInMinutes = 60;

export const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString();

export const checkInOpensAt = ({ startsAt }: Pick<Activity, "startsAt">): Instant =>
  minutesAfter(startsAt, -checkInMinutes);

export const dayOf = ({ startsAt }: Pick<Activity, "startsAt">): LocalDate => localDate(startsAt);

/** Whether somebody who comes at this moment is late, where the rulebook cares. */
export const isLateAt = (
  { startsAt, lateAfter }: Pick<Activity, "startsAt" | "lateAfter">,
  at: Instant,
): boolean => lateAfter !== undefined && at > minutesAfter(startsAt, lateAfter);

/** The branch's secretary runs its activities, the committee all. */
export const isManager = (
  { villageId, branchId }: Pick<Activity, "villageId" | "branchId">,
  { roles, ...caller }: Caller,
): boolean =>
  caller.villageId === villageId &&
  (roles.includes("committee") || (roles.includes("secretary") && caller.branchId === branchId));

/** @throws Refusal `not_found`, `not_permitted`, `other_branch` */
export function checkManager(activity: Activity, caller: Caller): void {
  if (activity.villageId !== caller.villageId) refuse("not_found");
  if (isManager(activity, caller)) return;
  refuse(caller.roles.includes("secretary") ? "other_branch" : "not_permitted");
}

/** The village's activities are everybody's to see, a branch's its members'. */
export const isShownTo = ({ villageId, branchId }: Activity, caller: Caller): boolean =>
  caller.villageId === villageId &&
  (branchId === "" || branchId === caller.branchId || caller.roles.includes("committee"));

/** Whether the plan expects this person, as far as it tells without the roll. */
export function isExpected({ expects, branchId, memberIds }: Plan, caller: Caller): boolean {
  if (expects === "chosen") return memberIds.includes(caller.id);
  if (expects === "committee") return caller.roles.includes("committee");
  return expects === "all" || caller.branchId === branchId;
}

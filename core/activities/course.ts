import type { Caller } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";
import type { Meeting } from "../rulebook/scheme.ts";
import {
  type Activity,
  type Closed,
  type Closing,
  checkInOpensAt,
  type Ended,
  type Placing,
  type Plan,
} from "./activity.ts";

/** The course of an activity: what may be done with it when, and what it is after. */

/**
 * A secretary plans what the rulebook has branches do, for the own branch; the committee everything.
 * @throws Refusal `times_crossed`, `not_permitted`, `other_branch`, `invalid_input`
 */
export function checkPlan(plan: Plan, meeting: Meeting, { roles, branchId }: Caller): void {
  if (plan.endsAt <= plan.startsAt) refuse("times_crossed");
  const isBranchs = meeting.for === "branch";
  if (!roles.includes("committee")) {
    if (!isBranchs) refuse("not_permitted");
    if (plan.branchId !== branchId) refuse("other_branch");
  }
  const fits = { branch: isBranchs, committee: !isBranchs, all: !isBranchs, chosen: true };
  const isWhole = isBranchs === (plan.branchId !== "") && fits[plan.expects];
  const namesSome = plan.memberIds.length > 0;
  if (!isWhole || namesSome !== (plan.expects === "chosen")) refuse("invalid_input");
}

/** @throws Refusal `not_found` for a cancelled one, `activity_closed` */
function checkOpen({ status }: Activity): void {
  if (status === "cancelled") refuse("not_found");
  if (status !== "open") refuse("activity_closed");
}

/** From an hour before the start until it is closed. */
export function checkRunning(activity: Activity, at: Instant): void {
  checkOpen(activity);
  if (at < checkInOpensAt(activity)) refuse("activity_not_started");
}

/** Only before its end can leave be asked for, granted or refused. */
export function checkNotOver(activity: Activity, at: Instant): void {
  checkOpen(activity);
  if (at >= activity.endsAt) refuse("activity_over");
}

/** A plan can be changed or cancelled until lines have been recorded for it. */
function checkChangeable(activity: Activity): void {
  checkOpen(activity);
  if (activity.round > 1) refuse("activity_closed");
}

/** Everything but what belongs to a status. */
function common(activity: Activity) {
  const { id, villageId, secret, createdBy, createdAt, round, stage, reopened } = activity;
  return {
    ...{ id, villageId, ...planOf(activity), ...placingOf(activity), secret, createdBy, createdAt },
    ...{ round, stage },
    ...(reopened ? { reopened } : {}),
  };
}

/** The fields of a plan and nothing else, in their order. */
export const planOf = (plan: Plan): Plan => ({
  ...{ kind: plan.kind, title: plan.title, place: plan.place },
  ...{ startsAt: plan.startsAt, endsAt: plan.endsAt },
  ...{ branchId: plan.branchId, expects: plan.expects, memberIds: plan.memberIds },
});

const placingOf = ({ kindTitle, rulebookId, year, month, lateAfter }: Placing): Placing => ({
  ...{ kindTitle, rulebookId, year, month },
  ...(lateAfter === undefined ? {} : { lateAfter }),
});

export const samePlan = (one: Plan, other: Plan): boolean =>
  JSON.stringify(planOf(one)) === JSON.stringify(planOf(other));

export const planned = (
  id: string,
  plan: Plan,
  placing: Placing,
  { villageId, ...caller }: Caller,
  { secret, at }: Readonly<{ secret: string; at: Instant }>,
): Activity => ({
  ...{ id, villageId, ...planOf(plan), ...placingOf(placing), secret },
  createdBy: { id: caller.id, name: caller.name },
  createdAt: at,
  ...{ round: 1, stage: "coming", status: "open" },
});

export function changed(activity: Activity, plan: Plan, placing: Placing): Activity {
  checkChangeable(activity);
  const { lateAfter: _, ...before } = common(activity);
  return { ...before, ...planOf(plan), ...placingOf(placing), status: "open" };
}

export function cancelled(activity: Activity): Activity {
  checkChangeable(activity);
  return { ...common(activity), stage: "past", status: "cancelled" };
}

/** Pressing close: at first, while lines are still being recorded, and after, for whose line waited. */
export function closing(activity: Activity, at: Instant): Closing | Closed {
  if (activity.status === "closed" || activity.status === "closing") return activity;
  checkRunning(activity, at);
  return { ...common(activity), status: "closing" };
}

/** Everybody's lines are recorded, or undone; but perhaps one, that of whoever pressed last. */
export function ended(activity: Closing | Closed, { turnout, waitingFor }: Ended): Closed {
  const stage = waitingFor === "" ? "past" : "unconfirmed";
  const after = { ...common(activity), stage, turnout, waitingFor } as const;
  return activity.status === "closed" || activity.status === "closing"
    ? { ...after, status: "closed" }
    : { ...after, status: "reversed", reversal: activity.reversal };
}

/** Something was wrong with the roll: it can be corrected, and closing again records the difference. */
export function reopened(
  activity: Activity,
  { by, reason, at }: Readonly<{ by: Signature; reason: string; at: Instant }>,
): Activity {
  if (activity.status !== "closed") refuse("activity_not_closed");
  const next = { ...common(activity), round: activity.round + 1, reopened: { by, reason, at } };
  return { ...next, stage: "coming", status: "open" };
}

/** It should never have counted: all its lines are undone. */
export function reversing(
  activity: Activity,
  reversal: Readonly<{ by: Signature; reason: string }>,
): Closing | Closed {
  if (activity.status === "reversed" || activity.status === "reversing") return activity;
  if (activity.status !== "closed") refuse("activity_not_closed");
  const next = { ...common(activity), round: activity.round + 1 };
  return { ...next, stage: "coming", status: "reversing", reversal };
}

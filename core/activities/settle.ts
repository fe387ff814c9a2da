import type { Database, Transaction, Where } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { Refusal, refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { entries, reversalId } from "../ledger/entry.ts";
import { record, recordReversal } from "../ledger/record.ts";
import { type Rulebook, rulebooks } from "../rulebook/rulebook.ts";
import { type Activity, activities, type Closed, type Closing, dayOf } from "./activity.ts";
import { type Attendance, attendanceId, attendances, type Lines, withState } from "./attendance.ts";
import { ended } from "./course.ts";
import { type Due, duesOf, lineId, type Work, workOf } from "./lines.ts";
import { meetingOf } from "./meeting.ts";
import { countsOf, turnoutOf } from "./turnout.ts";

/** How many people's lines one call sees to: its work does not grow with the village. */
const atOnce = 100;

/** How many transactions run side by side; each is another member's account. */
const sideBySide = 10;

export type Settled = Readonly<{
  activity: Closing | Closed;
  /** How many people's lines this call has seen to. */
  done: number;
  /** How many are still to be seen to by further calls. */
  left: number;
}>;

/**
 * Brings the ledger to what the roll says, for up to a hundred people: records what is due, undoes what no
 * longer is, each person's in a transaction of their own, so that any number of people may press at
 * once. Nobody's press records or undoes their own lines: these wait for another person's.
 */
export async function settle(
  db: Database,
  activity: Closing | Closed,
  caller: Caller,
  at: Instant,
): Promise<Settled> {
  const rulebook = (await db.get(rulebooks, activity.rulebookId)) ?? refuse("not_found");
  const others = { ...unsettled(activity), memberId: { not: caller.id } };
  const found = await db.find(attendances, { where: others, limit: atOnce });
  const own = attendanceId(activity.id, caller.id);
  const ids = [...found.map(({ id }) => id), own];
  let done = 0;
  for (let start = 0; start < ids.length; start += sideBySide) {
    const some = ids.slice(start, start + sideBySide);
    const results = await Promise.all(
      some.map((id) => db.transact((tx) => settleOne(tx, { id, activity, rulebook, caller, at }))),
    );
    done += results.filter(Boolean).length;
  }
  const left = found.length < atOnce ? 0 : await db.count(attendances, others);
  const after = left > 0 ? activity : await end(db, activity, own);
  return { activity: after, done, left };
}

/** What whoever pressed is told. */
export const progressOf = ({ activity, done, left }: Settled, { id }: Caller) => ({
  ...{ status: activity.status, done, left },
  waiting: "waitingFor" in activity && activity.waitingFor === id,
});

const unsettled = ({ id, round }: Activity): Where => ({
  activityId: id,
  settledRound: { atMost: round - 1 },
});

/** @returns whether there was something to see to, and this person may */
async function settleOne(
  tx: Transaction,
  of: Readonly<{ id: string; activity: Activity; rulebook: Rulebook; caller: Caller; at: Instant }>,
): Promise<boolean> {
  const activity = await tx.get(activities, of.activity.id);
  const before = await tx.get(attendances, of.id);
  // Somebody else may have seen to it, or reopened the activity, since it was looked for.
  if (!activity || !before || activity.round !== of.activity.round) return false;
  if (activity.status === "open" || before.settledRound >= activity.round) return false;
  const isUndone = activity.status === "reversing" || activity.status === "reversed";
  const dues = isUndone ? [] : duesOf(before, meetingOf(of.rulebook, activity.kind));
  const work = workOf(before, dues);
  const isOwn = before.memberId === of.caller.id;
  if (isOwn && work.undo.length + work.record.length > 0) return false;
  const lines = await recordWork(tx, work, { ...of, activity, attendance: before });
  const after = isUndone ? before : withClosing(before, of.caller);
  await tx.put(attendances, { ...after, lines, settledRound: activity.round });
  return true;
}

/** Whoever has not come by then is absent. */
const withClosing = (attendance: Attendance, { id: by }: Caller): Attendance =>
  attendance.status === "expected" ? withState(attendance, { status: "absent", by }) : attendance;

type Place = Readonly<{
  activity: Activity;
  attendance: Attendance;
  rulebook: Rulebook;
  caller: Caller;
  at: Instant;
}>;

/** @returns what stands after it */
async function recordWork(tx: Transaction, work: Work, place: Place): Promise<Lines> {
  const lines: Record<string, Lines[keyof Lines]> = { ...place.attendance.lines };
  for (const { part, entryId } of work.undo) {
    await undo(tx, entryId, place);
    delete lines[part];
  }
  for (const due of work.record) lines[due.part] = await recordDue(tx, due, place);
  return lines as Lines;
}

/** A line that the committee has reversed by itself is undone already. */
async function undo(tx: Transaction, entryId: string, { activity, caller, at }: Place) {
  const entry = (await tx.get(entries, entryId)) ?? refuse("not_found");
  if (await tx.get(entries, reversalId(entryId))) return;
  const by = { id: caller.id, name: caller.name };
  await recordReversal(tx, entry, { by, reason: reasonOf(activity), at });
}

const reasonOf = (activity: Activity): string =>
  ("reversal" in activity ? activity.reversal.reason : activity.reopened?.reason) ?? "";

/**
 * What the rulebook refuses (an exempted member) is kept beside the name and stops nobody's line.
 * @throws Refusal `year_not_open` where the line would count after a year that is published to its end:
 *   once the next one is open, pressing again records it
 */
async function recordDue(
  tx: Transaction,
  { part, ruleId, gradeId }: Due,
  { activity, attendance, rulebook, caller, at }: Place,
): Promise<NonNullable<Lines[keyof Lines]>> {
  const { memberId, branchId, gridId } = attendance;
  const entryId = lineId(activity.id, memberId, part, activity.round);
  try {
    await record(tx, {
      ...{ id: entryId, memberId, source: { kind: "activity", id: activity.id }, rulebook, at },
      fact: { ruleId, gradeId, quantity: 1, occurredOn: dayOf(activity), event: activity.id },
      approvers: [{ id: caller.id, name: caller.name }],
      home: { branchId, gridId },
    });
    return { entryId };
  } catch (error) {
    // The engine refuses before anything is written; a conflict is no Refusal and goes on.
    if (!(error instanceof Refusal) || error.code === "year_not_open") throw error;
    return { refused: error.code };
  }
}

/** Everybody else's lines are seen to; the caller's own may wait. */
async function end(db: Database, activity: Activity, ownId: string): Promise<Closing | Closed> {
  const turnout = turnoutOf(await countsOf(db, activity.id));
  return db.transact(async (tx) => {
    const now = (await tx.get(activities, activity.id)) ?? refuse("not_found");
    const own = await tx.get(attendances, ownId);
    const waitingFor = own && own.settledRound < now.round ? own.memberId : "";
    if (now.status === "open" || now.status === "cancelled") refuse("activity_not_closed");
    const after = ended(now, { turnout, waitingFor });
    if (!isSame(now, after)) await tx.put(activities, after);
    return after;
  });
}

const isSame = (now: Activity, after: Closed): boolean =>
  now.status === after.status && "waitingFor" in now && now.waitingFor === after.waitingFor;

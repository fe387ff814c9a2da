import type * as z from "zod";
import type { Caller } from "../kernel/operation.ts";
import { sentences } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import { type Activity, isManager } from "./activity.ts";
import type { Attendance } from "./attendance.ts";
import type { ActivityRow, RollRow } from "./contract.ts";
import { mayCheckIn } from "./may.ts";

/** An activity as one line of a list. */
export function activityRow(
  activity: Activity,
  about: Readonly<{
    caller: Caller;
    at: Instant;
    branch: string;
    mine?: Attendance | undefined;
    leaves: number;
  }>,
): z.input<typeof ActivityRow> {
  const { id, kindTitle, title, place, startsAt, endsAt, status } = activity;
  const { caller, at, branch, mine, leaves } = about;
  const manages = isManager(activity, caller);
  return {
    ...{ id, kindTitle, title, place, startsAt, endsAt, branch, status, manages },
    ...("turnout" in activity ? { turnout: activity.turnout } : {}),
    ...(mine ? { mine: mine.status } : {}),
    checksIn: mayCheckIn(activity, mine, at),
    leaves: manages ? leaves : 0,
  };
}

/** A line of the roll, as its member and whoever runs the activity see it. */
export function rollRow(
  attendance: Attendance,
  activity: Activity,
  caller: Caller,
): z.input<typeof RollRow> {
  const { memberId, memberName, status, lines, settledRound } = attendance;
  const refused = Object.values(lines).flatMap((line) => ("refused" in line ? [line.refused] : []));
  const isEnded = activity.status === "closed" || activity.status === "reversed";
  const [code] = refused;
  return {
    ...{ memberId, name: memberName, status, own: memberId === caller.id },
    late: attendance.status === "present" && attendance.late,
    ...(attendance.status === "present" ? { how: attendance.how, at: attendance.at } : {}),
    ...("reason" in attendance ? { reason: attendance.reason } : {}),
    ...("answer" in attendance ? { answer: attendance.answer } : {}),
    waiting: isEnded && settledRound < activity.round,
    ...(code ? { refused: sentences[code] } : {}),
  };
}

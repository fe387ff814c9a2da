import type { Caller } from "../kernel/operation.ts";
import type { Instant } from "../kernel/time.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Activity, checkInOpensAt, isManager } from "./activity.ts";
import type { Attendance } from "./attendance.ts";
import { isCommitteesOwn, meetingOf } from "./meeting.ts";

/** Whether a code would be taken now. */
export const mayCheckIn = (
  activity: Activity,
  mine: Attendance | undefined,
  at: Instant,
): boolean => isRunning(activity, at) && mine !== undefined && mine.status !== "present";

const isRunning = (activity: Activity, at: Instant): boolean =>
  activity.status === "open" && at >= checkInOpensAt(activity);

/** What somebody may do with an activity now: the rules of `course.ts`, asked beforehand. */
export function mayOf(
  activity: Activity,
  mine: Attendance | undefined,
  rulebook: Rulebook,
  caller: Caller,
  at: Instant,
) {
  const { status, round, endsAt, kind } = activity;
  const isOpen = status === "open";
  const isCommittee = caller.roles.includes("committee");
  const manages = isManager(activity, caller);
  const isClosers =
    manages && (isCommittee || !isCommitteesOwn(rulebook, meetingOf(rulebook, kind)));
  const waits = "waitingFor" in activity && ![caller.id, ""].includes(activity.waitingFor);
  return {
    checkIn: mayCheckIn(activity, mine, at),
    askLeave:
      isOpen && at < endsAt && (mine?.status === "expected" || mine?.status === "leaveAsked"),
    answerLeave: manages && isOpen && at < endsAt,
    markRoll: manages && isRunning(activity, at),
    change: manages && isOpen && round === 1,
    close: isClosers && (isRunning(activity, at) || status === "closing"),
    confirm: isClosers && status === "closed" && waits,
    reopen: manages && status === "closed",
    reverse:
      isCommittee &&
      (status === "closed" || status === "reversing" || (status === "reversed" && waits)),
  };
}

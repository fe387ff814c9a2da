import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Skip } from "../kernel/paging.ts";
import { Points } from "../kernel/points.ts";
import { Reason } from "../kernel/reason.ts";
import { LocalDate, Month, Year } from "../kernel/time.ts";
import { Name } from "../villages/contract.ts";
import { activityStatuses, audiences } from "./activity.ts";
import { attendanceStatuses } from "./attendance.ts";
import { chosenMost } from "./roll.ts";

/** A moment as a phone writes it, with its offset; kept in UTC. */
const Moment = z.iso
  .datetime({ offset: true })
  .transform((moment) => new Date(moment).toISOString());

const plan = {
  activityId: Id,
  kind: Id,
  title: Name,
  place: Name,
  startsAt: Moment,
  endsAt: Moment,
  branchId: z.union([Id, z.literal("")]),
  expects: z.enum(audiences),
  memberIds: z.array(Id).max(chosenMost).default([]),
};

/** The id is made on the phone, so that planning again after a lost signal plans nothing twice. */
export const PlanActivityInput = z.strictObject(plan);
export const PlanActivityOutput = z.object({ expected: z.int() });

export const ChangeActivityInput = PlanActivityInput;
export const ChangeActivityOutput = PlanActivityOutput;

const one = z.strictObject({ activityId: Id });

export const CancelActivityInput = one;
export const CancelActivityOutput = z.object({ status: z.literal("cancelled") });

/** What the form of a plan offers; with an activity, also what it holds now. */
export const GetActivityFormInput = z.strictObject({ activityId: Id.optional() });
export const GetActivityFormOutput = z.object({
  today: LocalDate,
  /** The first day that can be chosen: that of the open year. */
  earliest: LocalDate,
  kinds: z.array(
    z.object({ id: z.string(), title: z.string(), for: z.enum(["branch", "committee", "all"]) }),
  ),
  /** The caller's own; every branch for the committee. */
  branches: z.array(z.object({ id: z.string(), name: z.string(), own: z.boolean() })),
  members: z.array(z.object({ id: z.string(), name: z.string(), branchId: z.string() })),
  plan: z
    .object({
      ...{ kind: z.string(), title: z.string(), place: z.string() },
      ...{ startsAt: z.string(), endsAt: z.string() },
      ...{
        branchId: z.string(),
        expects: z.enum(audiences),
        memberIds: z.array(z.string()).readonly(),
      },
    })
    .optional(),
});

const Turnout = z.object({ present: z.int(), late: z.int(), absent: z.int(), leave: z.int() });

export const ActivityRow = z.object({
  id: z.string(),
  kindTitle: z.string(),
  title: z.string(),
  place: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  /** "" for the village's own. */
  branch: z.string(),
  status: z.enum(activityStatuses),
  /** Once it is closed. */
  turnout: Turnout.optional(),
  /** How the caller stands on its roll; left out when not expected. */
  mine: z.enum(attendanceStatuses).optional(),
  /** Whether the caller can check in by a code now. */
  checksIn: z.boolean(),
  /** Whether the caller runs it. */
  manages: z.boolean(),
  /** Requests for leave that wait for the caller's answer; 0 for others. */
  leaves: z.int(),
});

const Period = z.object({
  months: z.array(Month).readonly(),
  held: z.int(),
  state: z.enum(["held", "missing", "planned", "due"]),
});

const Requirement = z.object({
  kind: z.string(),
  title: z.string(),
  every: z.enum(["month", "quarter", "year"]),
  periods: z.array(Period).readonly(),
});

const Requirements = z.array(Requirement).readonly();

/** @property skip how many of the past ones are there already; what stands above them comes with 0 */
export const ListActivitiesInput = z.strictObject({ skip: Skip });
export const ListActivitiesOutput = z.object({
  now: z.string(),
  /** Not yet closed, the next first. */
  coming: z.array(ActivityRow),
  /** Closed ones where somebody's own line waits for this person's press. */
  toConfirm: z.array(ActivityRow),
  /** Closed, reversed or cancelled, the latest first. */
  past: z.array(ActivityRow),
  more: z.boolean(),
  mayPlan: z.boolean(),
  /** What the year requires of the caller's branch and of the village; with the first page. */
  calendar: z.object({ year: Year, branch: Requirements, village: Requirements }).optional(),
});

export const RollRow = z.object({
  memberId: z.string(),
  name: z.string(),
  status: z.enum(attendanceStatuses),
  /** Came late. */
  late: z.boolean(),
  how: z.enum(["code", "scanned", "roll"]).optional(),
  /** When they came. */
  at: z.string().optional(),
  /** Why they ask for leave. */
  reason: z.string().optional(),
  /** What was answered. */
  answer: z.string().optional(),
  /** It is the caller's own: another person has to confirm its points. */
  own: z.boolean(),
  /** Their points wait for another person's press. */
  waiting: z.boolean(),
  /** Why the rulebook gave them no line, in a sentence. */
  refused: z.string().optional(),
});

/** @property skip how far down the roll */
export const GetActivityInput = z.strictObject({ activityId: Id, skip: Skip });
export const GetActivityOutput = z.object({
  now: z.string(),
  id: z.string(),
  kindTitle: z.string(),
  title: z.string(),
  place: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  checkInOpensAt: z.string(),
  branch: z.string(),
  expects: z.enum(audiences),
  status: z.enum(activityStatuses),
  /** After how many minutes somebody is late; left out where it costs nothing. */
  lateAfter: z.int().optional(),
  /** What coming, coming late besides, and staying away count before any cap. */
  rates: z.object({ present: Points, late: Points, absent: Points }),
  reopened: z.object({ by: z.string(), reason: z.string() }).optional(),
  reversal: z.object({ by: z.string(), reason: z.string() }).optional(),
  /** How the caller stands; left out when not expected. */
  mine: RollRow.optional(),
  /** What the caller may do with it now. */
  may: z.object({
    checkIn: z.boolean(),
    askLeave: z.boolean(),
    answerLeave: z.boolean(),
    markRoll: z.boolean(),
    change: z.boolean(),
    close: z.boolean(),
    /** Press close for somebody whose own line waits. */
    confirm: z.boolean(),
    reopen: z.boolean(),
    reverse: z.boolean(),
  }),
  /** For whoever runs it. */
  roll: z
    .object({
      counts: z.record(z.enum([...attendanceStatuses, "late"]), z.int()),
      rows: z.array(RollRow),
      more: z.boolean(),
    })
    .optional(),
});

/** @property left people whose lines further calls see to: the phone goes on pressing until it is 0 */
const Progress = z.object({
  status: z.enum(activityStatuses),
  done: z.int(),
  left: z.int(),
  /** The caller's own line waits for another person's press. */
  waiting: z.boolean(),
});

export const CloseActivityInput = one;
export const CloseActivityOutput = Progress;

export const ReopenActivityInput = z.strictObject({ activityId: Id, reason: Reason });
export const ReopenActivityOutput = z.object({ status: z.literal("open") });

export const ReverseActivityInput = ReopenActivityInput;
export const ReverseActivityOutput = Progress;

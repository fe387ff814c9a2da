import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Reason } from "../kernel/reason.ts";
import { attendanceStatuses, marks } from "./attendance.ts";

/** What comes in and goes out about the roll: check-in, ticks and leave. */

/** @property of the activity's code for all to scan, or the caller's own for the secretary to scan */
export const GetCheckInCodesInput = z.strictObject({
  activityId: Id,
  of: z.enum(["activity", "me"]),
});
export const GetCheckInCodesOutput = z.object({
  /** The server's clock, as the phone's may be wrong. */
  now: z.string(),
  title: z.string(),
  /** Those of the next ten minutes, each shown from its moment until the next one's. */
  codes: z.array(z.object({ text: z.string(), from: z.string() })),
  /** With the activity's code: who has come so far, the latest first. */
  came: z
    .object({
      present: z.int(),
      expected: z.int(),
      latest: z.array(z.object({ name: z.string(), at: z.string(), late: z.boolean() })),
    })
    .optional(),
  /** With one's own: whether it has been scanned. */
  mine: z.enum(attendanceStatuses).optional(),
});

const Code = z.string().regex(/^[0-9a-f]{10}$/, "check_in_code_old");

const CheckedIn = z.object({ name: z.string(), at: z.string(), late: z.boolean() });

export const CheckInInput = z.strictObject({ activityId: Id, code: Code });
export const CheckInOutput = CheckedIn;

export const CheckInMemberInput = z.strictObject({ activityId: Id, memberId: Id, code: Code });
export const CheckInMemberOutput = CheckedIn;

export const MarkRollInput = z.strictObject({
  activityId: Id,
  mark: z.enum(marks),
  memberIds: z.array(Id).min(1).max(100),
});
export const MarkRollOutput = z.object({ marked: z.int() });

export const AskLeaveInput = z.strictObject({ activityId: Id, reason: Reason });
export const AskLeaveOutput = z.object({ status: z.enum(attendanceStatuses) });

export const AnswerLeaveInput = z.discriminatedUnion("granted", [
  z.strictObject({
    ...{ activityId: Id, memberId: Id, granted: z.literal(true) },
    answer: z.string().trim().max(200, "reason_too_long").default(""),
  }),
  z.strictObject({ activityId: Id, memberId: Id, granted: z.literal(false), answer: Reason }),
]);
export const AnswerLeaveOutput = AskLeaveOutput;

import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { LocalDate } from "../kernel/time.ts";
import { ChangeId, Seen } from "./fields.ts";

/** 走访 and 服务: who came to a household and what became of it. Their ids are made on the phone. */

const Text = z.string().trim().min(1, "text_missing").max(2000, "text_too_long");

export const VisitShape = z.object({
  visitId: z.string(),
  on: LocalDate,
  by: z.string(),
  text: z.string(),
  /** "" when nothing was needed. */
  need: z.string(),
  /** What was done about it since, the oldest first. */
  followUps: z.array(z.object({ on: LocalDate, by: z.string(), text: z.string() })),
  /** "" while the need is open, or when there was none. */
  doneOn: z.string(),
  revision: z.int(),
});

export const ServiceShape = z.object({
  serviceId: z.string(),
  on: LocalDate,
  /** The member who did it. */
  member: z.string(),
  text: z.string(),
  /** Who wrote it down. */
  by: z.string(),
});

export const RecordVisitInput = z.strictObject({
  visitId: Id,
  householdId: Id,
  on: LocalDate,
  text: Text,
  /** "" when nothing was needed. */
  need: z.string().trim().max(200).default(""),
});
export const RecordVisitOutput = z.object({ visitedOn: LocalDate, openNeeds: z.int() });

export const FollowUpInput = z.strictObject({
  changeId: ChangeId,
  visitId: Id,
  revision: Seen,
  text: Text,
  /** Whether the need is seen to now. */
  done: z.boolean(),
});
export const FollowUpOutput = z.object({ revision: z.int(), openNeeds: z.int() });

/** What a member did for a household; no points come of it. */
export const RecordServiceInput = z.strictObject({
  serviceId: Id,
  householdId: Id,
  memberId: Id,
  on: LocalDate,
  text: Text,
});
export const RecordServiceOutput = z.object({ serviceId: z.string() });

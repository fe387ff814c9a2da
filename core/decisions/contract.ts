import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Skip } from "../kernel/paging.ts";
import { Points } from "../kernel/points.ts";
import { Reason } from "../kernel/reason.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { Grade } from "../rulebook/scheme.ts";
import { statuses } from "./decision.ts";

/** What can be decided about something that happened on a day. */
export const GetDecisionFormInput = z.strictObject({
  memberId: Id,
  /** Today when left out. */
  day: LocalDate.optional(),
});
export const GetDecisionFormOutput = z.object({
  member: z.string(),
  branch: z.string(),
  /** Whether it is about the caller, who cannot propose it. */
  own: z.boolean(),
  today: LocalDate,
  /** The first day of the open year. */
  earliest: LocalDate,
  day: LocalDate,
  /** The rules that hold for this member on that day, in the order of the rulebook. */
  rules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      category: z.string(),
      clause: z.string(),
      example: z.string(),
      unit: z.string(),
      grades: z.array(Grade),
      /** The best band that is left after 一票否决, by name. */
      veto: z.string().optional(),
    }),
  ),
});

export const ProposeDecisionInput = z.strictObject({
  /** Made on the phone, so that sending again after a lost signal changes nothing twice. */
  decisionId: Id,
  memberId: Id,
  ruleId: Id,
  gradeId: Id,
  quantity: z.int().min(1).max(100).default(1),
  occurredOn: LocalDate,
  reason: Reason,
});
export const ProposeDecisionOutput = z.object({ status: z.enum(statuses) });

export const ConfirmDecisionInput = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("confirm"), decisionId: Id }),
  z.strictObject({ decision: z.literal("reject"), decisionId: Id, reason: Reason }),
]);
export const ConfirmDecisionOutput = z.object({
  status: z.enum(["confirmed", "rejected"]),
  /** What was recorded; 0 when rejected. */
  points: Points,
});

export const WithdrawDecisionInput = z.strictObject({ decisionId: Id });
export const WithdrawDecisionOutput = z.object({ status: z.literal("withdrawn") });

/** One line of the list. */
export const DecisionRow = z.object({
  id: z.string(),
  memberId: z.string(),
  member: z.string(),
  rule: z.string(),
  grade: z.string(),
  quantity: z.int(),
  /** What the grade says, before any cap. */
  base: Points,
  isVeto: z.boolean(),
  occurredOn: LocalDate,
  reason: z.string(),
  proposedBy: z.string(),
  proposedOn: LocalDate,
  status: z.enum(statuses),
  /** What was recorded, once confirmed. */
  points: Points.optional(),
  /** Whether it waits for the caller. */
  waits: z.boolean(),
});

export const ListDecisionsInput = z.strictObject({ skip: Skip });
export const ListDecisionsOutput = z.object({ rows: z.array(DecisionRow), more: z.boolean() });

export const GetDecisionInput = z.strictObject({ decisionId: Id });
export const GetDecisionOutput = DecisionRow.extend({
  clause: z.string(),
  unit: z.string(),
  /** The best band that is left after 一票否决, by name. */
  veto: z.string().optional(),
  /** The year of the passbook that it concerns. */
  year: Year,
  decidedBy: z.string().optional(),
  decidedOn: LocalDate.optional(),
  /** Why it was rejected. */
  rejection: z.string().optional(),
  /** What it would count if it were confirmed now, or what it counted. */
  counts: z.object({ points: Points, sentence: z.string() }).optional(),
  /** Why the rulebook would refuse it now, in a sentence. */
  hindrance: z.string().optional(),
  /** Whether the line was undone since. */
  reversed: z.boolean(),
  may: z.object({ confirm: z.boolean(), withdraw: z.boolean() }),
});

import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { publicAnswer } from "../kernel/operation.ts";
import { Skip } from "../kernel/paging.ts";
import { Points } from "../kernel/points.ts";
import { Reason } from "../kernel/reason.ts";
import { LocalDate } from "../kernel/time.ts";
import { EntryId } from "../ledger/contract.ts";
import { PublicationId } from "../publications/contract.ts";
import { outcomes } from "./objection.ts";

const objectionMost = 500;

export const RaiseObjectionInput = z.strictObject({
  /** Made on the phone, so that sending again after a lost signal changes nothing twice. */
  objectionId: Id,
  about: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("line"), entryId: EntryId }),
    z.strictObject({
      kind: z.literal("row"),
      publicationId: PublicationId,
      order: z.int().min(1).max(100_000),
    }),
  ]),
  reason: z.string().trim().min(1, "reason_missing").max(objectionMost, "text_too_long"),
});
export const RaiseObjectionOutput = publicAnswer({ answerBy: LocalDate });

/** One line of a list of objections. */
export const ObjectionRow = z.object({
  id: z.string(),
  kind: z.enum(["line", "row"]),
  /** "2014年3月公示第5行", "2014年一本通第37行“环境卫生”" */
  about: z.string(),
  /** Whose points: in full for the committee, as the village shows names for the objector. */
  member: z.string(),
  /** Who objects; more than this is not told to anybody. */
  by: z.enum(["self", "member", "villager"]),
  reason: z.string(),
  raisedOn: LocalDate,
  answerBy: LocalDate,
  overdue: z.boolean(),
  status: z.enum(["open", "answered"]),
  outcome: z.enum(outcomes).optional(),
  answer: z.string().optional(),
  answeredOn: LocalDate.optional(),
});

const page = { rows: z.array(ObjectionRow), more: z.boolean() };

export const ListMyObjectionsInput = z.strictObject({ skip: Skip });
export const ListMyObjectionsOutput = publicAnswer(page);

/** The open ones that have waited longest first; the answered ones from the newest. */
export const ListObjectionsInput = z.strictObject({
  status: z.enum(["open", "answered"]).default("open"),
  skip: Skip,
});
export const ListObjectionsOutput = z.object(page);

export const GetObjectionInput = z.strictObject({ objectionId: Id });
export const GetObjectionOutput = publicAnswer({
  ...ObjectionRow.shape,
  /** For the committee alone: the lines that may be at fault, in the order of the passbook. */
  lines: z.array(
    z.object({
      entryId: z.string(),
      seq: z.int(),
      rule: z.string(),
      points: Points,
      occurredOn: LocalDate,
      approvers: z.array(z.string()),
      why: z.string(),
      /** A line that was undone, and one that undoes another, cannot be undone. */
      reversible: z.boolean(),
    }),
  ),
  /** For the committee alone: who answered. */
  answeredBy: z.string().optional(),
  may: z.object({
    answer: z.boolean(),
    /** Why the caller, though of the committee, may not. */
    hindrance: z.string().optional(),
  }),
});

export const AnswerObjectionInput = z.discriminatedUnion("outcome", [
  z.strictObject({
    outcome: z.literal("upheld"),
    objectionId: Id,
    answer: Reason,
    /** Lines to undo. None where the number is put right in another way: a line that is missing. */
    reverse: z.array(EntryId).max(20).default([]),
  }),
  z.strictObject({ outcome: z.literal("rejected"), objectionId: Id, answer: Reason }),
]);
export const AnswerObjectionOutput = z.object({ outcome: z.enum(outcomes) });

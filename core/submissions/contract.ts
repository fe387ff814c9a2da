import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { publicAnswer } from "../kernel/operation.ts";
import { Skip } from "../kernel/paging.ts";
import { Reason } from "../kernel/reason.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { ClaimShape } from "../posts/contract.ts";
import { Grade, Rule } from "../rulebook/scheme.ts";
import { VillageId } from "../villages/contract.ts";
import { parts } from "./part.ts";
import { participantsMost } from "./participant.ts";
import { statuses } from "./submission.ts";

export const textMost = 2000;
export const photosMost = 9;

/** A file of ours in the cloud's storage, put there by the phone under the submission's own id. */
const PhotoId = z
  .string()
  .regex(/^cloud:\/\/[\w.-]+\/evidence\/[\w-]{1,64}\/[\w-]{1,64}\.\w{1,5}$/);

const duty = {
  submissionId: Id,
  ruleId: Id,
  workedOn: LocalDate,
  text: z.string().trim().max(textMost, "text_too_long"),
  photos: z.array(PhotoId).max(photosMost, "too_many_photos").default([]),
  quantity: z.int().min(1).max(100).default(1),
  honour: z
    .strictObject({
      title: z.string().trim().min(1, "honour_missing").max(40),
      gradeId: Id,
      /** The submission of the first honour for the same deed; "" for a deed of its own. */
      sameDeedAs: z.union([Id, z.literal("")]).default(""),
    })
    .optional(),
  participantIds: z.array(Id).max(participantsMost).default([]),
};

/** What a member may submit today: the rules, those of their own posts first. */
export const GetDutyFormInput = z.strictObject({
  /** Oneself when left out; a member of their grid for grid staff. */
  memberId: Id.optional(),
});
export const GetDutyFormOutput = z.object({
  today: LocalDate,
  /** The first day that can be chosen: 1 January of the open year. */
  earliest: LocalDate,
  rulebook: z.string(),
  /** Own honours of the open year that count, for "the same deed as". */
  honours: z.array(z.object({ submissionId: z.string(), title: z.string() })),
  rules: z.array(Rule.extend({ mine: z.boolean() })),
});

/** The id is made on the phone, so that sending again after a lost signal changes nothing twice. */
export const SubmitDutyInput = z.strictObject(duty);
export const SubmitDutyOutput = z.object({ status: z.enum(statuses) });

/** 代录: grid staff write down what a member without a smartphone did, with the member's consent. */
export const SubmitOnBehalfInput = z.strictObject({
  ...duty,
  memberId: Id,
  /** How the member agreed: "当面说好的". */
  consent: z.string().trim().min(1, "consent_missing").max(60),
});
export const SubmitOnBehalfOutput = SubmitDutyOutput;

/** Whom this person may write for, or name as taking part. */
export const ListColleaguesInput = z.strictObject({ of: z.enum(["branch", "grid"]) });
export const ListColleaguesOutput = z.object({
  rows: z.array(z.object({ memberId: z.string(), name: z.string(), branch: z.string() })),
});

/** A participant says whether it is true. */
export const AnswerParticipationInput = z.strictObject({
  submissionId: Id,
  answer: z.enum(["yes", "no"]),
});
export const AnswerParticipationOutput = z.object({
  answer: z.enum(["yes", "no"]),
  /** What was recorded for the participant; 0 while the submission waits. */
  points: z.int(),
});

export const ResubmitDutyInput = z.strictObject(duty);
export const ResubmitDutyOutput = z.object({ status: z.literal("pending") });

export const WithdrawSubmissionInput = z.strictObject({ submissionId: Id });
export const WithdrawSubmissionOutput = z.object({ status: z.literal("withdrawn") });

const reviewed = {
  submissionId: Id,
  /** When it was handed in, as the reviewer has seen it: what was mended since is not decided. */
  submittedAt: z.iso.datetime().optional(),
};
export const ReviewSubmissionInput = z.discriminatedUnion("decision", [
  z.strictObject({
    decision: z.literal("approve"),
    ...reviewed,
    gradeId: Id,
    /** Participants whom the reviewer knows to have taken part. */
    attested: z.array(Id).max(participantsMost).default([]),
  }),
  z.strictObject({ decision: z.literal("return"), ...reviewed, reason: Reason }),
]);
export const ReviewSubmissionOutput = z.object({
  status: z.enum(["approved", "returned"]),
  /** What was recorded for the member; 0 when returned. */
  points: z.int(),
  /** How many participants got a line too. */
  others: z.int(),
});

/** Takes back one's own last decision about it, for ten minutes. */
export const UndoReviewInput = z.strictObject({ submissionId: Id });
export const UndoReviewOutput = z.object({
  status: z.literal("pending"),
  /** What had been decided. */
  undone: z.enum(["approved", "returned"]),
});

/** One line of a list of submissions. */
export const SubmissionRow = z.object({
  id: z.string(),
  member: z.string(),
  rule: z.string(),
  workedOn: LocalDate,
  text: z.string(),
  /** How many; none for whoever took part, as they are not shown any. */
  photos: z.int(),
  status: z.enum(statuses),
  reason: z.string().optional(),
  /** Recorded points of an approved one: the reader's own where they took part, the member's otherwise. */
  points: z.int().optional(),
  /** Who wrote it down, for another member. */
  recorder: z.string().optional(),
  /** The title of an honour. */
  honour: z.string().optional(),
  /** What the caller has to do with it. */
  part: z.enum(parts),
  /** Whether the caller is still to say whether they took part. */
  asked: z.boolean(),
});

export const ListMySubmissionsInput = z.strictObject({ skip: Skip });
export const ListMySubmissionsOutput = z.object({
  /** What the caller is still to answer; with the first page only. */
  asked: z.array(SubmissionRow),
  rows: z.array(SubmissionRow),
  more: z.boolean(),
});

export const GetSubmissionInput = z.strictObject({ submissionId: Id });
export const GetSubmissionOutput = z.object({
  id: z.string(),
  memberId: z.string(),
  member: z.string(),
  branch: z.string(),
  ruleId: z.string(),
  rule: z.string(),
  clause: z.string(),
  grades: z.array(Grade),
  workedOn: LocalDate,
  submittedOn: LocalDate,
  text: z.string(),
  photos: z.array(
    z.object({
      fileId: z.string(),
      address: z.string(),
      /** WeChat holds it to be unfit: then only the member and the recorder get it. */
      refused: z.boolean(),
    }),
  ),
  status: z.enum(statuses),
  reason: z.string().optional(),
  points: z.int().optional(),
  year: Year,
  quantity: z.int(),
  unit: z.string(),
  honour: z
    .object({
      title: z.string(),
      /** The level that the member says it has. */
      gradeId: z.string(),
      sameDeedAs: z.string(),
      /** The title of that other honour. */
      sameDeed: z.string(),
    })
    .optional(),
  part: z.enum(parts),
  /** Who wrote it down, and how the member agreed; not for participants. */
  recorder: z.object({ name: z.string(), consent: z.string() }).optional(),
  /** For a participant only themselves. */
  participants: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      answer: z.enum(["asked", "yes", "no", "attested"]),
      /** What was recorded for this one. */
      points: z.int().optional(),
      /** Why the rulebook gave this one no line, in a sentence. */
      refused: z.string().optional(),
    }),
  ),
  /** What the caller may do with it now. */
  may: z.object({
    review: z.boolean(),
    /** Take back what the caller decided. */
    undo: z.boolean(),
    withdraw: z.boolean(),
    resubmit: z.boolean(),
    answer: z.boolean(),
  }),
});

/** Public: no more than stands on the wall. */
export const ListHonoursInput = z.strictObject({ villageId: VillageId, skip: Skip });
export const ListHonoursOutput = publicAnswer({
  rows: z.array(
    z.object({
      /** Full or masked, as the village decides. */
      name: z.string(),
      branch: z.string(),
      title: z.string(),
      /** "" where the rulebook knows one level only. */
      level: z.string(),
      day: LocalDate,
    }),
  ),
  /** How many were read for these rows: what to skip for the next. */
  read: z.int(),
  more: z.boolean(),
});

/** What waits for this reviewer: claims and submissions, the oldest first. */
export const GetReviewQueueInput = z.strictObject({ skip: Skip });
export const GetReviewQueueOutput = z.object({
  claims: z.array(ClaimShape),
  rows: z.array(SubmissionRow),
  more: z.boolean(),
});

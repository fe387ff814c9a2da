import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { publicAnswer } from "../kernel/operation.ts";
import { Skip } from "../kernel/paging.ts";
import { Reason } from "../kernel/reason.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { pictureStates } from "../media/mediaCheck.ts";
import { VillageId } from "../villages/contract.ts";
import { outcomes } from "./nomination.ts";
import { kinds, parts, statuses } from "./story.ts";

const titleMost = 30;
const textMost = 2000;
const photosMost = 9;
const secondsMost = 60;
const nameMost = 20;
const consentMost = 60;
const nominationMost = 200;

/** A file of ours in the cloud's storage, put there by the phone under the story's own id. */
const FileId = z.string().regex(/^cloud:\/\/[\w.-]+\/stories\/[\w-]{1,64}\/[\w-]{1,64}\.\w{1,5}$/);

const Revision = z.int().min(0).max(100_000);

/** A draft may lack anything; what is missing is said when it is handed in. */
export const SaveStoryInput = z.strictObject({
  storyId: Id,
  /** The one that the phone has seen; 0 for a new story. */
  revision: Revision,
  kind: z.enum(kinds),
  title: z.string().trim().max(titleMost),
  text: z.string().trim().max(textMost, "text_too_long"),
  media: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({
      kind: z.literal("photos"),
      fileIds: z.array(FileId).min(1).max(photosMost, "too_many_photos"),
    }),
    z.strictObject({
      kind: z.literal("video"),
      fileId: FileId,
      coverId: FileId,
      /** As the phone measured it; whoever publishes has watched it to the end. */
      seconds: z.number().min(1).max(secondsMost),
    }),
  ]),
  about: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("member"), memberId: Id }),
    z.strictObject({
      kind: z.literal("other"),
      name: z.string().trim().max(nameMost),
      gridId: z.union([Id, z.literal("")]).default(""),
    }),
  ]),
  consent: z.strictObject({
    how: z.string().trim().max(consentMost),
    on: z.union([LocalDate, z.literal("")]),
  }),
  peopleChecked: z.boolean(),
});
export const SaveStoryOutput = z.object({ revision: z.int() });

export const HandInStoryInput = z.strictObject({ storyId: Id, revision: Revision });
export const HandInStoryOutput = z.object({ status: z.literal("handedIn") });

export const PublishStoryInput = z.strictObject({
  storyId: Id,
  revision: Revision,
  /** "I have watched the film", "I have looked at the pictures that WeChat is not sure of". */
  looked: z.boolean().default(false),
});
export const PublishStoryOutput = z.object({ status: z.literal("published") });

export const ReturnStoryInput = z.strictObject({
  storyId: Id,
  revision: Revision,
  reason: Reason,
});
export const ReturnStoryOutput = z.object({ status: z.literal("returned") });

export const WithdrawStoryInput = z.strictObject({ storyId: Id });
export const WithdrawStoryOutput = z.object({ status: z.literal("withdrawn") });

/** What a list shows of a published story. */
const PublicRow = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  /** Whom it is about, as they agreed to be named. */
  name: z.string(),
  excerpt: z.string(),
  publishedOn: LocalDate,
  /** A temporary address, or "" for a story without pictures. */
  cover: z.string(),
  /** Of its film; 0 where there is none. */
  seconds: z.number(),
});

export const ListStoriesInput = z.strictObject({
  villageId: VillageId,
  /** All kinds when left out. */
  kind: z.enum(kinds).optional(),
  skip: Skip,
});
export const ListStoriesOutput = publicAnswer({ rows: z.array(PublicRow), more: z.boolean() });

export const GetStoryInput = z.strictObject({ storyId: Id });
export const GetStoryOutput = publicAnswer({
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  text: z.string(),
  name: z.string(),
  status: z.enum(statuses),
  publishedOn: LocalDate.optional(),
  photos: z.array(z.string()),
  video: z.object({ address: z.string(), cover: z.string(), seconds: z.number() }).optional(),
  /** What the caller has to do with it, and may do now. */
  part: z.enum(parts),
  may: z.object({ edit: z.boolean(), withdraw: z.boolean(), decide: z.boolean() }),
  /** For the writer and the committee alone. */
  inside: z
    .object({
      revision: z.int(),
      writer: z.string(),
      memberId: z.string(),
      gridId: z.string(),
      consent: z.object({ how: z.string(), on: z.string() }),
      peopleChecked: z.boolean(),
      reason: z.string().optional(),
      /** Whether every picture may be public; "failed" is told to the writer alone. */
      stage: z.enum(["checking", "failed", "ready"]),
      /** Pictures that the committee is not shown before WeChat has looked. */
      hidden: z.int(),
      /** Whether a person has to look at it before it is published. */
      lookAt: z.boolean(),
      /** Why this member of the committee may not decide. */
      hindrance: z.string().optional(),
      /** The committee alone. */
      readers: z.int().optional(),
      withdrawnAs: z.enum(parts).optional(),
      /** The writer alone: every file, and how its picture stands. */
      files: z.array(
        z.object({
          fileId: z.string(),
          address: z.string(),
          state: z.enum([...pictureStates, "film"]),
        }),
      ),
    })
    .optional(),
});

/** A line of a list for those whom it concerns. */
const OwnRow = z.object({
  id: z.string(),
  kind: z.enum(kinds),
  title: z.string(),
  name: z.string(),
  writer: z.string(),
  status: z.enum(statuses),
  stage: z.enum(["checking", "failed", "ready"]),
  /** Whether pictures wait to be sent to WeChat again; for the writer. */
  unasked: z.boolean(),
  reason: z.string().optional(),
  part: z.enum(parts),
  savedOn: LocalDate,
});

export const ListMyStoriesInput = z.strictObject({ skip: Skip });
export const ListMyStoriesOutput = z.object({ rows: z.array(OwnRow), more: z.boolean() });

export const ListStoriesToDecideInput = z.strictObject({ skip: Skip });
export const ListStoriesToDecideOutput = z.object({ rows: z.array(OwnRow), more: z.boolean() });

export const GetStoryFactsInput = z.strictObject({
  memberId: Id,
  /** The open year when left out. */
  year: Year.optional(),
});
export const GetStoryFactsOutput = z.object({
  year: Year,
  /** Years that have a booklet, the newest first. */
  years: z.array(Year),
  name: z.string(),
  /** Plain sentences, to write from; empty for a year in which nothing was recorded. */
  facts: z.array(z.string()),
});

export const NominateInput = z.strictObject({
  /** Made on the phone, so that sending again after a lost signal changes nothing twice. */
  nominationId: Id,
  villageId: VillageId,
  name: z.string().trim().min(1, "story_person_missing").max(nameMost),
  text: z.string().trim().min(1, "text_missing").max(nominationMost, "text_too_long"),
});
export const NominateOutput = publicAnswer({ status: z.literal("open") });

export const ListNominationsInput = z.strictObject({
  status: z.enum(["open", "closed"]).default("open"),
  skip: Skip,
});
export const ListNominationsOutput = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      text: z.string(),
      /** Who nominates; more than this is not told to anybody. */
      by: z.enum(["member", "villager"]),
      nominatedOn: LocalDate,
      outcome: z.enum(outcomes).optional(),
      closedBy: z.string().optional(),
    }),
  ),
  more: z.boolean(),
});

export const CloseNominationInput = z.strictObject({
  nominationId: Id,
  outcome: z.enum(outcomes),
});
export const CloseNominationOutput = z.object({ outcome: z.enum(outcomes) });

import * as z from "zod";
import { parts } from "../board/period.ts";
import { publicAnswer } from "../kernel/operation.ts";
import { Skip } from "../kernel/paging.ts";
import { Points } from "../kernel/points.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { VillageId } from "../villages/contract.ts";

/** A publication's id, or an account's: longer than a plain id where the village's name is long. */
const Key = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);

export const PublicationId = Key;

/** Pressed again until nothing is left: a big village's list is written in several goes. */
export const PublishPeriodInput = z.strictObject({ year: Year, part: z.enum(parts) });
export const PublishPeriodOutput = z.object({
  publicationId: z.string(),
  /** Rows that are still to be written; 0 when it is published. */
  left: z.int(),
});

/** "open": objections may be raised; "final": the days for it are over. */
const status = z.enum(["open", "final"]);

const heading = {
  id: z.string(),
  title: z.string(),
  from: LocalDate,
  until: LocalDate,
  status,
  publishedOn: LocalDate,
  objectionsUntil: LocalDate,
  members: z.int(),
  points: Points,
};

export const ListPublicationsInput = z.strictObject({ villageId: VillageId, skip: Skip });

/** Public. */
export const ListPublicationsOutput = publicAnswer({
  today: LocalDate,
  /** The newest first. */
  rows: z.array(z.object(heading)),
  more: z.boolean(),
  /** For the committee alone. */
  due: z
    .array(
      z.object({
        year: Year,
        part: z.enum(parts),
        title: z.string(),
        until: LocalDate,
        /** Begun and not finished: pressed again, it goes on. */
        begun: z.boolean(),
      }),
    )
    .optional(),
});

/** What stands on the wall of one member. */
const Row = z.object({
  order: z.int(),
  rank: z.int().optional(),
  name: z.string(),
  branch: z.string(),
  grid: z.string(),
  points: Points,
  score: Points,
  band: z.string().optional(),
});

export const GetPublicationInput = z.strictObject({
  publicationId: PublicationId,
  skip: Skip,
  /** A part of a name as it is shown. */
  search: z.string().trim().max(30).default(""),
});

/** Public: nothing but what stands on the wall. */
export const GetPublicationOutput = publicAnswer({
  ...heading,
  today: LocalDate,
  root: z.string(),
  ranked: z.boolean(),
  bands: z.array(z.object({ title: z.string(), members: z.int() })),
  /** For the committee alone: whether it can print the list for the wall. */
  mayPrint: z.boolean().optional(),
  /** The caller's own row. */
  own: Row.optional(),
  rows: z.array(Row),
  more: z.boolean(),
});

export const PrintPublicationInput = z.strictObject({ publicationId: PublicationId });
export const PrintPublicationOutput = z.object({
  /** A Word document, base64. */
  document: z.base64(),
  fileName: z.string(),
});

/** Where a verification goes on. */
const Place = z.strictObject({ of: z.enum(["accounts", "publications"]), id: Key });

export const VerifyVillageInput = z.strictObject({
  villageId: VillageId,
  /** The open year when left out. */
  year: Year.optional(),
  /** From the beginning when left out. */
  after: Place.optional(),
});

/** Public: no names and no points. */
export const VerifyVillageOutput = publicAnswer({
  year: Year,
  years: z.array(Year),
  /** What this call has looked at. */
  accounts: z.int(),
  lines: z.int(),
  publications: z.int(),
  /** The first thing that does not fit. */
  broken: z
    .object({
      accountId: z.string().optional(),
      publicationId: z.string().optional(),
      entryId: z.string().optional(),
      /** In a plain Chinese sentence. */
      words: z.string(),
    })
    .optional(),
  /** What is still to be looked at. */
  next: Place.optional(),
});

import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Points } from "../kernel/points.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { DraftScheme } from "../rulebook/scheme.ts";

/** The draft that the caller saw; 0 where there was none. */
const Revision = z.int().min(0);

/** How the draft stands: what the editor shows of it. */
const DraftShape = z.object({
  revision: z.int(),
  /** Whether there is a draft; otherwise `scheme` is that of the latest version, to start from. */
  drafted: z.boolean(),
  scheme: DraftScheme,
  /** Who changed the draft last, and on which day. */
  changedBy: z.string().optional(),
  changedOn: LocalDate.optional(),
  /** The version that it would follow. */
  latest: z.object({ version: z.int(), title: z.string(), effectiveFrom: LocalDate }),
  /** Contradictions, each at its path in the scheme: "rules.3.caps.0". */
  flaws: z.array(z.object({ place: z.string(), sentence: z.string() })),
  /** What it changes in the latest version, in words. */
  differences: z.array(
    z.object({
      place: z.string(),
      kind: z.enum(["added", "removed", "changed"]),
      words: z.string(),
    }),
  ),
  /** From which day it can hold: one between two days, or, with another scale, one of a few. */
  start: z.object({ from: LocalDate, until: LocalDate, only: z.array(LocalDate).optional() }),
  today: LocalDate,
  /** The years on which it can be tried, the newest first. */
  years: z.array(z.int()),
});

export const GetDraftInput = z.strictObject({});
export const GetDraftOutput = DraftShape;

/** The whole draft: contradictions may stand in it, to be mended before it is published. */
export const SaveDraftInput = z.strictObject({ revision: Revision, scheme: DraftScheme });
export const SaveDraftOutput = DraftShape;

export const DropDraftInput = z.strictObject({ revision: Revision });
export const DropDraftOutput = DraftShape;

export const PublishRulebookInput = z.strictObject({
  revision: Revision,
  effectiveFrom: LocalDate,
});
export const PublishRulebookOutput = z.object({ version: z.int() });

/** Some members at a time: `after` is `next` of the answer before. */
export const TryDraftInput = z.strictObject({
  revision: Revision,
  year: Year,
  after: z.union([Id, z.literal("")]).default(""),
});

const Outcome = z.object({ score: Points, band: z.string() });
const Named = z.object({ name: z.string(), times: z.int() });

export const TryDraftOutput = z.object({
  rows: z.array(
    z.object({
      memberId: z.string(),
      name: z.string(),
      branch: z.string(),
      was: Outcome,
      would: Outcome,
    }),
  ),
  /** Sums over the rows; those of several answers can be added. */
  branches: z.array(
    z.object({
      branchId: z.string(),
      branch: z.string(),
      members: z.int(),
      was: Points,
      would: Points,
      scoresChanged: z.int(),
      bandsChanged: z.int(),
    }),
  ),
  /** Facts that count nothing since the draft lacks their rule or grade, by the rule's name. */
  missing: z.array(Named),
  /** Facts that count nothing since the draft's rules refuse them, by the sentence. */
  refused: z.array(Named),
  /** How many booklets the year has. */
  total: z.int(),
  /** Where to go on; left out at the end. */
  next: z.string().optional(),
});

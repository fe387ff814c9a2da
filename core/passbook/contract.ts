import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { LocalDate, Year } from "../kernel/time.ts";

export const GetPassbookInput = z.strictObject({
  /** Oneself when left out; another member for their reviewers. */
  memberId: Id.optional(),
  /** The open year when left out. */
  year: Year.optional(),
  /** Lines older than this `seq`: how the next page is asked for. */
  before: z.int().min(1).optional(),
});

export const GetPassbookOutput = z.object({
  memberId: z.string(),
  member: z.string(),
  branch: z.string(),
  grid: z.string(),
  year: Year,
  /** Years that have a booklet, the newest first. */
  years: z.array(Year),
  /** The sum of the lines. */
  balance: z.int(),
  /** What the sum comes to, where the rulebook has a base, ends or bands; left out where it has none. */
  result: z
    .object({
      score: z.int(),
      band: z.string().optional(),
      /** The rule whose veto decided the band. */
      vetoedBy: z.string().optional(),
      /** Where quarters are scored on their own. */
      quarters: z.array(z.object({ score: z.int(), band: z.string().optional() })),
    })
    .optional(),
  /** What each rule brought this year. */
  byRule: z.array(z.object({ rule: z.string(), times: z.int(), points: z.int() })),
  /** The newest first. */
  entries: z.array(
    z.object({
      id: z.string(),
      seq: z.int(),
      kind: z.enum(["award", "opening", "reversal"]),
      rule: z.string(),
      points: z.int(),
      occurredOn: LocalDate,
      recordedOn: LocalDate,
      /** Who answers for it; two names where two had to. */
      approver: z.string(),
      /** Who wrote it down for a member without a smartphone. */
      recorder: z.string().optional(),
      /** The month it counts in, where the month it was done in was published before. */
      countsIn: z.string().optional(),
      /** Why it counted what it did, in one plain sentence. */
      why: z.string(),
      /** The line that undid this one, or that this one undoes. */
      reversedBy: z.string().optional(),
      reverses: z.string().optional(),
      hash: z.string(),
    }),
  ),
  more: z.boolean(),
});

export const ExportPassbookInput = z.strictObject({
  /** Oneself when left out; another member for their reviewers. */
  memberId: Id.optional(),
  year: Year,
});

/** What the database holds, to the letter: the seals are over all of it. */
const AsStored = z.record(z.string(), z.unknown());

/** A file that can be checked without us: see `scripts/checkPassbook.mjs`. */
export const ExportPassbookOutput = z.object({
  /** How to check it, in plain words. */
  howToCheck: z.array(z.string()),
  village: z.string(),
  member: z.string(),
  year: Year,
  accountId: z.string(),
  /** In the order of `seq`. */
  entries: z.array(AsStored),
  /** What was published of this account in that year. */
  publications: z.array(
    z.object({
      title: z.string(),
      publishedOn: LocalDate,
      /** The root that stands on the wall. */
      root: z.string(),
      /** The row, and the way from its hash up to the root. */
      row: AsStored,
      proof: z.array(z.object({ side: z.enum(["left", "right"]), hash: z.string() })),
    }),
  ),
});

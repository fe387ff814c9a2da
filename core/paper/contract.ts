import * as z from "zod";
import { Id, Ordinal } from "../kernel/ids.ts";
import { Skip } from "../kernel/paging.ts";
import { Points } from "../kernel/points.ts";
import { Reason } from "../kernel/reason.ts";
import { LocalDate, Year } from "../kernel/time.ts";
import { statuses } from "./paper.ts";

/** Lines in one call: some 65 KB of the 100 that a call may carry. */
export const linesMost = 500;

/** 50,000 lines in all: 2,000 members with 25 rules each. */
const partsMost = 100;

/** 100,000 points in one line, and 10,000,000 in a year. */
const linePointsMost = 10_000_000;
const yearPointsMost = 1_000_000_000;

const PaperLine = z.strictObject({
  ordinal: Ordinal,
  ruleId: Id,
  times: z.int().min(1).max(9_999),
  /** Points come in here and nowhere else: they stand on paper, and two people answer for them. */
  points: Points.min(-linePointsMost).max(linePointsMost),
});

export const GetPaperFormInput = z.strictObject({
  /** The newest past year without booklets when left out. */
  year: Year.optional(),
});

/** What was entered for a year, in sums. */
const PaperShape = z.object({
  batchId: z.string(),
  status: z.enum(statuses),
  knownTotal: Points,
  lines: z.int(),
  booklets: z.int(),
  byRule: z.array(z.object({ title: z.string(), times: z.int(), points: Points })),
  enteredBy: z.string(),
  enteredOn: LocalDate,
  decidedBy: z.string().optional(),
  decidedOn: LocalDate.optional(),
  rejection: z.string().optional(),
  may: z.object({
    /** Confirm or reject it. */
    confirm: z.boolean(),
    withdraw: z.boolean(),
    /** Go on with the writing, which was interrupted. */
    goOn: z.boolean(),
  }),
});

export const GetPaperFormOutput = z.object({
  year: Year,
  /** The last year that can be entered. */
  last: Year,
  rules: z.array(z.object({ id: z.string(), title: z.string() })),
  members: z.array(z.object({ ordinal: z.int(), name: z.string() })),
  /** The batch of the year, if there is one. */
  paper: PaperShape.optional(),
  /** Why none can be entered: the year has lines of its own. */
  hindrance: z.string().optional(),
});

/** One part of a batch; sent again, with the same content or another, it takes the place of the former. */
export const EnterPaperLinesInput = z.strictObject({
  year: Year,
  batchId: Id,
  part: z
    .int()
    .min(0)
    .max(partsMost - 1),
  lines: z.array(PaperLine).min(1).max(linesMost),
});
export const EnterPaperLinesOutput = z.object({ lines: z.int() });

/** The batch whole, once all its parts are there. */
export const EnterPaperYearInput = z.strictObject({
  year: Year,
  batchId: Id,
  parts: z.int().min(1).max(partsMost),
  /** What the year is known to sum up to. */
  knownTotal: Points.min(-yearPointsMost).max(yearPointsMost),
});
export const EnterPaperYearOutput = z.object({
  status: z.enum(statuses),
  lines: z.int(),
  booklets: z.int(),
});

const decidedBatch = { year: Year, batchId: Id };

export const ConfirmPaperYearInput = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("confirm"), ...decidedBatch }),
  z.strictObject({ decision: z.literal("reject"), ...decidedBatch, reason: Reason }),
]);
export const ConfirmPaperYearOutput = z.object({
  status: z.enum(statuses),
  /** Booklets that are still to be written: call again until there are none. */
  left: z.int(),
});

export const WithdrawPaperYearInput = z.strictObject(decidedBatch);
export const WithdrawPaperYearOutput = z.object({ status: z.literal("withdrawn") });

/** The booklets of a batch, for whoever is to confirm it. */
export const ListPaperLinesInput = z.strictObject({ year: Year, skip: Skip });
export const ListPaperLinesOutput = z.object({
  rows: z.array(
    z.object({
      ordinal: z.int(),
      name: z.string(),
      points: Points,
      lines: z.array(z.object({ rule: z.string(), times: z.int(), points: Points })),
    }),
  ),
  more: z.boolean(),
});

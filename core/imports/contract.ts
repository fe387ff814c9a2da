import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { LocalDate } from "../kernel/time.ts";
import { importStates } from "./import.ts";

/** Uploaded by the phone under the id of the import, so that no other file can be read. */
const SheetId = z.string().regex(/^cloud:\/\/[\w.-]+\/imports\/[\w-]{1,64}\.(xlsx|csv)$/);

const Count = z.int();

/** What was found in a spreadsheet, and how far the writing has come. */
export const ImportShape = z.object({
  importId: z.string(),
  status: z.enum(importStates),
  by: z.string(),
  on: LocalDate,
  rows: Count,
  parts: Count,
  /** Parts compared with what is known, and parts written. */
  compared: Count,
  done: Count,
  tally: z.object({
    newHouseholds: Count,
    changedHouseholds: Count,
    sameHouseholds: Count,
    newResidents: Count,
    changedResidents: Count,
    sameResidents: Count,
    endedResidents: Count,
  }),
  problemRows: Count,
  /** The first hundred. */
  problems: z.array(z.object({ row: z.int(), column: z.string(), sentence: z.string() })),
  /** Names of columns that were not understood, and are not imported. */
  unknownColumns: z.array(z.string()),
});

export const BeginImportInput = z
  .strictObject({
    /** Made by the phone. */
    importId: Id.max(48),
    /** Left out to go on with the checking of one that was begun. */
    fileId: SheetId.optional(),
  })
  .refine(({ importId, fileId }) => !fileId || fileId.includes(`/imports/${importId}.`));
/** Called again until it is no longer `checking`. */
export const BeginImportOutput = ImportShape;

export const ContinueImportInput = z.strictObject({
  importId: Id,
  /** The next part that is not written, from 0; one that is written already is left as it is. */
  part: z.int().min(0).max(999),
  /** Whether rows with problems may be left out; nothing is written otherwise. */
  leaveOut: z.boolean(),
});
export const ContinueImportOutput = z.object({
  status: z.enum(importStates),
  parts: Count,
  done: Count,
});

export const WithdrawImportInput = z.strictObject({ importId: Id });
export const WithdrawImportOutput = z.object({
  status: z.literal("withdrawn"),
  /** Parts that were written before; they stay. */
  done: Count,
});

/** The last one of the village when none is named. */
export const GetImportInput = z.strictObject({ importId: Id.optional() });
export const GetImportOutput = z.object({
  /** Left out before the first. */
  import: ImportShape.optional(),
  columns: z.array(z.object({ name: z.string(), needed: z.boolean() })),
});

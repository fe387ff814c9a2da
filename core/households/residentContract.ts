import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { LocalDate } from "../kernel/time.ts";
import { ChangeId, checkResident, residentFields, Seen } from "./fields.ts";
import { residentEnds, residentKinds } from "./resident.ts";

/** One person of a household. */

export const ResidentShape = z.object({
  residentId: z.string(),
  name: z.string(),
  kind: z.enum(residentKinds),
  birthday: z.string(),
  phone: z.string(),
  idNumber: z.string(),
  floating: z
    .object({
      from: z.string(),
      since: LocalDate,
      until: z.string(),
      landlord: z.string(),
      landlordPhone: z.string(),
    })
    .nullable(),
  isRepresentative: z.boolean(),
  note: z.string(),
  revision: z.int(),
});

/** New, mended, or moved to another household, by naming that one. */
export const SaveResidentInput = z
  .strictObject({
    changeId: ChangeId,
    residentId: Id,
    householdId: Id,
    revision: Seen,
    ...residentFields,
  })
  .superRefine(checkResident);
export const SaveResidentOutput = z.object({ revision: z.int() });

export const EndResidentInput = z.strictObject({
  changeId: ChangeId,
  residentId: Id,
  revision: Seen,
  why: z.enum(residentEnds),
  on: LocalDate,
  /** Where they went, if anybody knows. */
  to: z.string().trim().max(60).default(""),
});
export const EndResidentOutput = z.object({ revision: z.int() });

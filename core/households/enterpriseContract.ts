import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Skip } from "../kernel/paging.ts";
import { Name } from "../villages/contract.ts";
import { enterpriseEnds } from "./enterprise.ts";
import { ChangeId, Note, Phone, Seen } from "./fields.ts";
import { countNames } from "./numbers.ts";

/** Enterprises, and the numbers that the map shows. */

export const ListEnterprisesInput = z.strictObject({
  /** One of the grid's; all when left out. */
  hamlet: Name.optional(),
  /** For the committee; the caller's own when left out. */
  gridId: Id.optional(),
  skip: Skip,
});

/** By hamlet and name. */
export const ListEnterprisesOutput = z.object({
  gridId: z.string(),
  grid: z.string(),
  hamlets: z.array(z.string()),
  /** The grids that the caller may look at. */
  grids: z.array(z.object({ id: z.string(), name: z.string() })),
  rows: z.array(
    z.object({
      enterpriseId: z.string(),
      hamlet: z.string(),
      name: z.string(),
      trade: z.string(),
      contact: z.string(),
      phone: z.string(),
      workers: z.int(),
      note: z.string(),
      revision: z.int(),
    }),
  ),
  more: z.boolean(),
});

export const SaveEnterpriseInput = z.strictObject({
  changeId: ChangeId,
  enterpriseId: Id,
  revision: Seen,
  hamlet: Name,
  name: Name,
  trade: z.string().trim().max(30).default(""),
  contact: z.string().trim().max(30).default(""),
  phone: Phone.default(""),
  workers: z.int().min(0).max(99_999).default(0),
  note: Note.default(""),
});
export const SaveEnterpriseOutput = z.object({ revision: z.int() });

export const EndEnterpriseInput = z.strictObject({
  changeId: ChangeId,
  enterpriseId: Id,
  revision: Seen,
  why: z.enum(enterpriseEnds),
});
export const EndEnterpriseOutput = z.object({ revision: z.int() });

export const RecountGridsInput = z.strictObject({});
export const RecountGridsOutput = z.object({
  differences: z.array(
    z.object({
      hamlet: z.string(),
      number: z.enum(countNames),
      /** What was kept, and what the records say. */
      kept: z.int(),
      counted: z.int(),
      /** False where somebody kept changing it meanwhile: count again later. */
      mended: z.boolean(),
    }),
  ),
});

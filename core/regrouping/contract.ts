import * as z from "zod";
import { countNames } from "../households/numbers.ts";
import { Id, Ordinal } from "../kernel/ids.ts";
import { LocalDate } from "../kernel/time.ts";
import { Name } from "../villages/contract.ts";

/** Made by the phone, so that sending it twice regroups once. */
const base = { regroupingId: Id, gridId: Id };

export const RegroupInput = z
  .discriminatedUnion("kind", [
    /** The grid goes into the other, whole. */
    z.strictObject({ kind: z.literal("merge"), ...base, intoId: Id }),
    /** Some of its hamlets become a grid of their own. */
    z.strictObject({
      ...{ kind: z.literal("split"), ...base },
      ordinal: Ordinal,
      name: Name,
      hamlets: z.array(Name).min(1).max(50),
    }),
    z.strictObject({ kind: z.literal("move"), ...base, intoId: Id, hamlet: Name }),
  ])
  .refine((input) => input.kind === "split" || input.intoId !== input.gridId);

export const RegroupOutput = z.object({
  gridId: z.string(),
  name: z.string(),
  hamlets: z.array(z.string()),
});

const Count = z.int().min(0).max(999_999);

const NumbersInput = z.strictObject({
  households: Count,
  residents: Count,
  representatives: Count,
  enterprises: Count,
  newResidents: Count,
});

export const EnterNumbersInput = z.strictObject({
  gridId: Id,
  /** Null goes back to counting. */
  numbers: NumbersInput.nullable(),
});
export const EnterNumbersOutput = z.object({ source: z.enum(["counted", "entered"]) });

export const GetLandInput = z.strictObject({});

/** What the committee sees of its land. */
export const GetLandOutput = z.object({
  grids: z.array(
    z.object({
      id: z.string(),
      ordinal: z.int(),
      name: z.string(),
      hamlets: z.array(z.string()),
      members: z.int(),
      numbers: NumbersInput,
      source: z.enum(["counted", "entered"]),
      /** Who entered them and when; left out where they are counted. */
      enteredBy: z.string().optional(),
      enteredOn: LocalDate.optional(),
    }),
  ),
  /** The number of a new grid: one that no grid of the past had. */
  nextOrdinal: z.int(),
  /** The last twenty, the newest first. */
  regroupings: z.array(
    z.object({
      kind: z.enum(["merge", "split", "move"]),
      from: z.string(),
      into: z.string(),
      hamlets: z.array(z.string()),
      by: z.string(),
      on: LocalDate,
    }),
  ),
  /** What the last night's recount found and mended; left out before the first. */
  recount: z
    .object({
      on: LocalDate,
      total: z.int(),
      /** The first hundred. */
      differences: z.array(
        z.object({
          hamlet: z.string(),
          number: z.enum(countNames),
          kept: z.int(),
          counted: z.int(),
          /** Not when somebody changed the hamlet all the while: the next night does. */
          mended: z.boolean(),
        }),
      ),
    })
    .optional(),
});

import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { publicAnswer } from "../kernel/operation.ts";
import { Reason } from "../kernel/reason.ts";
import { Year } from "../kernel/time.ts";

/** "award-<submission>": an entry's id is longer than a plain one: it names its source, and perhaps a member. */
export const EntryId = z.string().regex(/^[A-Za-z0-9_.-]{1,220}$/);

export const ReverseEntryInput = z.strictObject({ entryId: EntryId, reason: Reason });
export const ReverseEntryOutput = z.object({ reversalId: z.string(), balance: z.int() });

export const VerifyAccountInput = z.strictObject({ memberId: Id, year: Year });

/** Public, so that anyone can verify: it tells nothing but whether the chain holds. */
export const VerifyAccountOutput = publicAnswer({
  intact: z.boolean(),
  entries: z.int(),
  /** The first line that does not fit. */
  brokenAt: z.string().optional(),
  head: z.string(),
});

import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { LocalDate } from "../kernel/time.ts";

/** For whoever may review this submission: what may be worth a second look. No verdict, and never kept. */
export const GetSignalsInput = z.strictObject({ submissionId: Id });
export const GetSignalsOutput = z.object({
  /** Photos that look like one of another submission. */
  photos: z.array(
    z.object({
      /** The photo of this submission. */
      fileId: z.string(),
      /** Most likely the very same photo. */
      same: z.boolean(),
      /** The other submission; left out where it is none of the reviewer's business. */
      like: z
        .object({
          submissionId: z.string(),
          member: z.string(),
          rule: z.string(),
          workedOn: LocalDate,
          address: z.string(),
        })
        .optional(),
    }),
  ),
  /** So many were handed in by the same person within minutes of this one; left out when they are few. */
  burst: z.object({ by: z.string(), count: z.int(), minutes: z.int() }).optional(),
  /** Whether the member's last lines were all approved by this reviewer, and the other way round. */
  mutual: z.boolean(),
});

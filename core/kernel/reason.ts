import * as z from "zod";

/** Why something was returned or undone: whoever it concerns reads it. */
export const Reason = z.string().trim().min(1, "reason_missing").max(200, "reason_too_long");

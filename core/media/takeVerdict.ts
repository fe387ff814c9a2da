import * as z from "zod";
import type { Database } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";
import { mediaChecks, type Verdict } from "./mediaCheck.ts";

/** `wxa_media_check`, version 2, as WeChat's message push brings it. */
export const VerdictEvent = z.object({
  trace_id: z.string().min(1).max(200),
  /** Not 0: WeChat could not look; −1008 when it could not fetch the file. */
  errcode: z.int(),
  result: z.object({ suggest: z.string() }).optional(),
});

export function verdictIn({ errcode, result }: z.output<typeof VerdictEvent>): Verdict {
  if (errcode !== 0 || !result) return "failed";
  if (result.suggest === "pass" || result.suggest === "risky") return result.suggest;
  return "unclear"; // "review", and whatever WeChat may think of later: people look
}

/**
 * Notes a verdict; the first one of a check counts, and the same one again changes nothing.
 * @returns "unknown" when no such check is noted: it is kept, as the check may be noted a moment later
 */
export async function takeVerdict(
  db: Database,
  traceId: string,
  verdict: Verdict,
  at: Instant,
): Promise<"known" | "unknown"> {
  const judge = () =>
    db.assign(mediaChecks, {
      where: { id: traceId, state: "waiting" },
      fields: { state: verdict },
    });
  if ((await judge()) > 0) return "known";
  const early = { id: traceId, of: "", fileId: "", state: verdict, askedAt: at };
  if (await db.insertNew(mediaChecks, early)) return "unknown";
  await judge(); // it was noted in between; otherwise it has been judged before
  return "known";
}

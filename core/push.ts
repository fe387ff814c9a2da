import * as z from "zod";
import type { Database } from "./kernel/database.ts";
import type { Ports } from "./kernel/ports.ts";
import { takeVerdict, VerdictEvent, verdictIn } from "./media/takeVerdict.ts";

/** What the door knows of a push: where it came from, by WeChat's word, and the request's id. */
export type Pushed = Readonly<{ source: string; traceId: string }>;

const Push = z.object({
  MsgType: z.string(),
  Event: z.string().optional(),
});

/** What phones, the developer's tools and HTTP calls name as their source: those are no push. */
const called = /^wx_(client|devtools|http)/;

/** Logs hold names of events, and never what somebody may have written there. */
const nameShape = /^\w{1,40}$/;

/**
 * The one place that hears WeChat's message push. For now it understands the verdicts on pictures; of the
 * rest it says in the log, by name, that it does not.
 * @returns a function that answers what WeChat expects, whatever became of the message
 */
export function createPush({
  db,
  clock,
  log,
}: Pick<Ports, "clock" | "log"> & Readonly<{ db: Database }>): (
  event: unknown,
  pushed: Pushed,
) => Promise<"success"> {
  return async (event, { source, traceId }) => {
    const at = clock.now();
    const parsed = Push.safeParse(event);
    const operation = parsed.success ? nameOf(parsed.data) : "push";
    const outcome = await hear().catch((error: unknown) => {
      log.failure(traceId, error);
      return "internal";
    });
    const ms = Date.parse(clock.now()) - Date.parse(at);
    log.write({ traceId, operation, caller: "wechat", outcome, ms });
    return "success";

    async function hear(): Promise<string> {
      if (called.test(source)) return "not_a_push";
      if (operation !== "push:wxa_media_check") return "not_supported";
      const verdict = VerdictEvent.safeParse(event);
      if (!verdict.success) return "invalid_input";
      const { trace_id } = verdict.data;
      const check = await takeVerdict(db, trace_id, verdictIn(verdict.data), at);
      return check === "known" ? "ok" : "unknown_trace";
    }
  };
}

function nameOf({ MsgType, Event = MsgType }: z.output<typeof Push>): string {
  return nameShape.test(Event) ? `push:${Event}` : "push";
}

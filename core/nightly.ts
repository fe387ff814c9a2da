import { forgetPushes } from "./chat/forgetPushes.ts";
import { recount } from "./households/recount.ts";
import { forgetImports } from "./imports/forgetImports.ts";
import type { Database } from "./kernel/database.ts";
import { findAllFields } from "./kernel/findAll.ts";
import type { Ports } from "./kernel/ports.ts";
import type { Instant } from "./kernel/time.ts";
import { lastRecount, lastRecounts } from "./regrouping/lastRecount.ts";
import { villages } from "./villages/village.ts";

type Job = Readonly<{
  name: string;
  /** Needs the same few requests however much a village keeps. */
  run(db: Database, villageId: string, at: Instant): Promise<void>;
}>;

/** What is done every night, village by village; doing it twice does no harm. */
const jobs: readonly Job[] = [
  {
    name: "recount",
    async run(db, villageId, at) {
      const found = lastRecount(villageId, at, await recount(db, villageId, at));
      await db.transact((tx) => tx.put(lastRecounts, found));
    },
  },
  { name: "forgetImports", run: forgetImports },
  { name: "forgetPushes", run: (db, _villageId, at) => forgetPushes(db, at) },
];

/** What the door knows of a timer's call: where it came from, by WeChat's word, and the request's id. */
export type Ticked = Readonly<{ source: string; traceId: string }>;

/** What `getWXContext().SOURCE` says of a timer: phones could call the function too. */
const timer = "wx_trigger";

/**
 * Runs every nightly job for every village, each with a line in the log. One that fails is logged and hinders
 * no other; the next night tries again.
 * @returns what a timer's call answers, for whoever looks into the console
 */
export function createNight({
  db,
  clock,
  log,
}: Pick<Ports, "clock" | "log"> & Readonly<{ db: Database }>) {
  return async ({ source, traceId }: Ticked): Promise<{ done: number; failed: number }> => {
    const tally = { done: 0, failed: 0 };
    if (source !== timer) return tally;
    const query = { where: {}, orderBy: [["id", "asc"]] } as const;
    for (const { id } of await findAllFields(db, villages, query, [])) {
      for (const job of jobs) {
        const at = clock.now();
        const outcome = await job.run(db, id, at).then(
          () => "ok",
          (error: unknown) => {
            log.failure(traceId, error);
            return "internal";
          },
        );
        tally[outcome === "ok" ? "done" : "failed"] += 1;
        const ms = Date.parse(clock.now()) - Date.parse(at);
        log.write({ traceId, operation: `nightly:${job.name}`, caller: id, outcome, ms });
      }
    }
    return tally;
  };
}

import { collection, type Database } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";

/**
 * What WeChat says of a picture. "unclear": it leaves the judgement to people; "failed": it could not look
 * (the address had expired), which is as if it had not been asked.
 */
export const verdicts = ["pass", "risky", "unclear", "failed"] as const;
export type Verdict = (typeof verdicts)[number];

/** One look of WeChat at one picture. */
export type MediaCheck = Readonly<{
  /** WeChat's trace id. It never leaves the server, so that nobody can pass a verdict in WeChat's name. */
  id: string;
  /** The id of the story or the submission that the file belongs to; "" while only the verdict is known. */
  of: string;
  fileId: string;
  state: "waiting" | Verdict;
  askedAt: Instant;
}>;

export const mediaChecks = collection<MediaCheck>("mediaChecks");

/** How a picture stands; "unasked" is asked about again when its author sends it again. */
export const pictureStates = ["unasked", "waiting", "pass", "risky", "unclear"] as const;
export type PictureState = (typeof pictureStates)[number];

/** WeChat promises a verdict within 30 minutes; what waits longer got lost. */
const patienceMinutes = 40;

/** More than the checks of one page of stories with nine pictures each. */
const checksMost = 1000;

/** All checks of these stories or submissions, in one request. */
export const checksOf = (db: Database, owners: readonly string[]): Promise<MediaCheck[]> =>
  owners.length === 0
    ? Promise.resolve([])
    : db.find(mediaChecks, { where: { of: { in: owners } }, limit: checksMost });

/** How a picture stands at this moment, by its last check. */
export function pictureState(
  checks: readonly MediaCheck[],
  fileId: string,
  at: Instant,
): PictureState {
  const [last] = checks
    .filter((check) => check.fileId === fileId)
    .sort((one, other) => (one.askedAt < other.askedAt ? 1 : -1));
  if (!last || last.state === "failed") return "unasked";
  const waited = (Date.parse(at) - Date.parse(last.askedAt)) / 60_000;
  return last.state === "waiting" && waited > patienceMinutes ? "unasked" : last.state;
}

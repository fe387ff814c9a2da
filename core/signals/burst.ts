import type { Database } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";
import { type Submission, submissions } from "../submissions/submission.ts";

const minutes = 10;

/** From so many on it is worth a word. */
const countLeast = 5;

/** Nobody reads whether it was 50 or 60. */
const countMost = 50;

/**
 * How many submissions the same person handed in up to ten minutes before or after this one. There can be
 * good reasons: an evening for the whole grid, or a day without signal.
 * @returns undefined when they are few
 */
export async function burstAround(
  db: Database,
  { ownerId, recorder, memberName, submittedAt }: Submission,
): Promise<Readonly<{ by: string; count: number; minutes: number }> | undefined> {
  const around = await db.findFields(
    submissions,
    {
      where: { ownerId, submittedAt: { above: moved(submittedAt, -minutes) } },
      orderBy: [["submittedAt", "asc"]],
      limit: countMost,
    },
    ["submittedAt", "status"],
  );
  const until = moved(submittedAt, minutes);
  const count = around.filter(
    (one) => one.submittedAt <= until && one.status !== "withdrawn",
  ).length;
  return count < countLeast ? undefined : { by: recorder?.name ?? memberName, count, minutes };
}

const moved = (at: Instant, by: number): Instant =>
  new Date(Date.parse(at) + by * 60_000).toISOString();

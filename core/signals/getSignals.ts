import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import type { Files } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { checkReviewer } from "../submissions/review.ts";
import { submissions } from "../submissions/submission.ts";
import { burstAround } from "./burst.ts";
import { GetSignalsInput, GetSignalsOutput } from "./contract.ts";
import { approveOneAnother } from "./mutual.ts";
import { shownCases } from "./photoCases.ts";
import { type PhotoSignal, photoSignals } from "./photoSignals.ts";

/**
 * What a reviewer may want to look at twice. It takes seconds where photos are new, so the page asks for
 * it after it has drawn everything else.
 */
export const getSignals = operation({
  name: "getSignals",
  who: ["secretary", "committee"],
  input: GetSignalsInput,
  output: GetSignalsOutput,
  async run({ caller, input, db, files, photoPrints }) {
    const submission = (await db.get(submissions, input.submissionId)) ?? refuse("not_found");
    checkReviewer(submission, caller);
    const [found, burst, mutual] = await Promise.all([
      photoSignals({ db, photoPrints }, submission, submission.submittedAt),
      burstAround(db, submission),
      approveOneAnother(db, submission.memberId, caller.id),
    ]);
    return { photos: await photosOf({ db, files }, found, caller), burst, mutual };
  },
});

async function photosOf(
  { db, files }: Readonly<{ db: Database; files: Files }>,
  found: readonly PhotoSignal[],
  caller: Caller,
) {
  if (found.length === 0) return [];
  const ids = [...new Set(found.map(({ like }) => like.submissionId))];
  const others = await db.find(submissions, { where: { id: { in: ids } }, limit: ids.length });
  const cases = shownCases(found, others, caller);
  const fileIds = cases.flatMap(({ like }) => like?.fileId ?? []);
  const addresses = await files.addresses(fileIds);
  return cases.map(({ like, ...signal }) => ({
    ...signal,
    like: like && { ...like, address: addresses[fileIds.indexOf(like.fileId)] ?? "" },
  }));
}

import { everyGridOf } from "../grids/grid.ts";
import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { localDate } from "../kernel/time.ts";
import { claims } from "../posts/claim.ts";
import { GetReviewQueueInput, GetReviewQueueOutput } from "./contract.ts";
import { rowOf } from "./row.ts";
import { submissions } from "./submission.ts";
import { waitingClaims, waitingSubmissions } from "./waiting.ts";

/** How many claims stand above the submissions at once; the others follow when these are decided. */
const claimsMost = 50;

/** What waits for this reviewer, the oldest first, so that nobody waits for ever. */
export const getReviewQueue = operation({
  name: "getReviewQueue",
  who: ["secretary", "committee"],
  input: GetReviewQueueInput,
  output: GetReviewQueueOutput,
  async run({ caller, input, db }) {
    const [found, waiting] = await Promise.all([
      db.find(submissions, {
        where: waitingSubmissions(caller),
        orderBy: [["submittedAt", "asc"]],
        skip: input.skip,
        limit: pageLimit,
      }),
      input.skip === 0 ? claimRows(db, caller) : [],
    ]);
    const { rows, more } = cutPage(found);
    return { claims: waiting, rows: rows.map((row) => rowOf(row, caller)), more };
  },
});

async function claimRows(db: Database, caller: Caller) {
  const [waiting, grids] = await Promise.all([
    db.find(claims, {
      where: waitingClaims(caller),
      orderBy: [["claimedAt", "asc"]],
      limit: claimsMost,
    }),
    everyGridOf(db, caller.villageId),
  ]);
  return waiting.map((claim) => ({
    id: claim.id,
    member: claim.memberName,
    post: claim.postTitle,
    grid: grids.find((grid) => grid.id === claim.gridId)?.name ?? "",
    speciality: claim.speciality,
    claimedOn: localDate(claim.claimedAt),
  }));
}

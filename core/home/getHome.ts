import { nextFor } from "../activities/nextFor.ts";
import { sumsOf } from "../board/sums.ts";
import { branches } from "../branches/branch.ts";
import { grids } from "../grids/grid.ts";
import type { Database } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { type LocalDate, localDate } from "../kernel/time.ts";
import { accounts } from "../ledger/account.ts";
import { claims } from "../posts/claim.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { newestTitle } from "../stories/newestTitle.ts";
import { submissions } from "../submissions/submission.ts";
import { waitingClaims, waitingSubmissions } from "../submissions/waiting.ts";
import { villageById } from "../villages/village.ts";
import { GetHomeInput, GetHomeOutput } from "./contract.ts";

/** The first screen in one call: the village's for everyone, one's own for a member. */
export const getHome = operation({
  name: "getHome",
  who: "anyone",
  input: GetHomeInput,
  output: GetHomeOutput,
  async run({ caller, input, at, db }) {
    // A member sees the own village, whatever the link said that opened the app.
    const villageId = caller.id ? caller.villageId : input.villageId;
    const village = await villageById(db, villageId);
    const year = village.openYear;
    const [{ members, total, totalYearBefore }, me, next, story] = await Promise.all([
      sumsOf(db, villageId, year),
      caller.id ? mine(db, caller, year, localDate(at)) : undefined,
      caller.id ? nextFor(db, caller, at) : undefined,
      newestTitle(db, villageId),
    ]);
    const { name, town } = village;
    return {
      ...{ village: { name, town, year, members, total, totalYearBefore }, me, story },
      ...(next ? { next: { ...next, today: localDate(at) } } : {}),
    };
  },
});

async function mine(db: Database, caller: Caller, year: number, today: LocalDate) {
  const { id: memberId } = caller;
  const [account, branch, grid, returned, pending, asked, toReview, posts, rulebook] =
    await Promise.all([
      db.get(accounts, idOf.account(memberId, year)),
      db.get(branches, caller.branchId),
      db.get(grids, caller.gridId),
      db.count(submissions, { ownerId: memberId, status: "returned" }),
      db.count(submissions, { ownerId: memberId, status: "pending" }),
      db.count(submissions, { asked: { contains: memberId } }),
      countToReview(db, caller),
      db.find(claims, { where: { memberId, year, status: "confirmed" }, limit: 200 }),
      rulebookOn(db, caller.villageId, today),
    ]);
  const usualPoints = (ruleId: string) =>
    rulebook.rules.find((rule) => rule.id === ruleId)?.grades[0]?.points ?? 0;
  return {
    name: caller.name,
    branch: branch?.name ?? "",
    grid: grid?.name ?? "",
    roles: [...caller.roles],
    points: account?.score ?? 0,
    ...{ returned, pending, asked, toReview },
    posts: posts.map(({ postTitle, ruleId }) => ({
      post: postTitle,
      ruleId,
      points: usualPoints(ruleId),
    })),
  };
}

async function countToReview(db: Database, caller: Caller): Promise<number> {
  if (!caller.roles.includes("secretary") && !caller.roles.includes("committee")) return 0;
  const waiting = await Promise.all([
    db.count(submissions, waitingSubmissions(caller)),
    db.count(claims, waitingClaims(caller)),
  ]);
  return waiting[0] + waiting[1];
}

import { type Period, periodOf } from "../board/period.ts";
import { branchesOf } from "../branches/branch.ts";
import { everyGridOf } from "../grids/grid.ts";
import type { Database } from "../kernel/database.ts";
import { findAll } from "../kernel/findAll.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Instant, localDate } from "../kernel/time.ts";
import { type Account, accounts } from "../ledger/account.ts";
import { rulebookFor } from "../rulebook/rulebook.ts";
import { type Village, villageById } from "../villages/village.ts";
import { PublishPeriodInput, PublishPeriodOutput } from "./contract.ts";
import { leafOfRow, listOf, type PublicationRow, publicationRows } from "./list.ts";
import { hindranceOf } from "./period.ts";
import {
  begun,
  isPublished,
  type Publication,
  publications,
  publicationsOf,
  publicationTrees,
  published,
} from "./publication.ts";

/** Rows written by one call, well within the time that a function has. */
const rowsMost = 300;
const rowsAtOnce = 20;

/**
 * The committee freezes a period. First its days are closed: what is recorded later for them counts in
 * the next period. Then the list is written row by row, and last the root is put over it. Every step can
 * be done again, so that pressing anew goes on wherever a call broke off.
 */
export const publishPeriod = operation({
  name: "publishPeriod",
  who: ["committee"],
  input: PublishPeriodInput,
  output: PublishPeriodOutput,
  async run({ caller, input: { year, part }, at, db }) {
    const village = await villageById(db, caller.villageId);
    if (!village.years.includes(year)) refuse("year_not_open");
    const period = periodOf(year, part, village.yearStart);
    const ofYear = await publicationsOf(db, village.id, [year]);
    checkDue(period, ofYear, village, at);
    const everybody = await closeDays(db, village, period);
    const by = { id: caller.id, name: caller.name };
    const publication =
      ofYear.find((one) => one.part === part) ?? (await begin(db, begun(village, period, by, at)));
    const rows = await decideList(db, publication, period, everybody);
    const left = await writeRows(db, publication.id, rows);
    if (left === 0) await complete(db, publication.id, village.settings.objectionDays, at);
    return { publicationId: publication.id, left };
  },
});

function checkDue(
  period: Period,
  ofYear: readonly Publication[],
  { yearStart }: Village,
  at: Instant,
): void {
  const hindrance = hindranceOf(period, ofYear.filter(isPublished), localDate(at), yearStart);
  if (hindrance) refuse(hindrance);
}

/**
 * From here on the period's sums stand still: whoever records a line at this moment read the account
 * before it was closed, conflicts with this change, and reads it again. A later day stays as it is.
 */
async function closeDays(
  db: Database,
  { id: villageId }: Village,
  { year, until }: Period,
): Promise<Account[]> {
  const where = { villageId, year };
  await db.assign(accounts, {
    where: { ...where, closedThrough: { atMost: until } },
    fields: { closedThrough: until },
  });
  return findAll(db, accounts, { where, orderBy: [["id", "asc"]] });
}

/** Two may press at once: what the first one began holds. */
async function begin(db: Database, wanted: Publication): Promise<Publication> {
  if (await db.insertNew(publications, wanted)) return wanted;
  return (await db.get(publications, wanted.id)) ?? refuse("busy");
}

/** Who is in the list is decided by the first press: somebody enrolled between two presses is not. */
async function decideList(
  db: Database,
  { id, villageId, names, ranked }: Publication,
  period: Period,
  everybody: readonly Account[],
): Promise<PublicationRow[]> {
  const [scheme, branches, grids] = await Promise.all([
    rulebookFor(db, villageId, period.until),
    branchesOf(db, villageId),
    everyGridOf(db, villageId),
  ]);
  const named = new Map([...branches, ...grids].map((one) => [one.id, one.name]));
  const nameOf = (of: string) => named.get(of) ?? "";
  const listing = { publicationId: id, period, scheme, names, ranked, nameOf };
  const rows = listOf(everybody, listing);
  const accountIds = rows.map(({ accountId }) => accountId);
  if (await db.insertNew(publicationTrees, { id, accountIds, leaves: [] })) return rows;
  const tree = (await db.get(publicationTrees, id)) ?? refuse("busy");
  const listed = new Set(tree.accountIds);
  return listOf(
    everybody.filter((account) => listed.has(account.id)),
    listing,
  );
}

/** Rows that are there already stay as they are. @returns how many are still to be written */
async function writeRows(
  db: Database,
  publicationId: string,
  rows: readonly PublicationRow[],
): Promise<number> {
  const there = new Set((await rowsOf(db, publicationId)).map(({ id }) => id));
  const missing = rows.filter(({ id }) => !there.has(id));
  const now = missing.slice(0, rowsMost);
  for (let start = 0; start < now.length; start += rowsAtOnce) {
    const some = now.slice(start, start + rowsAtOnce);
    await Promise.all(some.map((row) => db.insertNew(publicationRows, row)));
  }
  return missing.length - now.length;
}

/** The rows of a publication, in order. */
export const rowsOf = (db: Database, publicationId: string): Promise<PublicationRow[]> =>
  findAll(db, publicationRows, { where: { publicationId }, orderBy: [["order", "asc"]] });

/** Puts the root over the rows as they stand in the database now. */
async function complete(
  db: Database,
  id: string,
  objectionDays: number,
  at: Instant,
): Promise<void> {
  const rows = await rowsOf(db, id);
  const leaves = rows.map(leafOfRow);
  await db.transact(async (tx) => {
    const publication = (await tx.get(publications, id)) ?? refuse("not_found");
    const tree = (await tx.get(publicationTrees, id)) ?? refuse("not_found");
    if (isPublished(publication)) return; // two pressed at once
    await tx.put(publications, published(publication, rows, leaves, { objectionDays, at }));
    await tx.put(publicationTrees, { ...tree, leaves });
  });
}

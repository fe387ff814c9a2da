import type { Database } from "../kernel/database.ts";
import { findAll } from "../kernel/findAll.ts";
import { type Account, accounts } from "../ledger/account.ts";
import { type Entry, entries } from "../ledger/entry.ts";
import { members } from "../members/member.ts";
import { type PublicationRow, publicationRows, rowId } from "./list.ts";
import type { Published } from "./publication.ts";
import { type Flaw, flawOfAccount, flawOfRow } from "./verification.ts";

/** Accounts that one call recomputes, line by line. */
const accountsAtOnce = 50;

/** The first thing that does not fit, in a sentence without names and points. */
export type Broken = Readonly<{
  accountId: string;
  publicationId?: string;
  entryId?: string;
  words: string;
}>;

/** What was recomputed. */
export type Verified = Readonly<{
  accounts: number;
  lines: number;
  broken: Broken | undefined;
  /** The account after which to go on; undefined when these were the last. */
  last: string | undefined;
}>;

/**
 * Recomputes the chains of so many accounts of a year, and compares every published row with them.
 * @param after the id of the last account that was looked at before
 */
export async function verifyBooks(
  db: Database,
  of: Readonly<{ villageId: string; year: number }>,
  published: readonly Published[],
  after: string | undefined,
): Promise<Verified> {
  const found = await db.find(accounts, {
    where: after ? { ...of, id: { above: after } } : of,
    orderBy: [["id", "asc"]],
    limit: accountsAtOnce + 1,
  });
  const some = found.slice(0, accountsAtOnce);
  const [lines, rows] = await Promise.all([linesOf(db, some), rowsAbout(db, some)]);
  return {
    ...{ accounts: some.length, lines: lines.length },
    broken: await firstBroken(db, some, lines, rows, published),
    last: found.length > some.length ? some.at(-1)?.id : undefined,
  };
}

const accountIn = (some: readonly Account[]) => ({ accountId: { in: some.map(({ id }) => id) } });

/** The lines of some accounts, those of one in the order of `seq`. */
const linesOf = async (db: Database, some: readonly Account[]): Promise<Entry[]> => {
  const newestFirst = await findAll(db, entries, {
    where: accountIn(some),
    orderBy: [
      ["accountId", "asc"],
      ["seq", "desc"],
    ],
  });
  return newestFirst.reverse();
};

const rowsAbout = (db: Database, some: readonly Account[]): Promise<PublicationRow[]> =>
  findAll(db, publicationRows, {
    where: accountIn(some),
    orderBy: [
      ["accountId", "asc"],
      ["publicationId", "asc"],
    ],
  });

async function firstBroken(
  db: Database,
  some: readonly Account[],
  lines: readonly Entry[],
  rows: readonly PublicationRow[],
  published: readonly Published[],
): Promise<Broken | undefined> {
  for (const account of some) {
    const own = lines.filter(({ accountId }) => accountId === account.id);
    const flaw = await lastingFlaw(db, account, own);
    if (flaw) return brokenBook(db, account, flaw);
    for (const { id: publicationId, title } of published) {
      const row = rows.find((one) => one.id === rowId(publicationId, account.memberId));
      const flaw = row && flawOfRow(row, own);
      if (flaw) {
        return { accountId: account.id, publicationId, words: `${title}公示，${flaw.words}` };
      }
    }
  }
  return undefined;
}

/** How often a book that does not fit is read anew before it is said to. */
const readAnew = 2;

/** A line may be recorded between the reading of an account and of its lines: a flaw is what stays. */
async function lastingFlaw(
  db: Database,
  account: Account,
  lines: readonly Entry[],
): Promise<Flaw | undefined> {
  let flaw = flawOfAccount(account, lines);
  for (let times = 0; flaw && times < readAnew; times += 1) {
    const now = (await db.get(accounts, account.id)) ?? account;
    flaw = flawOfAccount(now, await linesOf(db, [now]));
  }
  return flaw;
}

/** A book is named by the number on its cover. */
async function brokenBook(
  db: Database,
  { id, memberId, year }: Account,
  flaw: Flaw,
): Promise<Broken> {
  const member = await db.get(members, memberId);
  const words = `${year}年第${member?.ordinal ?? "?"}号一本通，${flaw.words}`;
  return { accountId: id, ...(flaw.entryId ? { entryId: flaw.entryId } : {}), words };
}

import type * as z from "zod";
import type { Database } from "../kernel/database.ts";
import { findAll } from "../kernel/findAll.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Account, accounts } from "../ledger/account.ts";
import { type Entry, entries } from "../ledger/entry.ts";
import { members } from "../members/member.ts";
import { villageById } from "../villages/village.ts";
import { VerifyVillageInput, VerifyVillageOutput } from "./contract.ts";
import { type PublicationRow, publicationRows, rowId } from "./list.ts";
import { isPublished, type Published, publicationsOf, publicationTrees } from "./publication.ts";
import { rowsOf } from "./publishPeriod.ts";
import { type Flaw, flawOfAccount, flawOfList, flawOfRow } from "./verification.ts";

/** Accounts that one call recomputes, line by line. */
const accountsAtOnce = 50;

type Answer = z.input<typeof VerifyVillageOutput>;
type Step = Pick<Answer, "accounts" | "lines" | "publications" | "broken" | "next">;

/**
 * Recomputes a year of a village from its first line, a part a call: every chain and every published row
 * of so many accounts, then one published list after another. Anyone may ask: the answer tells neither
 * names nor points.
 */
export const verifyVillage = operation({
  name: "verifyVillage",
  who: "anyone",
  input: VerifyVillageInput,
  output: VerifyVillageOutput,
  async run({ input: { villageId, after, ...input }, db }) {
    const village = await villageById(db, villageId);
    const year = input.year ?? village.openYear;
    const published = (await publicationsOf(db, villageId, [year])).filter(isPublished);
    const step =
      after?.of === "publications"
        ? await verifyList(db, published, after.id)
        : await verifyAccounts(db, { villageId, year }, published, after?.id);
    return { year, years: [...village.years], ...step };
  },
});

async function verifyAccounts(
  db: Database,
  where: Readonly<{ villageId: string; year: number }>,
  published: readonly Published[],
  after: string | undefined,
): Promise<Step> {
  const found = await db.find(accounts, {
    where: after ? { ...where, id: { above: after } } : where,
    orderBy: [["id", "asc"]],
    limit: accountsAtOnce + 1,
  });
  const some = found.slice(0, accountsAtOnce);
  const [lines, rows] = await Promise.all([linesOf(db, some), rowsAbout(db, some)]);
  const broken = await firstBroken(db, some, lines, rows, published);
  const last = found.length > some.length ? some.at(-1) : undefined;
  return {
    ...{ accounts: some.length, lines: lines.length, publications: 0 },
    ...onward(broken, last ? { of: "accounts", id: last.id } : nextList(published, 0)),
  };
}

/** What is broken ends the verification. */
const onward = (broken: Answer["broken"], next: Answer["next"]) =>
  broken ? { broken } : next ? { next } : {};

const nextList = (published: readonly Published[], index: number): Answer["next"] => {
  const list = published[index];
  return list && { of: "publications", id: list.id };
};

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
): Promise<Answer["broken"]> {
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
async function brokenBook(db: Database, { id, memberId, year }: Account, flaw: Flaw) {
  const member = await db.get(members, memberId);
  const words = `${year}年第${member?.ordinal ?? "?"}号一本通，${flaw.words}`;
  return { accountId: id, ...(flaw.entryId ? { entryId: flaw.entryId } : {}), words };
}

async function verifyList(
  db: Database,
  published: readonly Published[],
  publicationId: string,
): Promise<Step> {
  const index = published.findIndex(({ id }) => id === publicationId);
  const publication = published[index] ?? refuse("not_found");
  const [rows, tree] = await Promise.all([
    rowsOf(db, publicationId),
    db.get(publicationTrees, publicationId),
  ]);
  const books = await db.count(accounts, { id: { in: rows.map(({ accountId }) => accountId) } });
  const flaw =
    books < rows.length
      ? { words: `名单上有${rows.length - books}本一本通不见了。` }
      : flawOfList(publication, tree?.leaves ?? [], rows);
  const broken = flaw && { publicationId, words: `${publication.title}公示，${flaw.words}` };
  return {
    ...{ accounts: 0, lines: 0, publications: 1 },
    ...onward(broken, nextList(published, index + 1)),
  };
}

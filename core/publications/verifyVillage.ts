import type * as z from "zod";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { accounts } from "../ledger/account.ts";
import { villageById } from "../villages/village.ts";
import { VerifyVillageInput, VerifyVillageOutput } from "./contract.ts";
import { isPublished, type Published, publicationsOf, publicationTrees } from "./publication.ts";
import { rowsOf } from "./publishPeriod.ts";
import { flawOfList } from "./verification.ts";
import { verifyBooks } from "./verifyBooks.ts";

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
        : await verifySomeBooks(db, { villageId, year }, published, after?.id);
    return { year, years: [...village.years], ...step };
  },
});

async function verifySomeBooks(
  db: Database,
  of: Readonly<{ villageId: string; year: number }>,
  published: readonly Published[],
  after: string | undefined,
): Promise<Step> {
  const { last, broken, ...counted } = await verifyBooks(db, of, published, after);
  const next = last ? ({ of: "accounts", id: last } as const) : nextList(published, 0);
  return { ...counted, publications: 0, ...onward(broken, next) };
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

/** What is broken ends the verification. */
const onward = (broken: Answer["broken"], next: Answer["next"]) =>
  broken ? { broken } : next ? { next } : {};

const nextList = (published: readonly Published[], index: number): Answer["next"] => {
  const list = published[index];
  return list && { of: "publications", id: list.id };
};

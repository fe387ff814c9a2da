import type { Collection, Database, Doc, Where } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";
import { enterprises } from "./enterprise.ts";
import { households } from "./household.ts";
import { noNumbers } from "./keep.ts";
import {
  type Counts,
  countNames,
  type HamletNumbers,
  hamletNumbers,
  noCounts,
  numbersOf,
} from "./numbers.ts";
import { newKinds, residents } from "./resident.ts";

/** One number of one hamlet that the records do not bear out. */
export type Difference = Readonly<{
  hamlet: string;
  number: keyof Counts;
  kept: number;
  counted: number;
}>;

export type Mended = Difference & Readonly<{ mended: boolean }>;

/** How often a hamlet that is changed meanwhile is counted anew. */
const roundsMost = 3;

/**
 * Counts all records of a village, in the same few requests however many there are, and mends the numbers that
 * differ. A hamlet that somebody changes meanwhile is counted anew.
 * @returns the differences found, with those that could not be mended
 */
export async function recount(db: Database, villageId: string, at: Instant): Promise<Mended[]> {
  const mended: Mended[] = [];
  for (let round = 1; ; round++) {
    const found = await recountOnce(db, villageId, at);
    mended.push(...found.filter((one) => one.mended));
    const left = found.filter((one) => !one.mended);
    if (left.length === 0 || round === roundsMost) return [...mended, ...left];
  }
}

/** The numbers are read before the records, so that whatever changes between the two shows in `revision`. */
async function recountOnce(db: Database, villageId: string, at: Instant): Promise<Mended[]> {
  const kept = await numbersOf(db, villageId);
  const counted = await countRecords(db, villageId);
  const differences = compare(kept, counted);
  const mended = new Set<string>();
  for (const hamlet of new Set(differences.map((one) => one.hamlet))) {
    const seen = kept.find((one) => one.hamlet === hamlet) ?? noNumbers(villageId, hamlet, at);
    const right = { ...seen, ...(counted.get(hamlet) ?? noCounts), changedAt: at };
    if (await mend(db, right)) mended.add(hamlet);
  }
  return differences.map((one) => ({ ...one, mended: mended.has(one.hamlet) }));
}

/** What is kept against what is counted, hamlet by hamlet. */
export function compare(
  kept: readonly HamletNumbers[],
  counted: ReadonlyMap<string, Counts>,
): Difference[] {
  const hamlets = new Set([...kept.map(({ hamlet }) => hamlet), ...counted.keys()]);
  return [...hamlets].sort().flatMap((hamlet) => {
    const was = kept.find((one) => one.hamlet === hamlet) ?? noCounts;
    const is = counted.get(hamlet) ?? noCounts;
    return countNames
      .map((number) => ({ hamlet, number, kept: was[number], counted: is[number] }))
      .filter((one) => one.kept !== one.counted);
  });
}

/** Five requests, of which each answers one row a hamlet. */
async function countRecords(db: Database, villageId: string): Promise<ReadonlyMap<string, Counts>> {
  const counted = new Map<string, Counts>();
  const columns = countNames.map(async (number) => ({
    number,
    rows: await hamletsCounting[number](db, { villageId, ended: "" }),
  }));
  for (const { number, rows } of await Promise.all(columns)) {
    for (const { hamlet, count } of rows) {
      const counts = counted.get(String(hamlet)) ?? noCounts;
      counted.set(String(hamlet), { ...counts, [number]: count });
    }
  }
  return counted;
}

const hamletsCounting = {
  households: (db, where) => totalsOf(db, households, where),
  residents: (db, where) => totalsOf(db, residents, where),
  representatives: (db, where) => totalsOf(db, residents, { ...where, isRepresentative: true }),
  enterprises: (db, where) => totalsOf(db, enterprises, where),
  newResidents: (db, where) => totalsOf(db, residents, { ...where, kind: { in: newKinds } }),
} satisfies Record<keyof Counts, (db: Database, where: Where) => Promise<unknown>>;

/** A request for totals has to sum something; here its `count` is what is wanted. */
const totalsOf = <T extends Doc>(db: Database, of: Collection<T>, where: Where) =>
  db.totals(of, { where, by: ["hamlet"], sum: "revision" });

/**
 * @param right the counted numbers, with the revision that was seen
 * @returns false when the hamlet was changed since
 */
const mend = (db: Database, right: HamletNumbers): Promise<boolean> =>
  db.transact(async (tx) => {
    const now = await tx.get(hamletNumbers, right.id);
    if ((now?.revision ?? 0) !== right.revision) return false;
    await tx.put(hamletNumbers, { ...right, revision: right.revision + 1 });
    return true;
  });

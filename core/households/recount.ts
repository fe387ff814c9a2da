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
  hamletNumbersId,
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
 * differ. Numbers are read before the records: one that grew its `revision` since may be right, and is looked at
 * again with a new count.
 * @returns the differences found, those that could not be mended among them
 */
export async function recount(db: Database, villageId: string, at: Instant): Promise<Mended[]> {
  const all: Mended[] = [];
  for (let round = 1; ; round++) {
    const kept = await numbersOf(db, villageId);
    const counted = await countRecords(db, villageId);
    const found = compare(kept, counted);
    const changed = new Set<string>();
    for (const hamlet of new Set(found.map((one) => one.hamlet))) {
      const seen = kept.find((one) => one.hamlet === hamlet) ?? noNumbers(villageId, hamlet, at);
      const next = { ...seen, ...(counted.get(hamlet) ?? noCounts), changedAt: at };
      if (!(await mend(db, next))) changed.add(hamlet);
    }
    const last = round === roundsMost || changed.size === 0;
    const told = found.filter(({ hamlet }) => last || !changed.has(hamlet));
    all.push(...told.map((one) => ({ ...one, mended: !changed.has(one.hamlet) })));
    if (last) return all;
  }
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

/** @returns false when the hamlet was changed since its numbers were read */
const mend = (db: Database, next: HamletNumbers): Promise<boolean> =>
  db.transact(async (tx) => {
    const now = await tx.get(hamletNumbers, hamletNumbersId(next.villageId, next.hamlet));
    if ((now?.revision ?? 0) !== next.revision) return false;
    await tx.put(hamletNumbers, { ...next, revision: next.revision + 1 });
    return true;
  });

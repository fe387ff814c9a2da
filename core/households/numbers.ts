import { collection, type Database } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";

export const countNames = [
  "households",
  "residents",
  "representatives",
  "enterprises",
  "newResidents",
] as const;

/**
 * What is counted of a hamlet, kept in step by every change in the transaction that makes it: `residents`
 * (人口) is everybody in the registers, of whatever kind; `newResidents` (新居民) everybody from elsewhere,
 * floating or settled. Party members are counted from their own records.
 */
export type Counts = Readonly<Record<(typeof countNames)[number], number>>;

export const noCounts: Counts = {
  households: 0,
  residents: 0,
  representatives: 0,
  enterprises: 0,
  newResidents: 0,
};

/** A hamlet's numbers; a grid's are the sum over its hamlets: see `sumOver`. */
export type HamletNumbers = Counts &
  Readonly<{
    id: string;
    villageId: string;
    hamlet: string;
    /** Grows with every change, so that a recount notices one that it missed. */
    revision: number;
    changedAt: Instant;
  }>;

export const hamletNumbers = collection<HamletNumbers>("hamletNumbers");

export const hamletNumbersId = (villageId: string, hamlet: string): string =>
  `${villageId}_${hamlet}`;

/** The limit of one query; a village has some sixty hamlets. */
const hamletsMost = 1000;

/** The numbers of every hamlet of a village that has any, in one request. */
export const numbersOf = (db: Database, villageId: string): Promise<HamletNumbers[]> =>
  db.find(hamletNumbers, {
    where: { villageId },
    orderBy: [["hamlet", "asc"]],
    limit: hamletsMost,
  });

export const plus = (one: Counts, other: Counts): Counts =>
  eachCount((name) => one[name] + other[name]);

export const minus = (one: Counts, other: Counts): Counts =>
  eachCount((name) => one[name] - other[name]);

export const isNothing = (counts: Counts): boolean =>
  countNames.every((name) => counts[name] === 0);

const eachCount = (count: (name: (typeof countNames)[number]) => number): Counts => ({
  households: count("households"),
  residents: count("residents"),
  representatives: count("representatives"),
  enterprises: count("enterprises"),
  newResidents: count("newResidents"),
});

/** The numbers of a grid, or of the village: the sum over its hamlets; one that has none counts nothing. */
export const sumOver = (hamlets: readonly Counts[]): Counts => hamlets.reduce(plus, noCounts);

import { collection } from "../kernel/database.ts";
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
    /** What the committee typed in before there were records; null when it did not. */
    entered: Counts | null;
    /** Grows with every change, so that a recount notices one that it missed. */
    revision: number;
    changedAt: Instant;
  }>;

export const hamletNumbers = collection<HamletNumbers>("hamletNumbers");

export const hamletNumbersId = (villageId: string, hamlet: string): string =>
  `${villageId}_${hamlet}`;

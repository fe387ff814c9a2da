import { collection } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";

/**
 * What is counted of a hamlet, kept in step by every change in the transaction that makes it. Party members
 * are counted from their own records.
 */
export type Counts = Readonly<{
  households: number;
  /** 人口: everybody in the registers, of whatever kind. */
  residents: number;
  representatives: number;
  enterprises: number;
  /** 新居民: everybody from elsewhere, floating or settled. */
  newResidents: number;
}>;

export const noCounts: Counts = {
  households: 0,
  residents: 0,
  representatives: 0,
  enterprises: 0,
  newResidents: 0,
};

/** A hamlet's numbers; a grid's are the sum over its hamlets. */
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

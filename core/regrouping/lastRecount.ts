import type { Mended } from "../households/recount.ts";
import { collection } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";

/** What the last night's recount of a village found: usually nothing. */
export type LastRecount = Readonly<{
  /** The village's. */
  id: string;
  at: Instant;
  /** How many numbers differed; the first hundred are kept. */
  total: number;
  differences: readonly Mended[];
}>;

export const lastRecounts = collection<LastRecount>("recounts");

const differencesMost = 100;

export const lastRecount = (
  villageId: string,
  at: Instant,
  differences: readonly Mended[],
): LastRecount => ({
  ...{ id: villageId, at, total: differences.length },
  differences: differences.slice(0, differencesMost),
});

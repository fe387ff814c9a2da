import { collection } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";
import type { Enterprise } from "./enterprise.ts";
import type { Household } from "./household.ts";
import type { Resident } from "./resident.ts";

/** What is changed in the grid database; visits and services are only added to, and say themselves by whom. */
export const changedThings = ["household", "resident", "enterprise"] as const;

/** A thing as it was and as it is; null before of something new. */
type Turned<Kind extends (typeof changedThings)[number], T> = Readonly<{
  kind: Kind;
  before: T | null;
  after: T;
}>;

export type Turn =
  | Turned<"household", Household>
  | Turned<"resident", Resident>
  | Turned<"enterprise", Enterprise>;

/**
 * One change of one thing: who, when, and the whole thing as it was. Written in the transaction that changes it
 * and never altered. Its id is made by the phone with the form, so that a retry finds its own change and does
 * nothing twice.
 */
export type Change = Turn &
  Readonly<{
    id: string;
    villageId: string;
    thingId: string;
    /** The household it belongs to; "" of an enterprise. */
    householdId: string;
    by: string;
    byName: string;
    at: Instant;
    /** The import that wrote it; "" of a change by hand. */
    importId: string;
  }>;

export const changes = collection<Change>("gridChanges");

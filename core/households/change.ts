import { collection, type Doc } from "../kernel/database.ts";
import type { Instant } from "../kernel/time.ts";

/** What is in the grid database. */
export const thingKinds = ["household", "resident", "enterprise", "visit", "service"] as const;
export type ThingKind = (typeof thingKinds)[number];

/**
 * One change of one thing: who, when, and the whole thing as it was. Written in the transaction that changes it
 * and never altered. Its id is made by the phone with the form, so that a retry finds its own change and does
 * nothing twice.
 */
export type Change<T extends Doc = Doc> = Readonly<{
  id: string;
  villageId: string;
  kind: ThingKind;
  thingId: string;
  /** The household it belongs to; "" of an enterprise. */
  householdId: string;
  by: string;
  byName: string;
  at: Instant;
  /** Null of something new. */
  before: T | null;
  after: T;
  /** The import that wrote it; "" of a change by hand. */
  importId: string;
}>;

export const changes = collection<Change>("gridChanges");

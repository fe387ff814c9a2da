import { collection } from "../kernel/database.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";

/** 走访: who came to which household when, what was needed, and what became of it. */
export type Visit = Readonly<{
  id: string;
  villageId: string;
  householdId: string;
  hamlet: string;
  on: LocalDate;
  by: string;
  byName: string;
  /** What was talked about. */
  text: string;
  /** What was needed; "" when nothing was. */
  need: string;
  /** What was done about it since, the oldest first. */
  followUps: readonly FollowUp[];
  /** When the need was seen to; "" while it is open, or when there was none. */
  doneOn: LocalDate | "";
  revision: number;
}>;

export type FollowUp = Readonly<{ at: Instant; by: string; byName: string; text: string }>;

export const visits = collection<Visit>("visits");

/** 服务: what a member of the party did for a household; a record for the grid, never points by itself. */
export type Service = Readonly<{
  id: string;
  villageId: string;
  householdId: string;
  hamlet: string;
  memberId: string;
  memberName: string;
  on: LocalDate;
  text: string;
  /** Who wrote it down. */
  by: string;
  byName: string;
}>;

export const services = collection<Service>("services");

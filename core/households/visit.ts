import { collection } from "../kernel/database.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";

/** 走访: who came to which household when, what was needed, and what became of it. */
export type Visit = Readonly<{
  id: string;
  villageId: string;
  householdId: string;
  on: LocalDate;
  /** When it was written down. */
  at: Instant;
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
  /** Whether something is still to be done; says again what `need` and `doneOn` say, for the order of a list. */
  open: boolean;
  /** 1 and one more with each thing that was done about it. */
  revision: number;
}>;

/** Its id is made by the phone with the form, so that a retry finds it and adds nothing twice. */
type FollowUp = Readonly<{
  id: string;
  at: Instant;
  by: string;
  byName: string;
  text: string;
}>;

export const visits = collection<Visit>("visits");

/** 服务: what a member of the party did for a household; a record for the grid, never points by itself. */
export type Service = Readonly<{
  id: string;
  villageId: string;
  householdId: string;
  memberId: string;
  memberName: string;
  on: LocalDate;
  text: string;
  /** Who wrote it down, and when. */
  by: string;
  byName: string;
  at: Instant;
}>;

export const services = collection<Service>("services");

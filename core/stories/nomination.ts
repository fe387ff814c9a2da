import { collection } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";

/** 点赞推荐: anybody says of somebody that they did well. For the committee alone; never shown, no points. */
export type Nomination = Readonly<{
  /** Made on the phone, so that sending twice is nominating once. */
  id: string;
  villageId: string;
  /** Who nominates. Never shown to anybody: the committee reads 党员 or 村民. */
  openid: string;
  isMember: boolean;
  /** Whom, as the nominator wrote it. */
  name: string;
  text: string;
  nominatedAt: Instant;
}> &
  (
    | Readonly<{ status: "open" }>
    | Readonly<{ status: "closed"; outcome: Outcome; closedBy: Signature; closedAt: Instant }>
  );

/** "story": somebody of the committee writes it up; "noted": read, and no more. */
export const outcomes = ["story", "noted"] as const;
export type Outcome = (typeof outcomes)[number];

export const nominations = collection<Nomination>("nominations");

/** Open ones that one person may have at once, so that nobody buries the others. */
export const openMost = 3;

/** Closed the same way again by the same person, it stays as it is. */
export function closed(
  nomination: Nomination,
  outcome: Outcome,
  caller: Caller,
  at: Instant,
): Nomination {
  if (nomination.villageId !== caller.villageId) refuse("not_found");
  if (nomination.status === "closed") {
    const same = nomination.closedBy.id === caller.id && nomination.outcome === outcome;
    return same ? nomination : refuse("nomination_closed");
  }
  const closedBy = { id: caller.id, name: caller.name };
  return { ...nomination, status: "closed", outcome, closedBy, closedAt: at };
}

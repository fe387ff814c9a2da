import type { Transaction } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refusal.ts";
import { addDays, type Instant, type LocalDate, yearOf } from "../kernel/time.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { type Fact, score } from "../rulebook/score.ts";
import { type Account, accounts, withLine } from "./account.ts";
import { sealOf } from "./chain.ts";
import {
  type Entry,
  entries,
  type Line,
  reversalId,
  reversalOf,
  type Signature,
  type Source,
  type Undoing,
} from "./entry.ts";

/** Something to be scored and recorded for a member. */
export type Recording = Readonly<{
  /** The entry's id, made from the source so that a second one is impossible: see `awardId`. */
  id: string;
  memberId: string;
  source: Source;
  /** The version in force on the day it was done. */
  rulebook: Rulebook;
  fact: Omit<Fact, "countsOn">;
  approvers: readonly Signature[];
  recorder?: Signature | undefined;
  /** Why, where somebody decided it: the member reads it behind the rule's own words. */
  reason?: string;
  /** The member's branch and grid when it was done, where they are known; the account's otherwise. */
  home?: Readonly<{ branchId: string; gridId: string }>;
  at: Instant;
}>;

/** The two documents that one line makes. */
export type Recorded = Readonly<{ entry: Entry; account: Account }>;

/**
 * Scores a fact and records the line, in three or four requests: with `recordReversal` and
 * `recordLine` the only writers of the ledger. Two that record at once for one member conflict on the
 * account, and one of them runs again.
 * @throws Refusal of the engine (`score`), or `year_not_open` when the member has no booklet of that year
 */
export async function record(tx: Transaction, recording: Recording): Promise<Recorded> {
  const { rulebook, fact, memberId } = recording;
  const { account, countsOn } = await placeOf(
    tx,
    idOf.account(memberId, yearOf(fact.occurredOn, rulebook.yearStart)),
    fact.occurredOn,
  );
  return recordLine(tx, account, awardOf(recording, account, countsOn));
}

/** The line that a fact earns in an account. */
export function awardOf(recording: Recording, account: Account, countsOn: LocalDate): Line {
  const { id, source, rulebook, fact, approvers, recorder, home = account, at } = recording;
  const { points, marks, explanation } = score(rulebook, account, { ...fact, countsOn });
  return {
    ...{ id, kind: "award", source, ...fact, countsOn, times: 1, points, marks, approvers },
    ...{ villageId: account.villageId, accountId: account.id, year: account.year },
    ...{ memberId: account.memberId, branchId: home.branchId, gridId: home.gridId },
    ...(recorder ? { recorder } : {}),
    recordedAt: at,
    explanation: {
      ...explanation,
      sentence:
        explanation.sentence + deferredText(fact.occurredOn, countsOn) + reasonText(recording),
    },
  };
}

/** A line for a month that is published already says where it counts. */
const deferredText = (occurredOn: LocalDate, countsOn: LocalDate): string =>
  countsOn === occurredOn ? "" : `${occurredOn}所在的时段已经公示，记在${countsOn.slice(0, 7)}。`;

const reasonText = ({ reason = "" }: Recording): string =>
  reason === "" ? "" : `原因：${reason.replace(/[。.]+$/, "")}。`;

/**
 * The account in which something of that day counts, and the day it counts on: the first day after what
 * is published, which may lie in the next year's account.
 */
async function placeOf(
  tx: Transaction,
  accountId: string,
  day: LocalDate,
): Promise<Readonly<{ account: Account; countsOn: LocalDate }>> {
  const account = (await tx.get(accounts, accountId)) ?? refuse("year_not_open");
  if (day > account.closedThrough) return { account, countsOn: day };
  const next = addDays(account.closedThrough, 1);
  const year = yearOf(next, account.terms.yearStart);
  if (year === account.year) return { account, countsOn: next };
  return placeOf(tx, idOf.account(account.memberId, year), next);
}

/** Undoes a line with a second one; where its month is published, in the month after. */
export async function recordReversal(
  tx: Transaction,
  entry: Entry,
  undoing: Undoing,
): Promise<Recorded> {
  if (await tx.get(entries, reversalId(entry.id))) refuse("already_reversed");
  const { account, countsOn } = await placeOf(tx, entry.accountId, entry.countsOn);
  const place = { accountId: account.id, year: account.year, countsOn };
  return recordLine(tx, account, reversalOf(entry, undoing, place));
}

/** Adds a line at the end of an account. */
export async function recordLine(tx: Transaction, account: Account, line: Line): Promise<Recorded> {
  const appended = append(account, line);
  await tx.put(accounts, appended.account); // first: where two meet, so that one of them learns it soon
  await tx.insert(entries, appended.entry);
  return appended;
}

/** The line in its place at the end of the account's chain, sealed, and the account with it. */
export function append(account: Account, line: Line): Recorded {
  const inPlace = { ...line, seq: account.seq + 1, prev: account.head };
  const entry = { ...inPlace, hash: sealOf(inPlace) };
  return { entry, account: { ...withLine(account, line), seq: entry.seq, head: entry.hash } };
}

import type { Transaction } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Account, accounts, withEffect } from "./account.ts";
import { sealOf } from "./chain.ts";
import { type Entry, entries, type Line } from "./entry.ts";

/**
 * Records one line: the only place that writes the ledger. Reads the account, adds the entry, replaces
 * the account; two that record at once conflict on the account, and one of them runs again.
 * @returns the account after the line
 * @throws Refusal `year_not_open` when the member has no booklet of that year
 */
export async function record(tx: Transaction, line: Line): Promise<Account> {
  const account = (await tx.get(accounts, line.accountId)) ?? refuse("year_not_open");
  const appended = append(account, line);
  await tx.put(accounts, appended.account); // first: where two meet, so that one of them learns it soon
  await tx.insert(entries, appended.entry);
  return appended.account;
}

/** The line in its place at the end of the account's chain, sealed, and the account with it. */
export function append(account: Account, line: Line): { entry: Entry; account: Account } {
  const inPlace = { ...line, seq: account.seq + 1, prev: account.head };
  const entry = { ...inPlace, hash: sealOf(inPlace) };
  const after = withEffect(account, {
    ruleId: line.ruleId,
    ruleTitle: line.explanation.ruleTitle,
    occurredOn: line.occurredOn,
    points: line.points,
    times: line.kind === "award" ? 1 : -1,
  });
  return { entry, account: { ...after, seq: entry.seq, head: entry.hash } };
}

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
  const entry = placed(line, account);
  const after: Account = {
    ...withEffect(account, {
      ruleId: line.ruleId,
      ruleTitle: line.explanation.ruleTitle,
      occurredOn: line.occurredOn,
      points: line.points,
      times: line.kind === "award" ? 1 : -1,
    }),
    seq: entry.seq,
    head: entry.hash,
  };
  await tx.insert(entries, entry);
  await tx.put(accounts, after);
  return after;
}

/** The line in its place at the end of the account's chain, sealed. */
export function placed(line: Line, account: Account): Entry {
  const inPlace = { ...line, seq: account.seq + 1, prev: account.head };
  return { ...inPlace, hash: sealOf(inPlace) };
}

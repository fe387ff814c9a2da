import { collection } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import type { Points } from "../kernel/points.ts";
import { type LocalDate, type Month, monthOf, months } from "../kernel/time.ts";

/** 积分账户: one member's points of one year; what the board reads, so it holds what the board shows. */
export type Account = Readonly<{
  id: string;
  villageId: string;
  memberId: string;
  memberName: string;
  /** The member's branch and grid when the year was opened. */
  branchId: string;
  gridId: string;
  year: number;
  balance: Points;
  byMonth: Readonly<Record<Month, Points>>;
  byRule: Readonly<Record<string, Counter>>;
  /** How many lines the account has. */
  seq: number;
  /** The hash of its last line; `chainStart` before the first. */
  head: string;
}>;

/** What one rule has brought so far. */
export type Counter = Readonly<{ title: string; times: number; points: Points }>;

export const accounts = collection<Account>("accounts");

/** What the first line of every account names as the one before it. */
export const chainStart = "0".repeat(64);

/** Whose account it is: a member, as far as the ledger needs to know. */
type Holder = Readonly<{
  id: string;
  villageId: string;
  name: string;
  branchId: string;
  gridId: string;
}>;

export const openAccount = (holder: Holder, year: number): Account => ({
  id: idOf.account(holder.id, year),
  villageId: holder.villageId,
  memberId: holder.id,
  memberName: holder.name,
  branchId: holder.branchId,
  gridId: holder.gridId,
  year,
  balance: 0,
  byMonth: Object.fromEntries(months.map((month) => [month, 0])),
  byRule: {},
  seq: 0,
  head: chainStart,
});

/** What one line does to the account's sums: `times` is 1 for an award, −1 for its reversal. */
export type Effect = Readonly<{
  ruleId: string;
  ruleTitle: string;
  occurredOn: LocalDate;
  points: Points;
  times: 1 | -1;
}>;

/** The account after one more line. A reversal restores what the award changed, counters included. */
export function withEffect(account: Account, effect: Effect): Account {
  const { ruleId, ruleTitle, points, times } = effect;
  const month = monthOf(effect.occurredOn);
  const before = account.byRule[ruleId] ?? { title: ruleTitle, times: 0, points: 0 };
  const after = { title: ruleTitle, times: before.times + times, points: before.points + points };
  const { [ruleId]: _, ...otherRules } = account.byRule;
  return {
    ...account,
    balance: account.balance + points,
    byMonth: { ...account.byMonth, [month]: (account.byMonth[month] ?? 0) + points },
    byRule:
      after.times === 0 && after.points === 0 ? otherRules : { ...otherRules, [ruleId]: after },
  };
}

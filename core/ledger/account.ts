import { collection, type Database } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import type { Points } from "../kernel/points.ts";
import { type LocalDate, type Month, monthOf, months, monthsOfQuarter } from "../kernel/time.ts";
import { counted, noCounters } from "../rulebook/counters.ts";
import { scoreOfYear } from "../rulebook/result.ts";
import type { Terms } from "../rulebook/rulebook.ts";
import type { Standing } from "../rulebook/score.ts";
import type { Line } from "./entry.ts";

/** 积分账户: one member's points of one year; what the board reads, so it holds what the board shows. */
export type Account = Standing &
  Readonly<{
    id: string;
    villageId: string;
    memberId: string;
    memberName: string;
    /** The member's branch and grid when the year was opened. */
    branchId: string;
    gridId: string;
    year: number;
    /** How the sum becomes the score; fixed for the year when it is opened. */
    terms: Terms;
    /** The sum of the lines. */
    balance: Points;
    /** The balance on the scale of the year: with its base, clamped, as a mean of quarters. */
    score: Points;
    byMonth: Readonly<Record<Month, Points>>;
    /** The last day that is published: what is recorded later for a day until then counts after it. */
    closedThrough: LocalDate;
    /** How many lines the account has. */
    seq: number;
    /** The hash of its last line; `chainStart` before the first. */
    head: string;
  }>;

export const accounts = collection<Account>("accounts");

/** What the first line of every account names as the one before it. */
export const chainStart = "0".repeat(64);

/** Whose account it is: a member, as far as the ledger needs to know. */
export type Holder = Pick<Account, "classId" | "exemptions"> &
  Readonly<{
    id: string;
    villageId: string;
    name: string;
    branchId: string;
    gridId: string;
  }>;

/** @param closedThrough the last day of the year that is published already: see `closedThroughOf` */
export const openAccount = (
  holder: Holder,
  year: number,
  terms: Terms,
  closedThrough: LocalDate = "",
): Account => ({
  id: idOf.account(holder.id, year),
  villageId: holder.villageId,
  memberId: holder.id,
  memberName: holder.name,
  branchId: holder.branchId,
  gridId: holder.gridId,
  classId: holder.classId,
  exemptions: holder.exemptions,
  year,
  closedThrough,
  ...emptySums(terms),
});

/** Until when a year is published: all accounts of it say the same. "" for none, or no account yet. */
export async function closedThroughOf(
  db: Database,
  villageId: string,
  year: number,
): Promise<LocalDate> {
  const [any] = await db.find(accounts, { where: { villageId, year }, limit: 1 });
  return any?.closedThrough ?? "";
}

/** An account before its first line. */
export const emptySums = (terms: Terms) => ({
  terms,
  balance: 0,
  score: scoreOfYear(terms, [0, 0, 0, 0]),
  byMonth: Object.fromEntries(months.map((month) => [month, 0])),
  ...noCounters,
  seq: 0,
  head: chainStart,
});

/** What the lines of an account sum up to. */
type Sums = Pick<Account, "terms" | "balance" | "score" | "byMonth" | "byRule" | "marks">;

/** The sums after one more line. A reversal restores what its line changed, counters included. */
export function withLine<S extends Sums>(sums: S, line: Line): S {
  const { terms } = sums;
  const month = monthOf(line.countsOn);
  const byMonth = { ...sums.byMonth, [month]: (sums.byMonth[month] ?? 0) + line.points };
  const quarters = [0, 1, 2, 3].map((quarter) =>
    monthsOfQuarter(quarter, terms.yearStart).reduce((sum, one) => sum + (byMonth[one] ?? 0), 0),
  );
  return {
    ...sums,
    balance: sums.balance + line.points,
    score: scoreOfYear(terms, quarters),
    byMonth,
    ...counted(sums, {
      ...line,
      ruleTitle: line.explanation.ruleTitle,
      category: line.explanation.category,
      undoes: line.kind === "reversal",
    }),
  };
}

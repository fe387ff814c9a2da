import type { Points } from "../kernel/points.ts";
import type { Month } from "../kernel/time.ts";
import { monthsOfQuarter } from "../kernel/time.ts";
import type { Account } from "../ledger/account.ts";
import { clamped, scoreOfYear } from "../rulebook/result.ts";
import { type Settings, shownName } from "../villages/village.ts";
import type { Period } from "./period.ts";

/** What the board reads of an account, and no more: a village has thousands. */
export const boardFields = [
  ...(["memberId", "memberName", "branchId", "gridId"] as const),
  ...(["terms", "byMonth"] as const),
] as const;
export type BoardAccount = Pick<Account, "id" | (typeof boardFields)[number]>;

/** By what the rows are ordered; branches and grids differ in size, so they also have an average. */
export const orders = ["total", "average", "progress"] as const;
export type Order = (typeof orders)[number];

/** Something that stands on the board: a member, a branch or a grid. */
export type Standing = Readonly<{
  /** The member's, the branch's or the grid's id. */
  id: string;
  /** As the village shows it. */
  name: string;
  branchId?: string;
  gridId?: string;
  /** How many members stand behind a branch's or a grid's points. */
  members?: number;
  points: Points;
  /** Points for each of them, in whole hundredths. */
  average?: Points;
  /** More or fewer points than in the same part of the year before; left out without a booklet then. */
  change?: Points;
}>;

/** Ties share a rank; left out where the village does not rank, and for what cannot be compared. */
export type Placed = Standing & Readonly<{ rank?: number }>;

/**
 * Ranks as on the wall: ties share a rank, and the next one counts everybody before it (1, 2, 2, 4).
 * @param values sorted from the most
 */
export function ranks(values: readonly number[]): number[] {
  let rank = 1;
  return values.map((value, index) => {
    if (value !== values[index - 1]) rank = index + 1;
    return rank;
  });
}

/**
 * What an account has in a period, on the scale that the period has: a month has none, a quarter has one
 * where the year is counted by quarters.
 * @param months those of the period that count; all of them when left out
 */
export function pointsIn(
  { byMonth, terms }: Pick<BoardAccount, "byMonth" | "terms">,
  { part, months }: Pick<Period, "part" | "months">,
  counted: readonly Month[] = months,
): Points {
  const sumOf = (some: readonly Month[]) =>
    some.reduce((sum, month) => sum + (counted.includes(month) ? (byMonth[month] ?? 0) : 0), 0);
  if (part === "year") {
    const quarters = [0, 1, 2, 3].map((one) => sumOf(monthsOfQuarter(one, terms.yearStart)));
    return scoreOfYear(terms, quarters);
  }
  const sum = sumOf(months);
  return part.startsWith("q") && terms.per === "quarter" ? clamped(terms, terms.start + sum) : sum;
}

/** The accounts of a year and of the year before, and the period that is looked at. */
export type Measured = Readonly<{
  now: readonly BoardAccount[];
  before: readonly BoardAccount[];
  period: Period;
  /** The months of the period that have begun: only they are compared with the year before. */
  begun: readonly Month[];
}>;

/** Every member with a booklet of the year. */
export function memberStandings(
  { now, before, period, begun }: Measured,
  names: Settings["boardNames"],
): Standing[] {
  const then = new Map(before.map((one) => [one.memberId, pointsIn(one, period, begun)]));
  return now.map((account) => {
    const { memberId, memberName, branchId, gridId } = account;
    const points = pointsIn(account, period);
    const was = then.get(memberId);
    return {
      ...{ id: memberId, name: shownName(memberName, names), branchId, gridId, points },
      ...(was === undefined ? {} : { change: points - was }),
    };
  });
}

/** Every branch or grid, also those without members. */
export function groupStandings(
  { now, before, period, begun }: Measured,
  groups: ReadonlyArray<Readonly<{ id: string; name: string }>>,
  by: "branchId" | "gridId",
): Standing[] {
  const sums = sumsBy(now, by, (account) => pointsIn(account, period));
  const then = sumsBy(before, by, (account) => pointsIn(account, period, begun));
  return groups.map(({ id, name }) => {
    const { members, points } = sums.get(id) ?? { members: 0, points: 0 };
    const was = then.get(id);
    return {
      ...{ id, name, members, points },
      average: members === 0 ? 0 : Math.round(points / members),
      ...(was ? { change: points - was.points } : {}),
    };
  });
}

function sumsBy(
  accounts: readonly BoardAccount[],
  by: "branchId" | "gridId",
  pointsOf: (account: BoardAccount) => Points,
): Map<string, { members: number; points: Points }> {
  const sums = new Map<string, { members: number; points: Points }>();
  for (const account of accounts) {
    const sum = sums.get(account[by]) ?? { members: 0, points: 0 };
    sums.set(account[by], {
      members: sum.members + 1,
      points: sum.points + pointsOf(account),
    });
  }
  return sums;
}

/**
 * Puts standings in their order: the most first, who ties in the order of the booklets, and what has
 * nothing to be compared with at the end. Without an order (the village does not rank) by branch and
 * booklet, without ranks.
 * @param branchIds the branches in the village's own order
 */
export function placed(
  standings: readonly Standing[],
  order: Order | undefined,
  branchIds: readonly string[],
): Placed[] {
  const inBooklets = [...standings].sort(byBooklet(branchIds));
  if (!order) return inBooklets.map(({ change: _, ...standing }) => standing);
  const known = inBooklets.flatMap((standing) => {
    const value = valueIn(standing, order);
    return value === undefined ? [] : [{ standing, value }];
  });
  known.sort((one, other) => other.value - one.value);
  const ranked = ranks(known.map(({ value }) => value));
  return [
    ...known.map(({ standing }, index) => ({ ...standing, rank: ranked[index] ?? 0 })),
    ...inBooklets.filter((standing) => valueIn(standing, order) === undefined),
  ];
}

function valueIn({ points, average, change }: Standing, order: Order): number | undefined {
  if (order === "total") return points;
  return order === "average" ? average : change;
}

/** Branch by branch, then by the number at the end of the ids: m2 comes before m10. */
function byBooklet(branchIds: readonly string[]): (one: Standing, other: Standing) => number {
  const places = new Map(branchIds.map((id, index) => [id, index]));
  const place = ({ branchId = "" }: Standing) => places.get(branchId) ?? branchIds.length;
  return (one, other) =>
    place(one) - place(other) || one.id.length - other.id.length || (one.id < other.id ? -1 : 1);
}

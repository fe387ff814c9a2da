import { ranks } from "../board/board.ts";
import { type Period, quarterIn } from "../board/period.ts";
import { collection } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import type { LocalDate } from "../kernel/time.ts";
import type { Account } from "../ledger/account.ts";
import { resultOf } from "../rulebook/result.ts";
import type { Scheme } from "../rulebook/scheme.ts";
import { type Settings, shownName } from "../villages/village.ts";
import { leafOf } from "./merkle.ts";

/**
 * A row as the root vouches for it: what stands on the wall, and where the account's chain was then.
 * No salt: all of it but the account's id is public, and the id tells nobody's name.
 */
export type ListedRow = Readonly<{
  publicationId: string;
  /** 1 for the first. */
  order: number;
  accountId: string;
  from: LocalDate;
  until: LocalDate;
  /** Left out where the village does not rank. */
  rank?: number;
  /** As the village showed names then: 张三 or 张*. */
  name: string;
  branch: string;
  grid: string;
  /** What the lines that count in the period sum up to. */
  points: Points;
  /** The same on the scale of the rulebook; a month has none of its own. */
  score: Points;
  band?: string;
  /** How many lines the account had, and the hash of the last one. */
  seq: number;
  head: string;
}>;

/** One row of a publication, as it is kept. */
export type PublicationRow = ListedRow &
  Readonly<{
    id: string;
    memberId: string;
    /** Every part of the shown name, for a search that an index serves. */
    pieces: readonly string[];
  }>;

export const publicationRows = collection<PublicationRow>("publicationRows");

export const rowId = (publicationId: string, memberId: string): string =>
  `${publicationId}_${memberId}`;

/** What the list needs besides the accounts. */
export type Listing = Readonly<{
  publicationId: string;
  period: Period;
  /** In force on the last day of the period. */
  scheme: Scheme;
  names: Settings["boardNames"];
  ranked: boolean;
  /** The name of a branch or a grid by its id. */
  nameOf: (id: string) => string;
}>;

/** The list of a period: the best first where the village ranks, by branches otherwise. */
export function listOf(accounts: readonly Account[], listing: Listing): PublicationRow[] {
  const standings = accounts
    .map((account) => ({ account, ...standingIn(account, listing) }))
    .sort(listing.ranked ? byScore : byBranch);
  const ranked = ranks(standings.map(({ score }) => score));
  return standings.map(({ account, ...standing }, index) => {
    const name = shownName(account.memberName, listing.names);
    return {
      id: rowId(listing.publicationId, account.memberId),
      memberId: account.memberId,
      publicationId: listing.publicationId,
      order: index + 1,
      accountId: account.id,
      ...{ from: listing.period.from, until: listing.period.until },
      ...(listing.ranked ? { rank: ranked[index] ?? 0 } : {}),
      ...{ name, branch: listing.nameOf(account.branchId), grid: listing.nameOf(account.gridId) },
      ...standing,
      ...{ seq: account.seq, head: account.head },
      pieces: piecesOf(name),
    };
  });
}

type Standing = Pick<ListedRow, "points" | "score" | "band">;
type Placed = Readonly<{ account: Account; score: Points }>;

function standingIn(account: Account, { period, scheme }: Listing): Standing {
  const result = resultOf(scheme, account, period.until);
  const { part, months } = period;
  if (part.startsWith("m")) {
    const points = months.reduce((sum, month) => sum + (account.byMonth[month] ?? 0), 0);
    return { points, score: points };
  }
  const { sum, score, band } =
    part === "year" ? result : (result.quarters[quarterIn(part)] ?? result);
  return { points: sum, score, ...(band ? { band } : {}) };
}

const byScore = (one: Placed, other: Placed): number =>
  other.score - one.score || byText(one.account.id, other.account.id);

const byBranch = (one: Placed, other: Placed): number =>
  byText(one.account.branchId, other.account.branchId) || byText(one.account.id, other.account.id);

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** 王小明 → 王, 王小, 王小明, 小, 小明, 明 */
function piecesOf(name: string): string[] {
  const characters = [...name];
  const pieces = characters.flatMap((_, from) =>
    characters.slice(from).map((_, more) => characters.slice(from, from + more + 1).join("")),
  );
  return [...new Set(pieces)];
}

/** The part of a row that the root vouches for. */
export function listedRow(row: PublicationRow): ListedRow {
  const { id: _id, memberId: _memberId, pieces: _pieces, ...listed } = row;
  return listed;
}

/** The hash by which a row is in the tree. */
export const leafOfRow = (row: PublicationRow): string => leafOf(listedRow(row));

import type { Account } from "../ledger/account.ts";
import { chainStart } from "../ledger/account.ts";
import { sealOf, verify } from "../ledger/chain.ts";
import type { Entry } from "../ledger/entry.ts";
import { leafOfRow, type PublicationRow } from "./list.ts";
import { rootOf } from "./merkle.ts";
import type { PublicationTree, Published } from "./publication.ts";

/** Something that does not fit, and what it is in a plain sentence without names and points. */
export type Flaw = Readonly<{ entryId?: string; words: string }>;

/** The first line of an account that does not fit, or the account's own sums. */
export function flawOfAccount(account: Account, lines: readonly Entry[]): Flaw | undefined {
  const { intact, brokenAt } = verify(account, lines);
  if (intact) return undefined;
  const index = lines.findIndex(({ id }) => id === brokenAt);
  const line = lines[index];
  if (!line) return { words: "各行和本子上的合计对不上：最后几行少了，或者合计被改过。" };
  return { entryId: line.id, words: wordsOf(line, index + 1) };
}

function wordsOf({ hash, ...line }: Entry, place: number): string {
  if (sealOf(line) !== hash) return `第${place}行对不上：记下以后被改动过。`;
  if (line.seq > place) return `第${place}行不见了。`;
  return `第${place}行对不上：和前一行接不起来，次序被动过。`;
}

/** Whether a published row says what its account's lines say. */
export function flawOfRow(row: PublicationRow, lines: readonly Entry[]): Flaw | undefined {
  const head = row.seq === 0 ? chainStart : lines[row.seq - 1]?.hash;
  if (head !== row.head) return { words: `名单第${row.order}行和一本通对不上。` };
  const points = lines
    .filter(({ countsOn }) => row.from <= countsOn && countsOn <= row.until)
    .reduce((sum, line) => sum + line.points, 0);
  return points === row.points
    ? undefined
    : { words: `名单第${row.order}行的积分和一本通对不上。` };
}

/**
 * Whether a list still is what the root was put over.
 * @param rows in order
 */
export function flawOfList(
  { root, members }: Published,
  leaves: PublicationTree["leaves"],
  rows: readonly PublicationRow[],
): Flaw | undefined {
  const missing = leaves.findIndex((_, index) => rows[index]?.order !== index + 1);
  if (missing >= 0) return { words: `名单第${missing + 1}行不见了。` };
  const altered = rows.findIndex((row, index) => leafOfRow(row) !== leaves[index]);
  if (altered >= 0) return { words: `名单第${altered + 1}行对不上：公示以后被改动过。` };
  return rootOf(leaves) === root && leaves.length === members
    ? undefined
    : { words: "名单和公示的核对码对不上：整份名单或核对码被改动过。" };
}

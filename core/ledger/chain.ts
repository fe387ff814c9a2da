import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Account, chainStart, emptySums, withLine } from "./account.ts";
import type { Entry } from "./entry.ts";

/**
 * The seal of a line: SHA-256 in hex over its JSON with sorted keys, everything but the seal itself.
 * As `prev` is inside, each seal vouches for the whole account before it.
 */
export const sealOf = (line: Omit<Entry, "hash">): string => hashOf(line);

/** SHA-256 in hex over JSON that comes out the same whatever order a database gives the fields in. */
export const hashOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonical(value))));

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined) // as a database keeps it
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}

export type Verdict = Readonly<{
  intact: boolean;
  /** The id of the first line that does not fit, or the account's own id when its sums do not. */
  brokenAt?: string;
}>;

/**
 * Recomputes an account from nothing: the chain, the balance, the months, every counter.
 * @param lines all its entries, in the order of `seq`
 */
export function verify(account: Account, lines: readonly Entry[]): Verdict {
  let prev = chainStart;
  let sums = emptySums(account.terms);
  for (const [index, entry] of lines.entries()) {
    const { hash, ...line } = entry;
    if (entry.seq !== index + 1 || entry.prev !== prev || sealOf(line) !== hash) {
      return { intact: false, brokenAt: entry.id };
    }
    prev = hash;
    sums = withLine(sums, entry);
  }
  const recomputed = { ...sums, seq: lines.length, head: prev };
  return canonical(recomputed) === canonical(sumsOf(account))
    ? { intact: true }
    : { intact: false, brokenAt: account.id };
}

const sumsOf = (account: Account): ReturnType<typeof emptySums> => {
  const { terms, balance, score, byMonth, byRule, marks, seq, head } = account;
  return { terms, balance, score, byMonth, byRule, marks, seq, head };
};

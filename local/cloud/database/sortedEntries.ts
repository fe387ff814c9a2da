import type { Document } from "./value.ts";

/**
 * One stored document.
 * @property id the encoded `_id`
 * @property position grows with every document added: MongoDB's natural order
 */
export type Row = { readonly id: string; readonly position: number; document: Document };

export type Entry = Readonly<{ key: string; row: Row }>;

/** From `from` on and before `to`. */
export type KeyRange = Readonly<{ from: string; to: string }>;

const blockMax = 512;

/**
 * Entries in the order of their keys, equal keys in natural order. A list of sorted blocks, split
 * when they grow: a search takes two binary searches, an insertion moves at most one block, and at
 * 200,000 entries there are a few hundred blocks. A tree would do no better here and read worse.
 */
export function sortedEntries(initial: Entry[]) {
  initial.sort(order);
  const blocks: Entry[][] = [];
  for (let at = 0; at < initial.length; at += blockMax / 2) {
    blocks.push(initial.slice(at, at + blockMax / 2));
  }

  /** The block that the entry belongs to, and where in it. */
  function place(entry: Entry): { index: number; block: Entry[]; at: number } {
    const after = firstIndex(
      blocks,
      (block) => block[0] !== undefined && order(block[0], entry) > 0,
    );
    const index = Math.max(0, after - 1);
    const block = blocks[index] ?? [];
    return { index, block, at: firstIndex(block, (other) => order(other, entry) >= 0) };
  }

  return {
    insert(entry: Entry): void {
      const { index, block, at } = place(entry);
      block.splice(at, 0, entry);
      if (blocks.length === 0) blocks.push(block);
      if (block.length > blockMax) blocks.splice(index + 1, 0, block.splice(blockMax / 2));
    },

    remove(entry: Entry): void {
      const { index, block, at } = place(entry);
      block.splice(at, 1);
      if (block.length === 0) blocks.splice(index, 1);
    },

    *range({ from, to }: KeyRange, backward = false): Generator<Row> {
      const [first, last] = [from, to].map((key) => startOf(blocks, key)) as [Spot, Spot];
      const step = backward ? -1 : 1;
      const length = last.block - first.block + 1;
      for (let n = 0, at = backward ? last.block : first.block; n < length; n++, at += step) {
        const block = blocks[at] ?? [];
        const start = at === first.block ? first.at : 0;
        const end = at === last.block ? last.at : block.length;
        for (let m = start; m < end; m++) {
          const entry = block[backward ? end - 1 - (m - start) : m];
          if (entry) yield entry.row;
        }
      }
    },
  };
}

type Spot = Readonly<{ block: number; at: number }>;

/** Where the first entry with a key that is not below the given one stands. */
function startOf(blocks: readonly Entry[][], key: string): Spot {
  const block = Math.max(
    0,
    firstIndex(blocks, ([first]) => first !== undefined && first.key >= key) - 1,
  );
  return { block, at: firstIndex(blocks[block] ?? [], (entry) => entry.key >= key) };
}

function order(a: Entry, b: Entry): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.row.position - b.row.position;
}

/** The first index at which the test holds, given that it then holds for all that follow. */
function firstIndex<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

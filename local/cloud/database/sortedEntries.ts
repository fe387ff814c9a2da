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
 * @param initial is sorted in place
 */
export function sortedEntries(initial: Entry[]) {
  initial.sort((a, b) => order(a, b.key, b.row.position));
  const blocks: Entry[][] = [];
  for (let at = 0; at < initial.length; at += blockMax / 2) {
    blocks.push(initial.slice(at, at + blockMax / 2));
  }

  return {
    insert(entry: Entry): void {
      const { index, at } = placeIn(blocks, entry.key, entry.row.position);
      const block = blocks[index];
      if (!block) blocks.push([entry]);
      else block.splice(at, 0, entry);
      if (block && block.length > blockMax) blocks.splice(index + 1, 0, block.splice(blockMax / 2));
    },

    remove({ key, row }: Entry): void {
      const { index, at } = placeIn(blocks, key, row.position);
      blocks[index]?.splice(at, 1);
      if (blocks[index]?.length === 0) blocks.splice(index, 1);
    },

    *range({ from, to }: KeyRange, backward = false): Generator<Row> {
      const start = placeIn(blocks, from, beforeAll);
      const end = placeIn(blocks, to, beforeAll);
      for (let n = 0; n <= end.index - start.index; n++) {
        const index = backward ? end.index - n : start.index + n;
        const first = index === start.index ? start.at : 0;
        const part = blocks[index]?.slice(first, index === end.index ? end.at : undefined) ?? [];
        for (const { row } of backward ? part.reverse() : part) yield row;
      }
    },
  };
}

/** Before the positions of all rows. */
const beforeAll = -1;

/** The block in which an entry with that key and position is or belongs, and where in it. */
function placeIn(blocks: readonly Entry[][], key: string, position: number) {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const first = blocks[middle]?.[0];
    if (first && order(first, key, position) <= 0) low = middle + 1;
    else high = middle;
  }
  const index = Math.max(0, low - 1);
  const block = blocks[index] ?? [];
  low = 0;
  high = block.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = block[middle];
    if (entry && order(entry, key, position) < 0) low = middle + 1;
    else high = middle;
  }
  return { index, at: low };
}

function order(entry: Entry, key: string, position: number): number {
  if (entry.key !== key) return entry.key < key ? -1 : 1;
  return entry.row.position - position;
}

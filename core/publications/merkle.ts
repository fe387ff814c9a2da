import { hashOf } from "../ledger/chain.ts";

/**
 * A Merkle tree: one hash, the root, stands for a whole list, and a few hashes, the proof, show that one
 * item is in it. A level's odd last node goes up as it is (the tree of RFC 6962). Leaves and nodes are
 * hashed under different names, so that no node can pass for an item.
 */

/** A neighbour on the way up to the root, and on which side of the way it stands. */
export type Step = Readonly<{ side: "left" | "right"; hash: string }>;

/** The hash of an item of the list. */
export const leafOf = (item: unknown): string => hashOf({ leaf: item });

const nodeOf = (left: string, right: string): string => hashOf({ node: [left, right] });

/** @param leaves in the order of the list, at least one */
export const rootOf = (leaves: readonly string[]): string => levelsOf(leaves).at(-1)?.[0] ?? "";

/** @returns the neighbours of a leaf from the bottom up; none where it is the only one */
export function proofOf(leaves: readonly string[], index: number): Step[] {
  let at = index;
  return levelsOf(leaves).flatMap((level): Step[] => {
    const isRight = at % 2 === 1;
    const hash = level[isRight ? at - 1 : at + 1];
    at = Math.floor(at / 2);
    return hash === undefined ? [] : [{ side: isRight ? "left" : "right", hash }];
  });
}

/** The root that a leaf and its proof lead to: the item is in the list when it is the list's. */
export const rootBy = (leaf: string, proof: readonly Step[]): string =>
  proof.reduce(
    (below, { side, hash }) => (side === "left" ? nodeOf(hash, below) : nodeOf(below, hash)),
    leaf,
  );

/** From the leaves up to the root. */
function levelsOf(leaves: readonly string[]): string[][] {
  const levels = [[...leaves]];
  for (let level = levels[0] ?? []; level.length > 1; levels.push(level)) level = above(level);
  return levels;
}

function above(level: readonly string[]): string[] {
  const nodes: string[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left = "", right] = [level[at], level[at + 1]];
    nodes.push(right === undefined ? left : nodeOf(left, right));
  }
  return nodes;
}

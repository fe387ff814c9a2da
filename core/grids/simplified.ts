import { type Metres, toMetres } from "./metres.ts";
import type { Outline, Ring } from "./outline.ts";

type Corner = readonly [x: Metres, y: Metres];

/** A step that nobody sees on a phone: a village of three kilometres has eight metres to the pixel. */
const finest: Metres = 2;

/**
 * Outlines with fewer corners, for a screen: those that stand out least are left out, until all outlines
 * together have no more than `most`. Few corners are left as they are.
 */
export function simplified(outlines: readonly Outline[], most: number): Outline[] {
  let now = [...outlines];
  // Each step is coarser; at a kilometre nothing but triangles is left.
  for (let step = finest; cornersOf(now) > most && step < 1000; step *= 2) {
    now = outlines.map((outline) => outline.map((ring) => coarser(ring, step)));
  }
  return now;
}

const cornersOf = (outlines: readonly Outline[]): number => outlines.flat(2).length;

/** Douglas and Peucker's way, on both ways between the first corner and the one farthest from it. */
function coarser(ring: Ring, step: Metres): Ring {
  const corners = toMetres(ring);
  const { index: far } = farthest(corners, 0, corners.length);
  const kept = new Set([0, far]);
  keepBetween(corners, 0, far, step, kept);
  keepBetween(corners, far, corners.length, step, kept);
  return kept.size < 3 ? ring : ring.filter((_, index) => kept.has(index));
}

function keepBetween(
  corners: readonly Corner[],
  from: number,
  to: number,
  step: Metres,
  kept: Set<number>,
): void {
  const { index, distance } = farthest(corners, from, to);
  if (distance <= step) return;
  kept.add(index);
  keepBetween(corners, from, index, step, kept);
  keepBetween(corners, index, to, step, kept);
}

/**
 * Which corner between two others is farthest from the line that joins these, and how far.
 * @param to the corner after the last one is the first again
 */
function farthest(
  corners: readonly Corner[],
  from: number,
  to: number,
): { index: number; distance: Metres } {
  let found = { index: from, distance: 0 };
  for (let index = from + 1; index < to; index += 1) {
    const distance = distanceTo(corners[index], corners[from], corners[to % corners.length]);
    if (distance > found.distance) found = { index, distance };
  }
  return found;
}

function distanceTo(
  [x, y]: Corner = [0, 0],
  [fromX, fromY]: Corner = [0, 0],
  [toX, toY]: Corner = [0, 0],
): Metres {
  const length = Math.hypot(toX - fromX, toY - fromY);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  return Math.abs((toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX)) / length;
}

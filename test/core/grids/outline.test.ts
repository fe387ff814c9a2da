import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  cornersMost,
  flawOf,
  type Outline,
  overlapOf,
  type Place,
  type Ring,
  tidied,
} from "../../../core/grids/outline.ts";
import { outlines as demo } from "../../../local/demo/outlines.ts";

/** Corners in millionths of a degree, some 10 cm, from a field in the country. */
const ring = (...corners: ReadonlyArray<readonly [number, number]>): Ring =>
  corners.map(([x, y]) => [120.62 + x / 1e6, 31.02 + y / 1e6]);

const tidy = (...rings: Ring[]): Outline => tidied(rings);

const square = (x: number, y: number, side: number) =>
  ring([x, y], [x + side, y], [x + side, y + side], [x, y + side]);

function assertNear(place: Place | undefined, x: number, y: number): void {
  const [longitude = 0, latitude = 0] = place ?? [];
  const off = Math.hypot((longitude - 120.62) * 1e6 - x, (latitude - 31.02) * 1e6 - y);
  assert.ok(off < 2, `${place} is not at ${x}, ${y}`);
}

test("a square has no flaw", () => {
  assert.equal(flawOf(tidy(square(0, 0, 1000))), undefined);
});

test("a corner that repeats the one before, or closes the ring, is left out", () => {
  const closed = ring([0, 0], [0, 0], [900, 0], [900, 900], [0, 0]);
  assert.equal(tidy(closed)[0]?.length, 3);
});

test("fewer than three corners, or more than 500, are no outline", () => {
  assert.equal(flawOf([])?.code, "outline_corners");
  assert.equal(flawOf(tidy(ring([0, 0], [9, 9])))?.code, "outline_corners");
  const round = Array.from({ length: cornersMost + 1 }, (_, index) => {
    const angle = (index / (cornersMost + 1)) * 2 * Math.PI;
    return [Math.round(9e4 * Math.cos(angle)), Math.round(9e4 * Math.sin(angle))] as const;
  });
  assert.equal(flawOf(tidy(ring(...round)))?.code, "outline_corners");
  assert.equal(flawOf(tidy(ring(...round.slice(1)))), undefined);
});

test("an outline that crosses itself is refused at the crossing", () => {
  const bow = flawOf(tidy(ring([0, 0], [1000, 1000], [1000, 0], [0, 1000])));
  assert.equal(bow?.code, "outline_crosses");
  assertNear(bow?.place, 500, 500);
});

test("an outline that touches itself, or folds back on its own side, is refused there", () => {
  const touching = flawOf(tidy(ring([0, 0], [1000, 0], [1000, 1000], [500, 0], [0, 1000])));
  assertNear(touching?.place, 500, 0);
  const folded = flawOf(tidy(ring([0, 0], [2000, 0], [1000, 0], [1000, 1000])));
  assertNear(folded?.place, 2000, 0);
});

test("a place with latitude first, or in metres, is not in China", () => {
  const swapped = ring([0, 0], [900, 0], [0, 900]).map(([x, y]): Place => [y, x]);
  assert.equal(flawOf(tidy(swapped))?.code, "outline_misplaced");
});

test("pieces of one grid may lie apart or side by side, but not one on another", () => {
  assert.equal(flawOf(tidy(square(0, 0, 1000), square(1000, 0, 1000))), undefined);
  const doubled = flawOf(tidy(square(0, 0, 1000), square(800, 800, 1000)));
  assert.equal(doubled?.code, "outline_crosses");
  assertNear(doubled?.place, 900, 900);
});

test("common land is an overlap, told at its middle", () => {
  assertNear(overlapOf([square(0, 0, 1000)], [square(600, 0, 1000)]), 800, 500);
  assertNear(overlapOf([square(0, 0, 1000)], [square(400, 400, 200)]), 500, 500);
});

test("a border drawn twice, two metres apart, is none; six metres apart it is one", () => {
  // A hundred metres square; 20 of these units are some two metres.
  const one = [square(0, 0, 1000)];
  assert.equal(overlapOf(one, [square(980, 0, 1000)]), undefined);
  assert.ok(overlapOf(one, [square(940, 0, 1000)]));
});

test("the demo's six grids have no flaw and no overlap", () => {
  const outlines = Object.values(demo).map((corners) => tidied([corners]));
  assert.equal(outlines.length, 6);
  for (const [index, outline] of outlines.entries()) {
    assert.equal(flawOf(outline), undefined);
    for (const other of outlines.slice(index + 1))
      assert.equal(overlapOf(outline, other), undefined);
  }
});

/** A simple ring: corners all around a middle, as far from it as chance will have it. */
const star = fc
  .array(fc.integer({ min: 300, max: 9000 }), { minLength: 3, maxLength: 24 })
  .map((distances) =>
    distances.map((distance, index): [number, number] => {
      const angle = (index / distances.length) * 2 * Math.PI;
      return [Math.round(distance * Math.cos(angle)), Math.round(distance * Math.sin(angle))];
    }),
  );

const anyCorners = fc.array(
  fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -2000, max: 2000 })),
  { minLength: 3, maxLength: 9 },
);

test("whether a ring crosses itself depends neither on its first corner, nor its direction, nor where it lies", () => {
  fc.assert(
    fc.property(anyCorners, fc.nat(8), fc.integer({ min: -9000, max: 9000 }), (corners, at, by) => {
      const verdict = (some: ReadonlyArray<readonly [number, number]>) =>
        flawOf(tidy(ring(...some)))?.code;
      const turned = [...corners.slice(at), ...corners.slice(0, at)];
      const moved = corners.map(([x, y]) => [x + by, y - by] as const);
      const first = verdict(corners);
      assert.deepEqual([turned, [...corners].reverse(), moved].map(verdict), [first, first, first]);
    }),
  );
});

test("two neighbours that share a border never overlap", () => {
  fc.assert(
    fc.property(star, fc.nat(23), (corners, cut) => {
      // Cut from the middle outwards along two spokes.
      const at = 1 + (cut % (corners.length - 1));
      const middle = [0, 0] as const;
      const [one, other] = [
        ring(middle, ...corners.slice(0, at + 1)),
        ring(middle, ...corners.slice(at), ...corners.slice(0, 1)),
      ];
      assert.equal(overlapOf(tidy(one), tidy(other)), undefined);
      assert.equal(overlapOf(tidy(other), tidy(one)), undefined);
    }),
    { numRuns: 60 },
  );
});

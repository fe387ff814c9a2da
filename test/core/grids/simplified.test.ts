import assert from "node:assert/strict";
import { test } from "node:test";
import { middleOf } from "../../../core/grids/middle.ts";
import type { Outline, Place } from "../../../core/grids/outline.ts";
import { nothingDrawn, withOutlines } from "../../../core/grids/outlines.ts";
import { simplified } from "../../../core/grids/simplified.ts";

/** A round field of half a kilometre, with a shore that a surveyor walked metre by metre. */
const field = (corners: number, east: number): Outline => [
  Array.from({ length: corners }, (_, index): Place => {
    const angle = (index / corners) * 2 * Math.PI;
    const far = 0.0025 * (1 + 0.02 * Math.sin(index));
    const rounded = (value: number) => Math.round(value * 1e6) / 1e6;
    return [rounded(120.6 + east + far * Math.cos(angle)), rounded(31 + far * Math.sin(angle))];
  }),
];

test("few corners are left as they are", () => {
  const outline = field(40, 0);
  assert.deepEqual(simplified([outline], 40), [outline]);
});

test("many corners become few, each of them one that was there, in the same order", () => {
  const outline = field(400, 0);
  const [simple = []] = simplified([outline], 60);
  const [corners = []] = simple;
  assert.ok(corners.length >= 8 && corners.length <= 60, String(corners.length));
  const places = corners.map((corner) => outline[0]?.indexOf(corner));
  assert.deepEqual(
    places,
    [...places].sort((one = 0, other = 0) => one - other),
  );
});

test("the map of sixty grids with 500 corners each is sent in under 45 KB, and drawn from what was kept whole", () => {
  const changes = Array.from({ length: 60 }, (_, index) => ({
    ...{ gridId: `village-g${index + 1}`, outline: field(500, index * 0.006) },
  }));
  const { drawn, shown, revision } = withOutlines(nothingDrawn("village"), changes);
  assert.ok(JSON.stringify(shown).length < 45_000, String(JSON.stringify(shown).length));
  assert.equal(drawn.flatMap(({ outline }) => outline.flat()).length, 30_000);
  assert.equal(revision, 1);
});

test("the place of a name lies inside, where a bent land's mean does not", () => {
  // Like a horseshoe that is open to the north.
  const [longitude, latitude] = middleOf([
    [0, 0],
    [9, 0],
    [9, 9],
    [7, 9],
    [7, 2],
    [3, 2],
    [3, 9],
    [0, 9],
  ]);
  assert.ok(longitude < 3 || longitude > 7);
  assert.equal(latitude, 4.5);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  beginPiece,
  choose,
  type Drawing,
  drawingOf,
  insertAfterChosen,
  outlineOf,
  type Place,
  put,
  removeAll,
  removeChosen,
  snapped,
  undo,
} from "../../../../miniprogram/packages/map/draw/drawing.ts";

const [a, b, c, d]: [Place, Place, Place, Place] = [
  [120, 31],
  [120.02, 31],
  [120.02, 31.02],
  [120, 31.02],
];

const triangle = (): Drawing => [a, b, c].reduce(put, drawingOf());

test("corners come one after another", () => {
  assert.deepEqual(outlineOf(triangle()), [[a, b, c]]);
});

test("a chosen corner is moved by the next tap, which lets go of it", () => {
  const moved = put(choose(triangle(), { piece: 0, corner: 1 }), d);
  assert.deepEqual(outlineOf(moved), [[a, d, c]]);
  assert.equal(moved.chosen, undefined);
});

test("a corner chosen twice is let go of", () => {
  const corner = { piece: 0, corner: 1 };
  assert.deepEqual(choose(triangle(), corner).chosen, corner);
  assert.equal(choose(choose(triangle(), corner), corner).chosen, undefined);
});

test("a corner goes in half way to the next, the last one's next is the first, and can be moved at once", () => {
  const between = insertAfterChosen(choose(triangle(), { piece: 0, corner: 2 }));
  assert.deepEqual(outlineOf(between), [[a, b, c, [120.01, 31.01]]]);
  assert.deepEqual(outlineOf(put(between, d)), [[a, b, c, d]]);
});

test("a chosen corner can be taken out", () => {
  assert.deepEqual(outlineOf(removeChosen(choose(triangle(), { piece: 0, corner: 0 }))), [[b, c]]);
});

test("every step can be undone, back to what was there before", () => {
  const before = drawingOf([[a, b, c]]);
  const steps = [
    put(before, d),
    removeAll(put(before, d)),
    put(choose(removeAll(put(before, d)), { piece: 0, corner: 0 }), a),
  ];
  for (const [index, step] of steps.entries()) {
    let back = step;
    for (let undone = 0; undone <= index; undone += 1) back = undo(back);
    assert.deepEqual(outlineOf(back), [[a, b, c]]);
  }
  assert.deepEqual(outlineOf(undo(before)), [[a, b, c]]);
});

test("another piece is begun once, however often it is asked for, and an empty one is not sent", () => {
  const begun = beginPiece(beginPiece(triangle()));
  assert.deepEqual(outlineOf(begun), [[a, b, c]]);
  assert.deepEqual(outlineOf(put(begun, d)), [[a, b, c], [d]]);
});

test("without a corner the outline is taken away", () => {
  assert.equal(outlineOf(drawingOf()), null);
});

test("near a neighbour's corner that corner is meant, as near as a finger at the map's scale", () => {
  const near: Place = [120.0002, 31.0001];
  assert.deepEqual(snapped(near, [b, a], 15), a);
  assert.deepEqual(snapped(near, [b, a], 18), near);
  assert.deepEqual(snapped(near, [], 15), near);
});

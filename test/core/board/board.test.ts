import assert from "node:assert/strict";
import { test } from "node:test";
import { ranks } from "../../../core/board/board.ts";

test("ties share a rank, and the next one counts everybody before it", () => {
  assert.deepEqual(ranks([900, 500, 500, 300], 0), [1, 2, 2, 4]);
  assert.deepEqual(ranks([], 0), []);
});

test("a later page goes on where the one before it stopped, ties included", () => {
  assert.deepEqual(ranks([500, 300], 1), [2, 3]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { shownNumber } from "../../../core/gridmap/shownNumber.ts";

test("a number under the village's limit is not told, nobody and the limit itself are", () => {
  assert.deepEqual(
    [0, 1, 4, 5, 6].map((value) => shownNumber(value, 5)),
    [0, null, null, 5, 6],
  );
  assert.deepEqual(
    [1, 2].map((value) => shownNumber(value, 0)),
    [1, 2],
  );
});

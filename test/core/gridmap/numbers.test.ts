import assert from "node:assert/strict";
import { test } from "node:test";
import { numbersOf, shownNumber } from "../../../core/gridmap/numbers.ts";

const grid = { id: "g1", villageId: "v", ordinal: 1, name: "第一网格", hamlets: ["东浜", "西浜"] };

const counted = (hamlet: string, residents: number) => ({
  ...{
    id: `v_${hamlet}`,
    villageId: "v",
    hamlet,
    revision: 1,
    changedAt: "2026-01-01T00:00:00.000Z",
  },
  ...{ households: 1, residents, representatives: 0, enterprises: 2, newResidents: 3 },
});

test("a grid's numbers are the sums over its hamlets", () => {
  const numbers = numbersOf(
    grid,
    [counted("东浜", 10), counted("西浜", 20), counted("南浜", 40)],
    [
      { hamlet: "西浜", count: 4 },
      { hamlet: "南浜", count: 9 },
    ],
  );
  assert.deepEqual(numbers, {
    ...{ households: 2, residents: 30, representatives: 0, enterprises: 4, newResidents: 6 },
    members: 4,
  });
});

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

import assert from "node:assert/strict";
import { test } from "node:test";
import { config } from "../../../miniprogram/config.ts";
import { villageIn } from "../../../miniprogram/services/village.ts";

test("a shared card opens the village that it names", () => {
  assert.equal(villageIn({ village: "xintang" }), "xintang");
});

test("without a name, or with nonsense for a name, it is the village of this installation", () => {
  assert.equal(villageIn({}), config.village);
  assert.equal(villageIn({ village: "../etc" }), config.village);
  assert.equal(villageIn({ village: "undefined!" }), config.village);
});

test("a scanned code names the village at the start of its scene", () => {
  assert.equal(villageIn({ scene: "otherplace.2014.q1.members" }), "otherplace");
  assert.equal(villageIn({ scene: "otherplace-2014-m03" }), "otherplace");
  assert.equal(villageIn({ scene: "%2E" }), villageIn({}));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { withExemption, withoutExemption } from "../../../core/members/standing.ts";
import { expectRefusal } from "../support.ts";

const ill = { id: "ill", from: "2026-03-01", until: "2026-08-31" };
const abroad = { id: "abroad", from: "2026-01-01", until: "2026-12-31" };

test("an exemption is granted from one day to another, and stands in the order of its first day", () => {
  assert.deepEqual(withExemption([ill], abroad), [abroad, ill]);
  expectRefusal("days_crossed", () => withExemption([], { ...ill, until: "2026-02-28" }));
});

test("granted again from the same day, it changes its last day", () => {
  const longer = { ...ill, until: "2026-12-31" };
  assert.deepEqual(withExemption([abroad, ill], longer), [abroad, longer]);
});

test("the same reason may be granted a second time from another day", () => {
  const again = { id: "ill", from: "2026-10-01", until: "2026-11-30" };
  assert.deepEqual(withExemption([ill], again), [ill, again]);
});

test("ended, it held until yesterday; one that would begin later goes altogether", () => {
  const today = "2026-05-20";
  assert.deepEqual(withoutExemption([abroad, ill], ill, today), [
    abroad,
    { ...ill, until: "2026-05-19" },
  ]);
  assert.deepEqual(withoutExemption([ill], ill, "2026-03-01"), []);
  assert.deepEqual(withoutExemption([ill], ill, "2026-02-01"), []);
});

test("ending one that is over changes nothing, and ending one that is not there is refused", () => {
  assert.deepEqual(withoutExemption([ill], ill, "2026-09-01"), [ill]);
  expectRefusal("not_found", () => withoutExemption([ill], abroad, "2026-05-20"));
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { textOf } from "../../../../core/activities/checkInCode.ts";
import { readScan } from "../../../../miniprogram/packages/activities/scan.ts";

test("what the server writes into a code, the phone reads out of it", () => {
  assert.deepEqual(readScan(textOf("a1", "0123456789")), {
    ...{ kind: "activity", activityId: "a1", code: "0123456789" },
  });
  assert.deepEqual(readScan(textOf("a1", "0123456789", "tangjiao-m12")), {
    ...{ kind: "member", activityId: "a1", memberId: "tangjiao-m12", code: "0123456789" },
  });
});

test("any other code is none of ours", () => {
  for (const text of ["", "https://example.com", "passbook:check-in:a1", "passbook:member:a1:01"]) {
    assert.deepEqual(readScan(text), { kind: "other" });
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { codesFrom, isFresh, textOf } from "../../../core/activities/checkInCode.ts";

const noon = "2026-05-20T04:00:00.000Z";
const of = { secret: "a" };

const after = (seconds: number): string =>
  new Date(Date.parse(noon) + seconds * 1000).toISOString();

const codeAt = (at: string, whose: { secret: string; memberId?: string } = of): string =>
  codesFrom(at, whose)[0]?.code ?? "";

test("a code changes every 30 seconds, and holds until the next but one is shown", () => {
  const code = codeAt(noon);
  assert.equal(codeAt(after(29)), code);
  assert.notEqual(codeAt(after(30)), code);
  assert.equal(isFresh(code, after(59), of), true);
  assert.equal(isFresh(code, after(60), of), false);
});

test("a code of later is none yet", () => {
  assert.equal(isFresh(codeAt(after(30)), noon, of), false);
});

test("the codes of ten minutes come at once, each with its moment, and each is the code of that moment", () => {
  const codes = codesFrom(after(10), of);
  assert.equal(codes.length, 20);
  assert.equal(codes[0]?.from, noon);
  assert.equal(codes.at(-1)?.from, after(570));
  for (const { code, from } of codes) assert.equal(codeAt(from), code);
  assert.equal(new Set(codes.map(({ code }) => code)).size, 20);
});

test("another activity's code, and another member's, is another", () => {
  const own = { secret: "a", memberId: "m1" };
  const codes = [codeAt(noon), codeAt(noon, { secret: "b" }), codeAt(noon, own)];
  assert.equal(new Set([...codes, codeAt(noon, { ...own, memberId: "m2" })]).size, 4);
  assert.equal(isFresh(codeAt(noon, own), noon, of), false);
});

test("what a code says tells the activity, and whose code it is", () => {
  assert.equal(textOf("a1", "0123456789"), "passbook:check-in:a1:0123456789");
  assert.equal(textOf("a1", "0123456789", "m1"), "passbook:member:a1:m1:0123456789");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { type MediaCheck, pictureState } from "../../../core/media/mediaCheck.ts";
import { verdictIn } from "../../../core/media/takeVerdict.ts";
import { noon } from "../support.ts";

const check = (state: MediaCheck["state"], askedAt = noon): MediaCheck => ({
  ...{ id: `${state}-${askedAt}`, of: "s1", fileId: "f1", state, askedAt },
});
const after = (minutes: number): string =>
  new Date(Date.parse(noon) + minutes * 60_000).toISOString();

test("a picture stands as its last check says", () => {
  assert.equal(pictureState([], "f1", noon), "unasked");
  assert.equal(pictureState([check("pass")], "other", noon), "unasked");
  assert.equal(pictureState([check("risky"), check("pass", after(5))], "f1", after(6)), "pass");
});

test("a check that failed, or whose verdict never came, is as if it had not been asked for", () => {
  assert.equal(pictureState([check("failed")], "f1", noon), "unasked");
  assert.equal(pictureState([check("waiting")], "f1", after(30)), "waiting");
  assert.equal(pictureState([check("waiting")], "f1", after(41)), "unasked");
});

test("what WeChat is not sure of, or says in words not known here, is left to people", () => {
  const saying = (suggest: string) => verdictIn({ trace_id: "t", errcode: 0, result: { suggest } });
  assert.deepEqual(["pass", "risky", "review", "perhaps"].map(saying), [
    ...["pass", "risky", "unclear", "unclear"],
  ]);
  assert.equal(verdictIn({ trace_id: "t", errcode: -1008 }), "failed");
  assert.equal(verdictIn({ trace_id: "t", errcode: 0 }), "failed");
});

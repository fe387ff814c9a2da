import assert from "node:assert/strict";
import { test } from "node:test";
import {
  newDraft,
  photosMost,
  refused,
  waiting,
  withPhotos,
  writing,
} from "../../../miniprogram/services/draft.ts";
import { aDraft, photoHere } from "./support.ts";

test("a new draft is of today, for oneself or for another whose consent is still to be said", () => {
  const own = newDraft("s1", "2014-06-01");
  assert.deepEqual(
    [own.workedOn, own.operation, own.behalf],
    ["2014-06-01", "submitDuty", undefined],
  );
  const other = newDraft("s1", "2014-06-01", { memberId: "v-m9", name: "张三" });
  assert.equal(other.operation, "submitOnBehalf");
  assert.deepEqual(other.behalf, { memberId: "v-m9", name: "张三", consent: "" });
});

test("a tenth photo is left out", () => {
  const many = Array.from({ length: photosMost + 1 }, (_, index) => photoHere(`p${index}`));
  assert.equal(withPhotos(aDraft(), many).photos.length, photosMost);
});

test("the reason of a refusal goes when the person writes on", () => {
  assert.deepEqual(writing(refused(aDraft(), "日期还没到")), aDraft());
});

test("what was written stays through every state", () => {
  const draft = aDraft({
    behalf: { memberId: "v-m9", name: "张三", consent: "当面说好的" },
    quantity: 3,
    participants: [{ memberId: "v-m2", name: "李四" }],
  });
  assert.deepEqual(writing(waiting(refused(draft, "日期还没到"))), draft);
});

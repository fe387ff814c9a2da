import assert from "node:assert/strict";
import { test } from "node:test";
import { toView } from "../../../../../miniprogram/packages/member/submission/view.ts";
import { aSubmission, mayNothing } from "../../submissions.ts";

test("a submission tells when it was done and sent, and by which clause it counts", () => {
  assert.deepEqual(
    toView(aSubmission()).facts.map(({ value }) => value),
    ["2014年3月5日", "2014年3月6日", "积分细则第二条"],
  );
});

test("a photo that the cloud no longer has leaves no hole", () => {
  const photos = [
    { fileId: "f1", address: "https://p/1" },
    { fileId: "f2", address: "" },
  ];
  assert.deepEqual(toView(aSubmission({ photos })).photos, ["https://p/1"]);
});

test("what the member may do comes from the village, and only what waits is shown around", () => {
  const { mayWithdraw, mayResubmit, mayShare } = toView(
    aSubmission({ may: { ...mayNothing, withdraw: true } }),
  );
  assert.deepEqual([mayWithdraw, mayResubmit, mayShare], [true, false, true]);
  assert.equal(toView(aSubmission({ status: "returned", reason: "太简单" })).mayShare, false);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import { toView } from "../../../../../miniprogram/packages/member/submission/view.ts";

type Submission = Api["getSubmission"]["output"];

const aSubmission = (fields: Partial<Submission> = {}): Submission => ({
  id: "s1",
  member: "张三",
  rule: "环境卫生",
  workedOn: "2014-03-05",
  text: "打扫了村口",
  status: "pending",
  branch: "第一党支部",
  ruleId: "cleanup",
  clause: "第二条",
  grades: [],
  submittedOn: "2014-03-06",
  photos: [
    { fileId: "f1", address: "https://p/1" },
    { fileId: "f2", address: "" },
  ],
  year: 2014,
  may: { review: false, withdraw: true, resubmit: false },
  ...fields,
});

test("a submission tells when it was done and sent, and by which clause it counts", () => {
  assert.deepEqual(
    toView(aSubmission()).facts.map(({ value }) => value),
    ["2014年3月5日", "2014年3月6日", "积分细则第二条"],
  );
});

test("a photo that the cloud no longer has leaves no hole", () => {
  assert.deepEqual(toView(aSubmission()).photos, ["https://p/1"]);
});

test("what the member may do comes from the village, and only what waits is shown around", () => {
  const { mayWithdraw, mayResubmit, mayShare } = toView(aSubmission());
  assert.deepEqual([mayWithdraw, mayResubmit, mayShare], [true, false, true]);
  assert.equal(toView(aSubmission({ status: "returned", reason: "太简单" })).mayShare, false);
});

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
    { fileId: "f1", address: "https://p/1", refused: false },
    { fileId: "f2", address: "", refused: false },
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

const asked = { memberId: "v-m2", name: "李四", answer: "asked" } as const;
const ours = (fields: Parameters<typeof aSubmission>[0] = {}) =>
  toView(aSubmission({ part: "participant", participants: [asked], ...fields }));

test("who is said to have taken part is asked in one sentence, and shown no photos", () => {
  const view = ours({ may: { ...mayNothing, answer: true } });
  assert.equal(view.question, "张三写您一起做了这件事。您参加了吗？");
  assert.deepEqual([view.next, view.photosShown, view.participants], ["", false, []]);
});

test("after the answer they read what becomes of it for themselves", () => {
  const next = (one: object, status: "pending" | "approved" = "approved") =>
    ours({ status, participants: [{ ...asked, ...one }] }).next;
  assert.match(next({ answer: "yes" }, "pending"), /^您说参加了。审核通过以后/);
  assert.equal(next({ answer: "yes", points: 250 }), "给您记了2.5分，已经记进您的一本通。");
  assert.equal(next({ answer: "yes", refused: "已经计过了" }), "没有给您记分：已经计过了。");
  assert.equal(next({ answer: "no" }), "您说没有参加，不给您记分。");
});

test("whoever wrote it down sees who got points, and why another did not", () => {
  const participants = [
    { ...asked, answer: "yes", points: 200 } as const,
    { ...asked, name: "王五", answer: "attested", refused: "已经计过了" } as const,
  ];
  assert.deepEqual(toView(aSubmission({ status: "approved", participants })).participants, [
    { name: "李四", text: "+2分", got: true },
    { name: "王五", text: "没有记分：已经计过了", got: false },
  ]);
});

test("written for another, it says whose it is and how they agreed", () => {
  const recorder = { name: "王五", consent: "电话里说好的" };
  const { facts, next } = toView(aSubmission({ part: "recorder", recorder }));
  assert.deepEqual(facts[0], { name: "谁做的", value: "张三" });
  assert(facts.some(({ value }) => value === "王五（电话里说好的）"));
  assert.equal(next, "审核以后，积分会记进张三的一本通。");
});

test("an honour shows its title, level, and the other one for the same deed", () => {
  const honour = { title: "市先进", gradeId: "major", sameDeedAs: "s7", sameDeed: "镇先进" };
  const values = toView(aSubmission({ honour })).facts.map(({ value }) => value);
  assert.deepEqual(values.slice(0, 3), ["市先进", "为整治作出重大贡献", "镇先进"]);
});

test("which photo WeChat refused is told to the member, and how to put another in its place", () => {
  const photos = [
    { fileId: "f1", address: "https://p/1", refused: false },
    { fileId: "f2", address: "https://p/2", refused: true },
  ];
  const may = { ...mayNothing, withdraw: true };
  const told = toView(aSubmission({ photos, may })).refused;
  assert.equal(told, "第2张照片没有通过微信的检查，只有您看得到。要换，先撤回再交一次。");
  const mended = toView(aSubmission({ photos, may: { ...may, resubmit: true } })).refused;
  assert.match(mended, /修改时可以换掉/);
  assert.equal(toView(aSubmission()).refused, "");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Outcome } from "../../../miniprogram/services/deliveries.ts";
import { dutyOf } from "../../../miniprogram/services/draftForm.ts";
import {
  createOutbox,
  type DraftStore,
  deliveryText,
  type Line,
  UploadRefused,
} from "../../../miniprogram/services/outbox.ts";
import { aDraft, memoryStore, photoHere } from "./support.ts";

/** A village that takes everything and remembers the photos of what it took. */
function village() {
  const received: (readonly string[])[] = [];
  const line: Omit<Line, "drafts"> = {
    upload: async (submissionId, { id }) => `cloud://e/evidence/${submissionId}/${id}.jpg`,
    async submit(draft) {
      received.push(dutyOf(draft).photos);
      return { kind: "sent" };
    },
  };
  return { received, line };
}

const noSignal = async () => {
  throw new Error("request:fail");
};

const states = (drafts: DraftStore) => drafts.all().map(({ state }) => state);

test("a draft is sent with all its photos, in their order, and then forgotten", async () => {
  const { received, line } = village();
  const drafts = memoryStore(aDraft({ photos: [photoHere("a"), photoHere("b")] }));
  const outcome = await createOutbox({ ...line, drafts }).send("s1");
  assert.deepEqual(outcome, { kind: "sent" });
  assert.deepEqual(received, [["cloud://e/evidence/s1/a.jpg", "cloud://e/evidence/s1/b.jpg"]]);
  assert.deepEqual(drafts.all(), []);
});

test("without a signal for the photo the draft waits, and what was uploaded stays uploaded", async () => {
  const { received, line } = village();
  const drafts = memoryStore(aDraft({ photos: [photoHere("a"), photoHere("b")] }));
  let signal = false;
  const uploads: string[] = [];
  const outbox = createOutbox({
    ...line,
    drafts,
    async upload(submissionId, photo) {
      if (photo.id === "b" && !signal) return noSignal();
      uploads.push(photo.id);
      return line.upload(submissionId, photo);
    },
  });
  assert.deepEqual(await outbox.send("s1"), { kind: "waiting" });
  assert.deepEqual(states(drafts), ["waiting"]);
  assert.deepEqual(received, []);

  signal = true;
  await outbox.sendWaiting();
  assert.deepEqual(uploads, ["a", "b"]);
  assert.equal(received.length, 1);
  assert.deepEqual(drafts.all(), []);
});

test("without a signal for the words the draft waits", async () => {
  const drafts = memoryStore(aDraft());
  const outbox = createOutbox({
    ...village().line,
    drafts,
    submit: async () => ({ kind: "waiting" }),
  });
  assert.deepEqual(await outbox.send("s1"), { kind: "waiting" });
  assert.deepEqual(states(drafts), ["waiting"]);
});

test("when the village says no, the draft stays, with the reason, and is not sent by itself", async () => {
  const drafts = memoryStore(aDraft({ state: "waiting" }));
  let calls = 0;
  const outbox = createOutbox({
    ...village().line,
    drafts,
    async submit() {
      calls += 1;
      return { kind: "refused", message: "这一天属于已经结账的年份" };
    },
  });
  await outbox.sendWaiting();
  await outbox.sendWaiting();
  assert.equal(calls, 1);
  const kept = await outbox.take("s1");
  assert.deepEqual(kept, aDraft({ state: "refused", message: "这一天属于已经结账的年份" }));
});

test("a photo whose file is gone asks for mending instead of waiting for ever", async () => {
  const drafts = memoryStore(aDraft({ photos: [photoHere("a")] }));
  const outbox = createOutbox({
    ...village().line,
    drafts,
    async upload() {
      throw new UploadRefused("有一张照片找不到了");
    },
  });
  const outcome = await outbox.send("s1");
  assert.deepEqual(outcome, { kind: "refused", message: "有一张照片找不到了" });
  assert.deepEqual(states(drafts), ["refused"]);
});

test("one that cannot be sent does not hold up the others, and drafts in writing stay at home", async () => {
  const { received, line } = village();
  const drafts = memoryStore(
    aDraft({ submissionId: "s1", state: "waiting" }),
    aDraft({ submissionId: "s2", state: "writing" }),
    aDraft({ submissionId: "s3", state: "waiting" }),
  );
  const outbox = createOutbox({
    drafts,
    upload: line.upload,
    submit: async (draft) =>
      draft.submissionId === "s1" ? { kind: "waiting" } : line.submit(draft),
  });
  await outbox.sendWaiting();
  assert.equal(received.length, 1);
  assert.deepEqual(
    drafts.all().map(({ submissionId }) => submissionId),
    ["s1", "s2"],
  );
});

test("a double tap sends once", async () => {
  const { received, line } = village();
  const drafts = memoryStore(aDraft());
  const outbox = createOutbox({ ...line, drafts });
  const outcomes = await Promise.all([outbox.send("s1"), outbox.send("s1")]);
  assert.deepEqual(
    outcomes.map(({ kind }) => kind),
    ["sent", "sent"],
  );
  assert.equal(received.length, 1);
});

test("a draft taken out to be written on no longer goes out by itself", async () => {
  const { received, line } = village();
  const drafts = memoryStore(aDraft({ state: "waiting" }));
  const outbox = createOutbox({ ...line, drafts });
  await outbox.take("s1");
  await outbox.sendWaiting();
  assert.deepEqual(received, []);
  assert.deepEqual(states(drafts), ["writing"]);
});

test("a draft that is on its way cannot be written on: when it has arrived there is none", async () => {
  const { line } = village();
  const drafts = memoryStore(aDraft());
  let arrive = (_: Outcome) => {};
  const arrived = new Promise<Outcome>((resolve) => {
    arrive = resolve;
  });
  const outbox = createOutbox({ ...line, drafts, submit: () => arrived });
  const sending = outbox.send("s1");
  const taking = outbox.take("s1");
  arrive({ kind: "sent" });
  assert.equal(await taking, undefined);
  assert.deepEqual(await sending, { kind: "sent" });
});

test("the person is told of what went out by itself, and of a refusal before anything else", () => {
  const refusal: Outcome = { kind: "refused", message: "日期还没到" };
  assert.equal(deliveryText([]), "");
  assert.equal(deliveryText([{ kind: "waiting" }]), "");
  assert.equal(
    deliveryText([{ kind: "sent" }, { kind: "waiting" }, { kind: "sent" }]),
    "刚才存的2条申报已经交上去了",
  );
  assert.equal(
    deliveryText([{ kind: "sent" }, refusal]),
    "有申报没有交上去，请到“我的申报”里改一改",
  );
});

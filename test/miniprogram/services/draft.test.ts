import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cloudPathOf,
  draftOfReturned,
  dutyOf,
  newDraft,
  photosMost,
  photoUploaded,
  problemOf,
  refused,
  withFreshAddresses,
  withoutPhoto,
  withPhotos,
  writing,
} from "../../../miniprogram/services/draft.ts";
import { aSubmission } from "../packages/submissions.ts";
import { aDraft, photoHere } from "./support.ts";

const returned = aSubmission({
  id: "s7",
  photos: [{ fileId: "cloud://e/evidence/s7/p1.jpg", address: "https://old" }],
  status: "returned",
  reason: "写得太简单",
});

test("a new draft is of today and lacks a rule, then words", () => {
  const draft = newDraft("s1", "2014-06-01");
  assert.equal(draft.workedOn, "2014-06-01");
  assert.equal(problemOf(draft), "请先选做了哪一类事");
  assert.equal(problemOf({ ...draft, ruleId: "cleanup", text: "  " }), "请写几句做了什么");
  assert.equal(problemOf(aDraft()), undefined);
});

test("photos are optional, and a tenth is left out", () => {
  assert.equal(problemOf(aDraft({ photos: [] })), undefined);
  const many = Array.from({ length: photosMost + 1 }, (_, index) => photoHere(`p${index}`));
  assert.equal(withPhotos(aDraft(), many).photos.length, photosMost);
});

test("only photos that are in the cloud are sent, under the submission's own id", () => {
  const draft = withPhotos(aDraft(), [photoHere("a"), photoHere("b")]);
  const fileId = `cloud://e/${cloudPathOf(draft.submissionId, "b")}`;
  const uploaded = photoUploaded(draft, "b", fileId);
  assert.deepEqual(dutyOf(uploaded), {
    submissionId: "s1",
    ruleId: "cleanup",
    workedOn: "2014-06-01",
    text: "打扫了村口",
    photos: ["cloud://e/evidence/s1/b.jpg"],
  });
  assert.deepEqual(withoutPhoto(uploaded, "a").photos.length, 1);
});

test("a returned submission is mended under its own id, with its photos", () => {
  const draft = draftOfReturned(returned);
  assert.equal(draft.operation, "resubmitDuty");
  const { submissionId, photos } = dutyOf(draft);
  assert.equal(submissionId, "s7");
  assert.deepEqual(photos, ["cloud://e/evidence/s7/p1.jpg"]);
  assert.deepEqual(withoutPhoto(draft, "p1").photos, []);
});

test("a kept draft shows the photos at their fresh addresses, and keeps what was written", () => {
  const kept = withPhotos({ ...draftOfReturned(returned), text: "扫地两小时" }, [photoHere("new")]);
  const photos = [{ fileId: "cloud://e/evidence/s7/p1.jpg", address: "https://fresh" }];
  const fresh = withFreshAddresses(kept, { ...returned, photos });
  assert.deepEqual(
    fresh.photos.map(({ path }) => path),
    ["https://fresh", "wxfile://store_new"],
  );
  assert.equal(fresh.text, "扫地两小时");
});

test("the reason of a refusal goes when the person writes on", () => {
  assert.deepEqual(writing(refused(aDraft(), "日期还没到")), aDraft());
});

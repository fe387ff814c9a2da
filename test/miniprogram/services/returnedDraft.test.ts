import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutPhoto, withPhotos } from "../../../miniprogram/services/draft.ts";
import { dutyOf } from "../../../miniprogram/services/draftForm.ts";
import {
  draftOfReturned,
  withFreshAddresses,
} from "../../../miniprogram/services/returnedDraft.ts";
import { aSubmission } from "../packages/submissions.ts";
import { photoHere } from "./support.ts";

const returned = aSubmission({
  id: "s7",
  photos: [{ fileId: "cloud://e/evidence/s7/p1.jpg", address: "https://old", refused: false }],
  status: "returned",
  reason: "写得太简单",
});

test("a returned submission is mended under its own id, with its photos", () => {
  const draft = draftOfReturned(returned);
  assert.equal(draft.operation, "resubmitDuty");
  const { submissionId, photos } = dutyOf(draft);
  assert.equal(submissionId, "s7");
  assert.deepEqual(photos, ["cloud://e/evidence/s7/p1.jpg"]);
  assert.deepEqual(withoutPhoto(draft, "p1").photos, []);
});

test("whose it is, how many hours, the honour and who took part are there already", () => {
  const honour = { title: "优秀共产党员", gradeId: "city", sameDeedAs: "", sameDeed: "" };
  const draft = draftOfReturned({
    ...returned,
    ...{ recorder: { name: "王五", consent: "当面说好的" }, quantity: 3, honour },
    participants: [{ memberId: "v-m2", name: "李四", answer: "yes" }],
  });
  assert.deepEqual(draft.behalf, { memberId: "v-m1", name: "张三", consent: "当面说好的" });
  const { quantity, participantIds, honour: sent } = dutyOf(draft);
  assert.deepEqual([quantity, participantIds], [3, ["v-m2"]]);
  assert.deepEqual(sent, { title: "优秀共产党员", gradeId: "city", sameDeedAs: "" });
});

test("a kept draft shows the photos at their fresh addresses, and keeps what was written", () => {
  const kept = withPhotos({ ...draftOfReturned(returned), text: "扫地两小时" }, [photoHere("new")]);
  const photos = [
    { fileId: "cloud://e/evidence/s7/p1.jpg", address: "https://fresh", refused: false },
  ];
  const fresh = withFreshAddresses(kept, { ...returned, photos });
  assert.deepEqual(
    fresh.photos.map(({ path }) => path),
    ["https://fresh", "wxfile://store_new"],
  );
  assert.equal(fresh.text, "扫地两小时");
});

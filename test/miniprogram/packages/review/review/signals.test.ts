import assert from "node:assert/strict";
import { test } from "node:test";
import {
  noSignals,
  signalsView,
} from "../../../../../miniprogram/packages/review/review/signals.ts";
import { toView } from "../../../../../miniprogram/packages/review/review/view.ts";
import { aSubmission } from "../../submissions.ts";

const about = toView(
  aSubmission({
    photos: [
      { fileId: "f1", address: "https://own/1", refused: false },
      { fileId: "f2", address: "https://own/2", refused: false },
    ],
  }),
);

const like = {
  ...{ submissionId: "s7", member: "李四", rule: "环境卫生" },
  ...{ workedOn: "2014-03-01", address: "https://other" },
};

test("a photo stands beside the one that it looks like, with whose and when", () => {
  const { photos } = signalsView(
    { photos: [{ fileId: "f2", same: true, like }], mutual: false },
    about,
  );
  assert.deepEqual(photos, [
    {
      text: "第2张照片和李四3月1日的“环境卫生”里的一张一样",
      own: "https://own/2",
      other: "https://other",
      url: "/packages/review/review/index?submissionId=s7",
    },
  ]);
});

test("of a case that is not for this reviewer only the photo's likeness is said", () => {
  const { photos } = signalsView({ photos: [{ fileId: "f1", same: false }], mutual: false }, about);
  assert.deepEqual(photos, [
    { text: "第1张照片和另一件申报里的一张很像", own: "https://own/1", other: "", url: "" },
  ]);
});

test("many in few minutes are told with a good reason that there may be", () => {
  const burst = { by: "王五", count: 6, minutes: 10 };
  const { notes } = signalsView({ photos: [], burst, mutual: false }, about);
  assert.deepEqual(notes, ["王五前后10分钟里交了6件。没有信号时攒着一起发，也会这样。"]);
});

test("where nothing is to be looked at, nothing is said", () => {
  assert.deepEqual(signalsView({ photos: [], mutual: false }, about), noSignals);
});

test("two who only approve one another are told so without blame", () => {
  const { some, notes } = signalsView({ photos: [], mutual: true }, about);
  assert.equal(some, true);
  assert.match(notes[0] ?? "", /^近来张三的申报都是您审的，您的也都是张三审的。/);
});

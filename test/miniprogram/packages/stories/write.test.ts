import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Draft,
  type File,
  newDraft,
  selfConsent,
} from "../../../../miniprogram/packages/stories/drafts.ts";
import { problemOf as nominationProblem } from "../../../../miniprogram/packages/stories/nominate/draft.ts";
import {
  cloudPathOf,
  problemOf,
  storyOf,
} from "../../../../miniprogram/packages/stories/write/sending.ts";
import {
  toView,
  withAbout,
  withoutFile,
  withSentence,
} from "../../../../miniprogram/packages/stories/write/view.ts";

const today = "2026-05-20";
const screen = { today, restored: false, sending: "" };
const about = { choice: "member", memberId: "m1", name: "张三" } as const;

const file = (id: string, what: File["what"] = "photo"): File => ({
  ...{ id, what, path: `wxfile://${id}`, fileId: `cloud://e/stories/s1/${id}.jpg`, refused: false },
});

const draft = (fields: Partial<Draft> = {}): Draft => ({
  ...newDraft(today),
  ...{ storyId: "s1", title: " 河边的早晨 ", text: "每天去。", about },
  consent: { how: "当面说好的", on: today },
  ...fields,
});

test("what is missing is asked for, one thing at a time", () => {
  assert.equal(problemOf(draft()), undefined);
  const other = { choice: "other", memberId: "", name: " " } as const;
  assert.match(problemOf(draft({ about: other })) ?? "", /写的是谁/);
  assert.match(problemOf(draft({ title: " " })) ?? "", /题目/);
  assert.match(problemOf(draft({ text: "" })) ?? "", /写几句/);
  assert.match(problemOf(draft({ consent: { how: "", on: today } })) ?? "", /怎么同意的/);
  assert.match(problemOf(draft({ files: [file("a")] })) ?? "", /孩子和病人/);
  const refused = { ...file("a"), refused: true };
  assert.match(problemOf(draft({ files: [refused], peopleChecked: true })) ?? "", /没通过检查/);
});

test("it goes out with its photos, or with its film and the picture that stands for it", () => {
  const photos = storyOf(draft({ files: [file("a"), file("b")] }), "me");
  assert.deepEqual(photos.media, {
    kind: "photos",
    fileIds: ["cloud://e/stories/s1/a.jpg", "cloud://e/stories/s1/b.jpg"],
  });
  const film = storyOf(
    draft({ files: [file("f", "film"), file("c", "cover")], seconds: 30 }),
    "me",
  );
  assert.deepEqual(film.media, {
    kind: "video",
    fileId: "cloud://e/stories/s1/f.jpg",
    coverId: "cloud://e/stories/s1/c.jpg",
    seconds: 30,
  });
  assert.deepEqual(storyOf(draft(), "me").media, { kind: "none" });
  assert.equal(cloudPathOf("s1", file("f", "film")), "stories/s1/f.mp4");
});

test("about oneself the village is told one's own id, about others a member's or a name", () => {
  const self = withAbout(draft(), { choice: "self", memberId: "", name: "" });
  assert.deepEqual(storyOf(self, "me").about, { kind: "member", memberId: "me" });
  assert.equal(self.consent.how, selfConsent);
  assert.deepEqual(storyOf(draft(), "me").about, { kind: "member", memberId: "m1" });
  const other = withAbout(draft(), { choice: "other", memberId: "", name: "老陈一家" });
  assert.deepEqual(storyOf(other, "me").about, { kind: "other", name: "老陈一家", gridId: "" });
});

test("with another person the consent has to be noted anew", () => {
  const other = withAbout(draft(), { choice: "member", memberId: "m2", name: "李四" });
  assert.equal(other.consent.how, "");
});

test("a film goes with its picture; photos and a film do not go together", () => {
  const film = draft({ files: [file("f", "film"), file("c", "cover")], seconds: 30 });
  const view = toView(film, screen);
  assert.deepEqual([view.mayAddPhoto, view.mayAddFilm], [false, false]);
  assert.deepEqual(
    view.files.map(({ label }) => label),
    ["视频"],
  );
  assert.deepEqual(withoutFile(film, "c"), { ...film, files: [], seconds: 0 });
  const photos = draft({ files: [file("a"), file("b")] });
  assert.equal(toView(photos, screen).mayAddFilm, false);
  assert.deepEqual(
    withoutFile(photos, "a").files.map(({ id }) => id),
    ["b"],
  );
});

test("the ledger is asked for members alone", () => {
  const facts = (choice: Draft["about"]["choice"], memberId: string) =>
    toView(draft({ about: { choice, memberId, name: "" } }), screen).hasFacts;
  assert.deepEqual(
    [facts("self", ""), facts("member", "m1"), facts("member", ""), facts("other", "")],
    [true, true, false, false],
  );
});

test("a sentence from the ledger stands on a line of its own", () => {
  assert.equal(withSentence("", "环境卫生：3次。"), "环境卫生：3次。");
  assert.equal(withSentence("开头", "环境卫生：3次。"), "开头\n环境卫生：3次。");
});

test("a nomination needs a name and a sentence", () => {
  const sent = { nominationId: "n1", name: "王阿姨", text: "她天天扫楼道。" };
  assert.equal(nominationProblem(sent), undefined);
  assert.match(nominationProblem({ ...sent, name: " " }) ?? "", /推荐谁/);
  assert.match(nominationProblem({ ...sent, text: "" }) ?? "", /做了什么/);
});

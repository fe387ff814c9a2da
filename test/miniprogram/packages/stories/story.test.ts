import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import { toView as feedView } from "../../../../miniprogram/packages/stories/feed/view.ts";
import { toView as rowsView } from "../../../../miniprogram/packages/stories/rows.ts";
import { toView } from "../../../../miniprogram/packages/stories/story/view.ts";

type Reply = Api["getStory"]["output"];
type Inside = NonNullable<Reply["inside"]>;

const story = (fields: Partial<Reply> = {}): Reply => ({
  ...{ id: "s1", kind: "memberStory", title: "河边的早晨", text: "每天去。", name: "张三" },
  ...{ status: "published", publishedOn: "2026-05-20", photos: ["https://one"], part: "none" },
  may: { edit: false, withdraw: false, decide: false },
  ...fields,
});

const inside = (fields: Partial<Inside> = {}): Inside => ({
  ...{ revision: 2, writer: "李四", memberId: "m1", gridId: "g1", peopleChecked: true },
  consent: { how: "当面说好的", on: "2026-05-19" },
  ...{ stage: "ready", hidden: 0, lookAt: false, files: [] },
  ...fields,
});

const file = (state: Inside["files"][number]["state"], address = "https://one") => ({
  ...{ fileId: `cloud://${state}`, address, state },
});

test("a villager reads title, name, day, text and photos, and may hand it on", () => {
  const view = toView(story());
  assert.equal(view.about, "党员微故事\u00a0· 张三\u00a0· 2026年5月20日");
  assert.deepEqual(view.pictures, [{ src: "https://one", label: "第1张照片", note: "" }]);
  assert.deepEqual([view.tag, view.facts, view.withdraw, view.mayShare], [undefined, [], "", true]);
});

test("its writer is told of each photo why nobody else sees it, and how to go on", () => {
  const note = (state: Inside["files"][number]["state"]) =>
    toView(story({ status: "handedIn", part: "writer", inside: inside({ files: [file(state)] }) }))
      .pictures[0]?.note ?? "";
  assert.equal(note("pass"), "");
  assert.match(note("waiting"), /在检查/);
  assert.match(note("unasked"), /还没送去检查/);
  assert.match(note("risky"), /不能公开，只有您看得到/);
});

test("photos that could not be sent to the check are sent again by their writer", () => {
  const handedIn = (state: "unasked" | "waiting") =>
    toView(story({ status: "handedIn", part: "writer", inside: inside({ files: [file(state)] }) }))
      .maySendAgain;
  assert.deepEqual([handedIn("unasked"), handedIn("waiting")], [true, false]);
});

test("the committee reads who wrote it and how the person agreed, and what they have to look at", () => {
  const may = { edit: false, withdraw: true, decide: true };
  const view = toView(
    story({
      ...{ status: "handedIn", part: "committee", may, photos: [] },
      video: { address: "https://film", cover: "https://cover", seconds: 41.6 },
      inside: inside({ lookAt: true }),
    }),
  );
  assert.deepEqual(view.facts.slice(0, 2), [
    { name: "写的人", value: "李四" },
    { name: "本人同意", value: "5月19日，当面说好的" },
  ]);
  assert.match(view.lookAt, /视频我从头到尾看过/);
  assert.equal(view.film?.label, "视频，42秒");
});

test("the committee is told how many photos it is not shown, and why one of them may not decide", () => {
  const told = (fields: Partial<Inside>) =>
    toView(story({ status: "handedIn", part: "committee", inside: inside(fields) })).told;
  assert.equal(told({ hidden: 2 }), "还有2张照片在检查，没有给您看。");
  assert.equal(told({ hindrance: "要由另一位党委成员确认" }), "要由另一位党委成员确认。");
});

test("the person it is about is told before it is published that they can say no", () => {
  const may = { edit: false, withdraw: true, decide: false };
  const view = toView(story({ status: "handedIn", part: "subject", may }));
  assert.match(view.told, /您不愿意，现在就可以撤下/);
  assert.equal(view.withdraw, "我不同意了，撤下");
});

test("what was taken back says what stays of it", () => {
  const view = toView(story({ status: "withdrawn", part: "subject", title: "", text: "" }));
  assert.equal(view.title, "已经撤下的一篇");
  assert.match(view.told, /都删掉了/);
});

test("readers are a number for the committee alone", () => {
  const facts = (readers?: number) =>
    toView(
      story({ part: "committee", inside: inside(readers === undefined ? {} : { readers }) }),
    ).facts.map(({ name }) => name);
  assert(facts(3).includes("读过的人"));
  assert(!facts().includes("读过的人"));
});

test("the feed says whom a story is about, of when it is, and that there is a film", () => {
  const { rows } = feedView({
    rows: [
      {
        ...{ id: "s1", kind: "talent", title: "竹编", name: "李师傅", excerpt: "一辈子" },
        ...{ publishedOn: "2026-05-20", cover: "https://cover", seconds: 41.6 },
      },
    ],
    more: false,
  });
  assert.equal(rows[0]?.about, "乡村能人\u00a0· 李师傅\u00a0· 5月20日");
  assert.equal(rows[0]?.film, "视频 42秒");
});

test("a list says how each story stands, and what its writer has to do", () => {
  type Row = Api["listMyStories"]["output"]["rows"][number];
  const row = (fields: Partial<Row>) =>
    rowsView({
      rows: [
        {
          ...{ id: "s1", kind: "family", title: "晚饭", name: "老陈一家", writer: "李四" },
          ...{ status: "handedIn", stage: "ready", unasked: false, part: "writer" },
          savedOn: "2026-05-20",
          ...fields,
        },
      ],
      more: false,
    }).rows[0];
  assert.deepEqual([row({})?.tag.text, row({})?.next], ["等党委看", ""]);
  assert.match(row({ stage: "failed" })?.next ?? "", /拿掉它/);
  assert.match(row({ stage: "checking", unasked: true })?.next ?? "", /再送一次/);
  assert.equal(row({ status: "returned", reason: "写得太短" })?.next, "退回原因：写得太短");
  assert.match(row({ part: "subject" })?.about ?? "", /李四写您的/);
  assert.equal(row({ status: "draft", title: "" })?.title, "还没有题目");
});

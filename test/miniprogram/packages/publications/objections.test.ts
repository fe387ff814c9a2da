import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import {
  toggled,
  toView,
  upholdQuestion,
} from "../../../../miniprogram/packages/publications/answer/view.ts";
import {
  draftOf,
  forget,
  keep,
} from "../../../../miniprogram/packages/publications/object/draft.ts";
import {
  aboutOf,
  countText,
  doneView,
  lineView,
  rowView,
} from "../../../../miniprogram/packages/publications/object/view.ts";
import { objectionView } from "../../../../miniprogram/packages/publications/objection.ts";

type Row = Api["listObjections"]["output"]["rows"][number];
type Objection = Api["getObjection"]["output"];

const row: Row = {
  ...{ id: "o1", kind: "row", about: "2014年3月公示第5行", member: "王小明", by: "villager" },
  ...{ reason: "那天没有看到他", raisedOn: "2014-04-05", answerBy: "2014-04-20" },
  ...{ overdue: false, status: "open" },
};

test("an objection says who raised it in no more than a word, and by when it is answered", () => {
  const { by, status, when, answer } = objectionView(row);
  assert.deepEqual(
    [by, status, when, answer],
    ["一位村民", "等答复", "4月5日提出，4月20日前答复", ""],
  );
  assert.equal(objectionView({ ...row, by: "member" }).by, "一位党员");
  assert.equal(objectionView({ ...row, by: "self" }).by, "本人");
});

test("one that waits too long is marked, an answered one tells the outcome", () => {
  const late = objectionView({ ...row, overdue: true });
  assert.deepEqual([late.status, late.tone], ["超期未答复", "returned"]);
  const answered = {
    ...row,
    status: "answered",
    answer: "查过了",
    answeredOn: "2014-04-08",
  } as const;
  const upheld = objectionView({ ...answered, outcome: "upheld" });
  assert.deepEqual(
    [upheld.status, upheld.when, upheld.answer],
    ["成立", "4月5日提出，4月8日答复", "查过了"],
  );
  assert.equal(objectionView({ ...answered, outcome: "rejected" }).status, "不成立");
});

const line: Objection["lines"][number] = {
  ...{ entryId: "award-1", seq: 3, rule: "环境卫生", points: 200, occurredOn: "2014-03-05" },
  ...{ approvers: ["李四", "赵五"], why: "计2分。", reversible: true },
};

const objection = (changes: Partial<Objection> = {}): Objection => ({
  ...row,
  lines: [line, { ...line, entryId: "award-2", seq: 4, points: 300, reversible: false }],
  may: { answer: true },
  ...changes,
});

test("the committee reads who approved each line, and which can no longer be undone", () => {
  const { lines } = toView(objection(), ["award-1"]);
  assert.deepEqual(
    lines.map(({ title, about, points, fixed, chosen }) => [title, about, points, fixed, chosen]),
    [
      ["第3行 环境卫生", "3月5日，李四、赵五审核", "+2", "", true],
      ["第4行 环境卫生", "3月5日，李四、赵五审核", "+3", "这一行不能再撤销", false],
    ],
  );
});

test("a tap chooses a line to be undone, another lets it be", () => {
  assert.deepEqual(toggled([], "a"), ["a"]);
  assert.deepEqual(toggled(["a", "b"], "a"), ["b"]);
});

test("before an objection is upheld the question says what changes", () => {
  const question = (chosen: readonly string[], reply = objection()) =>
    upholdQuestion(toView(reply, chosen), reply);
  assert.equal(question([]), "没有选要撤销的行：只答复，积分不变。");
  assert.match(question(["award-1"]), /^撤销王小明的1行，减2分。/);
  const deduction = objection({ lines: [{ ...line, points: -100 }] });
  assert.match(question(["award-1"], deduction), /加回1分/);
});

test("who may not answer reads why, and of an answered one who did", () => {
  const closed = (changes: Partial<Objection>) => toView(objection(changes), []).closed;
  const hindrance = "不能处理对自己经办事项的异议";
  assert.equal(
    closed({ may: { answer: false, hindrance } }),
    "不能处理对自己经办事项的异议，请另一位党委成员答复。",
  );
  const answered = { status: "answered", may: { answer: false } } as const;
  assert.equal(closed({ ...answered, answeredBy: "李四" }), "由李四答复");
  assert.equal(closed({}), "");
});

const storage = new Map<string, unknown>();
beforeEach(() => {
  storage.clear();
  Object.assign(globalThis, {
    wx: {
      getStorageSync: (key: string) => storage.get(key) ?? "",
      setStorageSync: (key: string, value: unknown) => storage.set(key, value),
      removeStorageSync: (key: string) => storage.delete(key),
    },
  });
});

test("what is written stays on the phone under the same id until it is sent", () => {
  const about = { kind: "row", publicationId: "v-2014-m03", order: 5 } as const;
  const begun = draftOf(about);
  assert.equal(begun.reason, "");
  keep(about, { ...begun, reason: "那天" });
  assert.deepEqual(draftOf(about), { objectionId: begun.objectionId, reason: "那天" });
  assert.equal(draftOf({ ...about, order: 6 }).reason, "");
  forget(about);
  assert.notEqual(draftOf(about).objectionId, begun.objectionId);
});

test("a link names a published row or a line of one's own", () => {
  assert.deepEqual(aboutOf({ publicationId: "v-2014-m03", order: "5" }), {
    ...{ kind: "row", publicationId: "v-2014-m03", order: 5 },
  });
  assert.deepEqual(aboutOf({ entryId: "award-1", seq: "3", year: "2014" }), {
    ...{ kind: "line", entryId: "award-1" },
  });
  assert.equal(aboutOf({}), undefined);
});

const publication = {
  ...{ title: "2014年3月", status: "open", objectionsUntil: "2014-04-10" },
  rows: [{ name: "王小明", branch: "第一党支部", grid: "第一网格", score: 300 }],
} as unknown as Api["getPublication"]["output"];

test("the form shows what is objected to, or that it is too late", () => {
  const view = rowView(publication);
  assert.deepEqual(view.kind === "ready" && [view.title, view.name, view.points], [
    "2014年3月公示",
    "王小明",
    "3",
  ]);
  const late = rowView({ ...publication, status: "final" });
  assert.deepEqual(late, {
    kind: "closed",
    sentence: "公示期到2014年4月10日为止，已经过了，不能再提异议。",
  });
  assert.equal(rowView({ ...publication, rows: [] }).kind, "closed");
});

test("who objects to a line of their own is told that the committee knows it", () => {
  const entry = {
    seq: 3,
    rule: "环境卫生",
    points: 200,
    occurredOn: "2014-03-05",
    approver: "李四",
  };
  const passbook = { year: 2014, entries: [entry] } as unknown as Api["getPassbook"]["output"];
  const view = lineView(passbook);
  assert.deepEqual(view.kind === "ready" && [view.title, view.name, view.points, view.told], [
    "2014年一本通第3行",
    "环境卫生",
    "+2",
    "只有党委看得到，他们知道是您本人提的。",
  ]);
});

test("after sending it says by when the answer comes, and where", () => {
  assert.equal(
    doneView({ answerBy: "2014-04-20" }).sentence,
    "党委会在2014年4月20日前答复，答复在“我的异议”里看。",
  );
  assert.equal(countText("那天"), "2/500");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../../core/api.ts";
import { localViews, toView } from "../../../../../miniprogram/packages/member/submissions/view.ts";
import { aDraft } from "../../../services/support.ts";
import { aRow } from "../../submissions.ts";

type Row = Api["listMySubmissions"]["output"]["rows"][number];

function rowOf(fields: Partial<Row>) {
  const [row] = toView([], [aRow(fields)], false).rows;
  assert(row);
  return row;
}

test("a submission says in words how it stands, and what an approved one brought", () => {
  const statusOf = (fields: Partial<Row>) => rowOf(fields).status;
  assert.equal(statusOf({ status: "pending" }), "○ 等审核");
  assert.equal(statusOf({ status: "approved", points: 250 }), "✓ 已通过 +2.5分");
  assert.equal(statusOf({ status: "returned", reason: "太简单" }), "! 已退回");
  assert.equal(statusOf({ status: "withdrawn" }), "— 已撤回");
});

test("a row names its day and its photos, and a returned one its reason", () => {
  assert.equal(rowOf({}).about, "3月5日 · 2张照片");
  assert.equal(rowOf({ photos: 0 }).about, "3月5日");
  assert.equal(rowOf({}).reason, "");
  assert.equal(rowOf({ status: "returned", reason: "太简单" }).reason, "退回原因：太简单");
});

test("what is still on the phone is shown with what the person can do, refusals first", () => {
  const local = localViews([
    aDraft({ submissionId: "w", state: "writing", ruleId: "", ruleTitle: "", text: "" }),
    aDraft({ submissionId: "o", state: "waiting" }),
    aDraft({
      submissionId: "r",
      state: "refused",
      message: "日期还没到",
      operation: "resubmitDuty",
    }),
  ]);
  assert.deepEqual(
    local.map(({ status, action }) => [status, action]),
    [
      ["! 没有交上去：日期还没到", "去修改"],
      ["○ 有信号时自动发送", "改一改"],
      ["— 没写完，还没交", "继续写"],
    ],
  );
  assert.deepEqual(
    local.map(({ address }) => address.split("?")[1]),
    ["submissionId=r&resubmit=1", "submissionId=o", "submissionId=w"],
  );
  assert.equal(local[2]?.rule, "还没选哪一类");
  assert.equal(local[2]?.text, "还没写内容");
});

test("what one is still to confirm stands above, and not a second time below", () => {
  const ours = aRow({ id: "s9", member: "李四", part: "participant", asked: true });
  const view = toView([ours], [ours, aRow()], false);
  assert.equal(view.askedTitle, "有1件事请您确认");
  assert.deepEqual(
    [view.asked.map(({ id }) => id), view.rows.map(({ id }) => id)],
    [["s9"], ["s1"]],
  );
});

test("whose it is and who wrote it is said where that is not oneself", () => {
  assert.equal(rowOf({}).whose, "");
  assert.equal(rowOf({ recorder: "王五" }).whose, "王五替您报的");
  assert.equal(rowOf({ part: "recorder", recorder: "我" }).whose, "替张三报的");
  assert.equal(rowOf({ part: "participant" }).whose, "张三报的，写了您一起参加");
});

test("an approved one that brought the reader no line shows no points", () => {
  assert.equal(rowOf({ status: "approved", part: "participant" }).status, "✓ 已通过");
});

test("an honour is known by its title where nothing else was written", () => {
  assert.equal(rowOf({ text: "", honour: "优秀共产党员" }).text, "优秀共产党员");
});

test("a draft on the phone says for whom it is", () => {
  const behalf = { memberId: "v-m9", name: "赵六", consent: "" };
  assert.equal(localViews([aDraft({ behalf })])[0]?.whose, "替赵六报的");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { toView } from "../../../../../miniprogram/packages/review/queue/view.ts";
import { aRow } from "../../submissions.ts";

const claim = {
  id: "c1",
  member: "张三",
  post: "环境卫生工作岗",
  grid: "第1网格",
  speciality: "会开船",
  claimedOn: "2014-03-01",
};

const row = aRow({ photos: 3 });

test("a claim says who wants what, where, since when, and what they are good at", () => {
  assert.deepEqual(toView([claim], [], false).claims, [
    {
      id: "c1",
      member: "张三",
      wish: "认领环境卫生工作岗",
      grid: "第1网格",
      about: "3月1日提出",
      speciality: "特长：会开船",
    },
  ]);
  assert.equal(toView([{ ...claim, speciality: "" }], [], false).claims[0]?.speciality, "");
});

test("a submission keeps its place in the queue and says how much there is to look at", () => {
  const { rows } = toView([], [row, { ...row, id: "s2", photos: 0 }], true);
  assert.deepEqual(
    rows.map(({ id, about }) => [id, about]),
    [
      ["s1", "3月5日 · 3张照片"],
      ["s2", "3月5日"],
    ],
  );
});

test("a submission written down for another names who wrote it", () => {
  const { rows } = toView([], [{ ...row, recorder: "王五" }], false);
  assert.equal(rows[0]?.about, "3月5日 · 3张照片 · 王五代录");
});

test("the queue is empty only when neither claims nor submissions wait", () => {
  assert.equal(toView([], [], false).empty, true);
  assert.equal(toView([claim], [], false).empty, false);
  assert.equal(toView([], [row], false).empty, false);
});

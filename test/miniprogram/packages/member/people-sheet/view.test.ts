import assert from "node:assert/strict";
import { test } from "node:test";
import { peopleView } from "../../../../../miniprogram/packages/member/people-sheet/view.ts";

const people = [
  { memberId: "m1", name: "张三", branch: "第一党支部" },
  { memberId: "m2", name: "李四", branch: "第一党支部" },
  { memberId: "m3", name: "张五", branch: "第二党支部" },
];

const names = (typed: string, without = "") =>
  peopleView(people, typed, ["m2"], without).map(({ name, chosen }) => [name, chosen]);

test("everybody is listed until something is typed; who was chosen is ticked", () => {
  assert.deepEqual(names(""), [
    ["张三", false],
    ["李四", true],
    ["张五", false],
  ]);
});

test("a part of the name or of the branch's is enough", () => {
  assert.deepEqual(names(" 张 ").length, 2);
  assert.deepEqual(names("第二"), [["张五", false]]);
  assert.deepEqual(names("王"), []);
});

test("the member whose submission it is takes part anyway", () => {
  assert.deepEqual(names("张", "m1"), [["张五", false]]);
});

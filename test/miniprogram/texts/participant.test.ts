import assert from "node:assert/strict";
import { test } from "node:test";
import { participantText } from "../../../miniprogram/texts/participant.ts";

const one = (fields: object) =>
  participantText({ memberId: "m1", name: "张三", answer: "yes", ...fields });

test("somebody who took part is shown with what they got, or why not, or what they say", () => {
  assert.equal(one({ points: 250 }), "+2.5分");
  assert.equal(one({ points: 0 }), "0分");
  assert.equal(one({ refused: "已经计过了" }), "没有记分：已经计过了");
  assert.equal(one({}), "说参加了");
  assert.equal(one({ answer: "asked" }), "还没答复");
  assert.equal(one({ answer: "no" }), "说没有参加");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../core/api.ts";
import { forVisitor, toView } from "../../../miniprogram/pages/me/view.ts";

type Reply = Api["getMe"]["output"];

const me = (fields: Partial<Reply> = {}): Reply => ({
  ...{ memberId: "tangjiao-m1", name: "张桂英", branch: "第二党支部" },
  ...{ grid: "第一网格", hamlet: "下徐", roles: ["member"] },
  ...{ allowed: { toReview: 3, decided: 0 } },
  ...fields,
});

test("roles are told in Chinese, all of them", () => {
  const { roles } = toView(me({ roles: ["member", "gridStaff", "secretary", "committee"] }));
  assert.equal(roles, "党员\u00a0· 网格员\u00a0· 支部书记\u00a0· 党委委员");
});

test("secretaries and the committee find the review queue, others do not", () => {
  assert.equal(toView(me({ roles: ["member", "secretary"] })).reviews, true);
  assert.equal(toView(me({ roles: ["member", "committee"] })).reviews, true);
  assert.equal(toView(me({ roles: ["member", "gridStaff"] })).reviews, false);
});

test("the committee finds its desk, others do not", () => {
  assert.equal(toView(me({ roles: ["member", "committee"] })).committee, true);
  assert.equal(toView(me({ roles: ["member", "secretary"] })).committee, false);
});

test("a member is offered notices of decisions only; a reviewer also those of new submissions", () => {
  const kindsOf = (reply: Reply) => toView(reply).notices.map(({ kind }) => kind);
  assert.deepEqual(kindsOf(me()), ["decided"]);
  assert.deepEqual(kindsOf(me({ roles: ["member", "secretary"] })), ["decided", "toReview"]);
});

test("how many notices may still come is told in words", () => {
  const lefts = toView(me({ roles: ["member", "secretary"] })).notices.map(({ left }) => left);
  assert.deepEqual(lefts, ["还没有允许", "还能收到3次"]);
});

test("somebody without account is invited to sign in, not shown an error", () => {
  const failure = { kind: "failed", sentence: "请先用邀请码登录", traceId: "" } as const;
  assert.deepEqual(forVisitor({ ...failure, code: "not_signed_in" }), { kind: "visitor" });
  assert.equal(forVisitor({ ...failure, code: "internal" }).kind, "failed");
});

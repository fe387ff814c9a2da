import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../core/api.ts";
import { shareCard, toView } from "../../../miniprogram/pages/home/view.ts";

type Reply = Api["getHome"]["output"];
type Me = NonNullable<Reply["me"]>;

const village: Reply["village"] = {
  ...{ name: "汤角村", town: "仙降街道", year: 2014, members: 114 },
  ...{ total: 318_200, totalYearBefore: 131_800 },
};

const me = (fields: Partial<Me> = {}): Me => ({
  ...{ name: "张桂英", branch: "第二党支部", grid: "第一网格", roles: ["member"] },
  ...{ points: 1250, returned: 0, pending: 0, asked: 0, toReview: 0, posts: [] },
  ...fields,
});

const titles = (fields: Partial<Me>) =>
  toView({ village, me: me(fields) }).me?.waiting.map(({ title }) => title);

test("everybody sees the village's points of this year and of the year before", () => {
  const { year, total, yearBefore, totalBefore } = toView({ village }).village;
  assert.deepEqual([year, total, yearBefore, totalBefore], ["2014年", "3,182", "2013年", "1,318"]);
});

test("a village in its first year shows no year before", () => {
  const { totalYearBefore: _, ...first } = village;
  assert.equal(toView({ village: first }).village.totalBefore, "");
});

test("a villager without account sees nothing of a member", () => {
  assert.equal("me" in toView({ village }), false);
});

test("a member sees their own points, branch and grid", () => {
  const view = toView({ village, me: me() }).me;
  assert.equal(view?.points, "12.5");
  assert.equal(view?.place, "第二党支部\u00a0· 第一网格");
});

test("what came back stands first, then what waits for one's review, then one's own that waits", () => {
  assert.deepEqual(titles({ returned: 1, pending: 2, toReview: 3 }), [
    "退回给我的申报",
    "等我审核",
    "我交的，还没审核",
  ]);
});

test("the next meeting stands above all, with its day and time", () => {
  const next = { id: "a1", title: "支部党员大会", startsAt: "2014-03-06T11:00:00.000Z" };
  const view = toView({ village, me: me({ returned: 1 }), next: { ...next, today: "2014-03-05" } });
  assert.deepEqual(
    view.me?.waiting.map(({ title }) => title),
    ["明天19:00 支部党员大会", "退回给我的申报"],
  );
});

test("what one is to confirm stands before everything else", () => {
  assert.deepEqual(titles({ asked: 2, returned: 1 }), ["有2件事请您确认", "退回给我的申报"]);
});

test("grid staff can write for others, nobody else", () => {
  const writes = (roles: Me["roles"]) => toView({ village, me: me({ roles }) }).me?.writesForOthers;
  assert.deepEqual(
    [writes(["member", "gridStaff"]), writes(["member", "committee"])],
    [true, false],
  );
});

test("nothing is listed as waiting when nothing waits", () => {
  assert.deepEqual(titles({}), []);
});

test("only what the person has to do stands out; what waits for others is just told", () => {
  const waiting = toView({ village, me: me({ returned: 1, pending: 2 }) }).me?.waiting ?? [];
  assert.deepEqual(
    waiting.map(({ count, value }) => [count, value]),
    [
      [1, ""],
      [0, "2件"],
    ],
  );
});

test("each of my posts is one tap from the form of its rule", () => {
  const posts = [{ post: "环境卫生", ruleId: "cleanup", points: 200 }];
  assert.deepEqual(toView({ village, me: me({ posts }) }).me?.quick, [
    {
      url: "/packages/member/submit/index?ruleId=cleanup",
      title: "环境卫生",
      note: "每次2分",
    },
  ]);
});

test("the shared card opens the same village", () => {
  const card = shareCard(toView({ village }), "tangjiao");
  assert.deepEqual(card, { title: "汤角村一本通", path: "/pages/home/index?village=tangjiao" });
});

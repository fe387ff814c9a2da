import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import {
  codeText,
  toView as memberView,
  rolesAfter,
} from "../../../../miniprogram/packages/committee/member/view.ts";
import { targetOf, toView } from "../../../../miniprogram/packages/committee/members/view.ts";

type Member = Api["getMember"]["output"];

const member = (fields: Partial<Member> = {}): Member => ({
  ...{ memberId: "v-m4", ordinal: 4, name: "张三", branch: "第一党支部", grid: "第一网格" },
  ...{ hamlet: "东浜", roles: ["member", "gridStaff"], signedIn: true, own: false, classId: "" },
  classes: [
    { id: "village", title: "在村党员" },
    { id: "away", title: "外出党员" },
  ],
  kinds: [
    { id: "age", title: "年满70周岁", categories: ["组织生活"], appraised: true },
    { id: "ill", title: "生病", categories: ["组织生活", "负面清单"], appraised: false },
  ],
  exemptions: [],
  ...{ year: 2026, today: "2026-05-20", expectations: [] },
  ...fields,
});

test("a row says number, branch and class, and the offices beside the name", () => {
  const row = {
    ...{ memberId: "v-m4", ordinal: 4, name: "张三", branchId: "v-b1", branch: "第一党支部" },
    ...{ class: "在村党员", roles: ["member" as const, "secretary" as const], signedIn: false },
  };
  assert.deepEqual(toView({ rows: [row], more: true }).rows, [
    {
      ...{ id: "v-m4", name: "张三", roles: "支部书记", signedIn: false },
      about: "4号\u00a0· 第一党支部\u00a0· 在村党员",
    },
  ]);
});

test("the same list leads to what the member is looked for", () => {
  assert.deepEqual(
    ["", "decide", "correct", "nowhere"].map((to) => targetOf(to).page),
    ["member", "decide", "correct", "member"],
  );
});

test("an office is given or taken alone; the others stay", () => {
  const view = memberView(member({ roles: ["member", "gridStaff", "secretary"] }));
  assert.deepEqual(rolesAfter(view, "committee"), ["gridStaff", "secretary", "committee"]);
  assert.deepEqual(rolesAfter(view, "secretary"), ["gridStaff"]);
  assert.equal(view.offices[1]?.question, "张三不再是支部书记？");
  assert.equal(view.offices[2]?.question, "请张三当党委委员？");
});

test("a class that the rulebook no longer has shows as none", () => {
  assert.deepEqual(
    ["", "away", "gone"].map((classId) => memberView(member({ classId })).class),
    ["没有分类", "外出党员", "没有分类"],
  );
});

test("what is expected stands period by period: enough, missing, to come", () => {
  const quarter = { title: "参加组织生活", points: 0, ahead: false, over: false, met: false };
  const view = memberView(
    member({
      expectations: [
        { ...quarter, months: ["01", "02", "03"], times: 3, met: true, over: true },
        { ...quarter, months: ["04", "05", "06"], times: 1 },
        { ...quarter, months: ["07", "08", "09"], times: 0, ahead: true },
        { ...quarter, title: "思想汇报", months: ["03"], times: 0, over: true },
      ],
    }),
  );
  assert.deepEqual(
    view.expectations.map(({ title, periods }) => [
      title,
      periods.map(({ period, text, tone }) => [period, text, tone]),
    ]),
    [
      [
        "参加组织生活",
        [
          ["1月到3月", "3次，够了", "good"],
          ["4月到6月", "1次，还差", "waiting"],
          ["7月到9月", "还没到", "quiet"],
        ],
      ],
      ["思想汇报", [["3月", "0次，没够", "waiting"]]],
    ],
  );
});

test("an exemption says what it excuses from", () => {
  assert.deepEqual(
    memberView(member()).kinds.map(({ meaning }) => meaning),
    ["“组织生活”不扣分", "“组织生活”“负面清单”不扣分，不评等次"],
  );
});

test("a code is written in two halves, easier to read out", () => {
  assert.equal(codeText("ABCD2345"), "ABCD 2345");
});

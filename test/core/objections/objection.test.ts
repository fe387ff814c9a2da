import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Answer,
  answered,
  concernedBy,
  isLineOpen,
  isObjector,
  isOverdue,
  isSame,
  type Objection,
} from "../../../core/objections/objection.ts";
import { bookOf } from "../publications/support.ts";
import { committee, expectRefusal, member, noon, person } from "../support.ts";

const { account, lines } = bookOf("王小明", 1, [
  ["cleanup", "2026-01-05"],
  ["mediation", "2026-01-06"],
  ["honour", "2026-02-05"],
]);

const objection = (changes: Partial<Objection> = {}): Objection =>
  ({
    ...{ id: "o1", villageId: "v", openid: "oVillager", objectorId: "" },
    about: { kind: "row", publicationId: "v-2026-m01", order: 3, title: "2026年1月" },
    subject: {
      ...{ memberId: account.memberId, memberName: "王小明", shownName: "王**" },
      ...{ accountId: account.id, year: 2026, from: "2026-01-01", until: "2026-01-31" },
    },
    ...{ reason: "那天没有看到他", raisedAt: noon, answerBy: "2026-06-04", status: "open" },
    ...changes,
  }) as Objection;

const january = concernedBy(objection(), lines);
const rejected: Answer = { outcome: "rejected", answer: "有签到和照片", reverse: [] };

test("an objection to a row concerns all lines that count in its period, one to a line that line", () => {
  assert.deepEqual(
    january.map(({ seq }) => seq),
    [1, 2],
  );
  const about = { kind: "line", entryId: lines[2]?.id ?? "", seq: 3, rule: "荣誉" } as const;
  assert.deepEqual(concernedBy(objection({ about }), lines), [lines[2]]);
});

test("the committee answers once, with its reason", () => {
  const decided = answered(objection(), rejected, committee, january, noon);
  assert.deepEqual(
    [decided.outcome, decided.answer, decided.answeredBy.id, decided.reversed],
    ["rejected", "有签到和照片", "committee", []],
  );
  expectRefusal("objection_answered", () => answered(decided, rejected, committee, january, noon));
});

test("nobody answers about their own points", () => {
  const subject = { ...committee, id: account.memberId };
  expectRefusal("own_entry", () => answered(objection(), rejected, subject, january, noon));
});

test("nobody answers an objection to lines that they approved, be it one of many", () => {
  const approver = { ...committee, id: "secretary" };
  expectRefusal("own_approval", () => answered(objection(), rejected, approver, january, noon));
  expectRefusal("own_approval", () =>
    answered(objection(), rejected, approver, january.slice(0, 1), noon),
  );
});

test("who approved other lines of that member, in other months, may answer", () => {
  const [first, second] = january;
  const others = [first, second].flatMap((line) =>
    line ? [{ ...line, approvers: [{ id: "another", name: "某某" }] }] : [],
  );
  const approver = { ...committee, id: "secretary" };
  assert.equal(answered(objection(), rejected, approver, others, noon).status, "answered");
});

test("whoever raised an objection does not answer it, though of the committee", () => {
  const own = objection({ openid: committee.openid });
  expectRefusal("same_person", () => answered(own, rejected, committee, january, noon));
});

test("a committee of another village finds nothing", () => {
  const foreign = { ...committee, villageId: "w" };
  expectRefusal("not_found", () => answered(objection(), rejected, foreign, january, noon));
});

test("only lines that it concerns can be undone", () => {
  const upheld = (line: number): Answer => ({
    ...{ outcome: "upheld", answer: "记错了" },
    reverse: [lines[line]?.id ?? ""],
  });
  const decided = answered(objection(), upheld(1), committee, january, noon);
  assert.deepEqual(decided.reversed, [lines[1]?.id]);
  expectRefusal("not_found", () => answered(objection(), upheld(2), committee, january, noon));
});

test("an answer is overdue from the day after its last, until it is given", () => {
  assert.equal(isOverdue(objection(), "2026-06-04"), false);
  assert.equal(isOverdue(objection(), "2026-06-05"), true);
  const decided = answered(objection(), rejected, committee, january, noon);
  assert.equal(isOverdue(decided, "2026-07-01"), false);
});

test("the objector is known by WeChat alone; who has no openid is nobody's objector", () => {
  assert.equal(isObjector(objection(), { openid: "oVillager" }), true);
  assert.equal(isObjector(objection(), member), false);
  assert.equal(isObjector(objection({ openid: "" }), person({ openid: "" })), false);
});

test("the same objection sent again is known; another reason, row or person makes it another", () => {
  const sent = {
    openid: "oVillager",
    about: { kind: "row", publicationId: "v-2026-m01", order: 3 } as const,
    reason: "那天没有看到他",
  };
  assert.equal(isSame(objection(), sent), true);
  assert.equal(isSame(objection(), { ...sent, reason: "另一件事" }), false);
  assert.equal(isSame(objection(), { ...sent, openid: "oOther" }), false);
  assert.equal(isSame(objection(), { ...sent, about: { ...sent.about, order: 4 } }), false);
  const line = { kind: "line", entryId: "award-1" } as const;
  assert.equal(isSame(objection(), { ...sent, about: line }), false);
});

test("a line is open until it is listed, and then as long as one of its publications is", () => {
  const january = { from: "2026-01-01", until: "2026-01-31", objectionsUntil: "2026-02-08" };
  const quarter = { from: "2026-01-01", until: "2026-03-31", objectionsUntil: "2026-04-08" };
  const line = { countsOn: "2026-01-05" };
  assert.equal(isLineOpen(line, [], "2026-12-31"), true);
  assert.equal(isLineOpen(line, [january], "2026-02-08"), true);
  assert.equal(isLineOpen(line, [january], "2026-02-09"), false);
  assert.equal(isLineOpen(line, [january, quarter], "2026-04-08"), true);
  assert.equal(isLineOpen({ countsOn: "2026-02-05" }, [january], "2026-06-01"), true);
});

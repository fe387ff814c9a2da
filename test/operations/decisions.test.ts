import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDays } from "../../core/kernel/time.ts";
import { profileB } from "../../core/rulebook/profileB.ts";
import { everything } from "../support/everything.ts";
import {
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/** 党委记分, classes and exemptions through the bundled function: profile B has deductions and a veto. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "deeds", thisYear, profileB);
  const { ask, memberId } = village;
  await ask("founder", "appoint", {
    memberId: memberId("staff"),
    roles: ["gridStaff", "committee"],
  });
});
after(() => cloud.close());

const labour = (decisionId: string, whose: string) => ({
  ...{ decisionId, memberId: village.memberId(whose), ruleId: "missed", gradeId: "labour" },
  ...{ occurredOn: today, reason: "没有来修堤" },
});
const confirm = (decisionId: string) => ({ decision: "confirm" as const, decisionId });

test("the form names the rules of the day, deductions and vetoes among them", async () => {
  const form = await village.ask("founder", "getDecisionForm", {
    memberId: village.memberId("anna"),
  });
  assert.deepEqual([form.member, form.branch, form.own], ["anna", "第一党支部", false]);
  assert.deepEqual(
    form.rules.slice(-2).map(({ title, category, veto }) => [title, category, veto]),
    [
      ["应做未做", "负面清单", undefined],
      ["受党纪政纪处分", "负面清单", "不合格"],
    ],
  );
});

test("a proposal counts nothing, and says what it would count", async () => {
  const { ask } = village;
  await ask("founder", "allowNotices", { kinds: ["decided"] });
  await ask("deputy", "allowNotices", { kinds: ["toReview"] });
  assert.deepEqual(await ask("founder", "proposeDecision", labour("d1", "anna")), {
    status: "proposed",
  });
  assert.equal((await ask("anna", "getPassbook", {})).balance, 0);
  const shown = await ask("deputy", "getDecision", { decisionId: "d1" });
  assert.equal(shown.counts?.points, -200);
  assert.match(
    shown.counts?.sentence ?? "",
    /第六条“应做未做”，不参加义务劳动一次，扣2分。原因：没有来修堤。/,
  );
  assert.deepEqual(shown.may, { confirm: true, withdraw: false });
  assert.equal((await ask("deputy", "getDesk", {})).decisions, 1);
  assert.equal((await ask("founder", "getDesk", {})).decisions, 0, "not one's own");
});

test("sent again, it answers as the first time and adds nothing", async () => {
  const was = await everything(cloud.cloud);
  assert.deepEqual(await village.ask("founder", "proposeDecision", labour("d1", "anna")), {
    status: "proposed",
  });
  assert.deepEqual(await everything(cloud.cloud), was);
});

test("confirmed, the member's passbook shows the line, why, and both names", async () => {
  const { ask } = village;
  assert.deepEqual(await ask("deputy", "confirmDecision", confirm("d1")), {
    ...{ status: "confirmed", points: -200 },
  });
  const { entries } = await ask("anna", "getPassbook", {});
  assert.deepEqual(
    entries.map(({ id, points, approver }) => [id, points, approver]),
    [["award-decision.d1", -200, "发起人、deputy"]],
  );
  assert.match(entries[0]?.why ?? "", /原因：没有来修堤。/);
  const shown = await ask("founder", "getDecision", { decisionId: "d1" });
  assert.deepEqual([shown.status, shown.decidedBy, shown.reversed], ["confirmed", "deputy", false]);
  assert.equal(shown.counts?.points, -200);
});

test("the committee was told what waits, and the proposer what became of it", () => {
  const sent = cloud.cloud
    .outbox()
    .filter(({ api }) => api === "subscribeMessage.send")
    .map(({ data }) => [data.touser, data.page]);
  const page = "packages/committee/decision/index?decisionId=d1";
  assert.deepEqual(sent, [
    [village.openid("deputy"), page],
    [village.openid("founder"), page],
  ]);
});

test("two who confirm at once leave one line, and one success", async () => {
  const { ask, raw } = village;
  await ask("founder", "proposeDecision", labour("race", "ben"));
  const replies = await Promise.all(
    ["deputy", "staff", "deputy", "staff"].map((by) => raw(by, "confirmDecision", confirm("race"))),
  );
  assert.equal(replies.filter((reply) => reply.ok).length, 1);
  assert.deepEqual(
    [...new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.code])))],
    ["decision_made"],
  );
  assert.equal((await ask("ben", "getPassbook", {})).entries.length, 1);
});

test("one that is rejected or taken back counts nothing", async () => {
  const { ask } = village;
  await ask("founder", "proposeDecision", labour("no", "far"));
  const rejection = { decision: "reject", decisionId: "no", reason: "当天请过假" } as const;
  assert.deepEqual(await ask("deputy", "confirmDecision", rejection), {
    ...{ status: "rejected", points: 0 },
  });
  const shown = await ask("founder", "getDecision", { decisionId: "no" });
  assert.deepEqual([shown.rejection, shown.counts], ["当天请过假", undefined]);
  await ask("founder", "proposeDecision", labour("back", "far"));
  await ask("founder", "withdrawDecision", { decisionId: "back" });
  assert.deepEqual((await ask("far", "getPassbook", {})).entries, []);
});

test("a veto decides the band, whatever the points", async () => {
  const { ask } = village;
  const veto = { ...labour("veto", "late"), ruleId: "veto", gradeId: "veto", reason: "受到处分" };
  await ask("founder", "proposeDecision", veto);
  const shown = await ask("deputy", "getDecision", { decisionId: "veto" });
  assert.deepEqual([shown.isVeto, shown.veto, shown.counts?.points], [true, "不合格", 0]);
  await ask("deputy", "confirmDecision", confirm("veto"));
  const { result } = await ask("founder", "getPassbook", { memberId: village.memberId("late") });
  assert.deepEqual([result?.band, result?.vetoedBy], ["不合格", "受党纪政纪处分"]);
});

test("the open ones stand first, then the newest", async () => {
  const { ask } = village;
  await ask("founder", "proposeDecision", labour("open", "far"));
  await ask("founder", "proposeDecision", labour("later", "far"));
  await ask("founder", "withdrawDecision", { decisionId: "later" });
  const { rows } = await ask("deputy", "listDecisions", {});
  assert.deepEqual(
    rows.map(({ id, status, waits }) => [id, status, waits]),
    [
      ["open", "proposed", true],
      ["later", "withdrawn", false],
      ["veto", "confirmed", false],
      ["back", "withdrawn", false],
      ["no", "rejected", false],
      ["race", "confirmed", false],
      ["d1", "confirmed", false],
    ],
  );
});

test("a class and an exemption stand on the member and in the booklet, seen by the committee alone", async () => {
  const { ask, memberId } = village;
  await ask("founder", "setMemberClass", { memberId: memberId("far"), classId: "village" });
  const ill = { exemptionId: "ill", from: addDays(today, -9), until: addDays(today, 9) };
  await ask("founder", "grantExemption", { memberId: memberId("far"), ...ill });
  const shown = await ask("deputy", "getMember", { memberId: memberId("far") });
  assert.deepEqual([shown.classId, shown.own], ["village", false]);
  assert.deepEqual(shown.exemptions, [{ ...ill, title: "因病丧失行动能力", over: false }]);
  const { rows } = await ask("deputy", "listMembers", { search: "far" });
  assert.deepEqual(
    rows.map((row) => [row.name, row.class]),
    [["far", "在村党员"]],
  );
  const { members = [], accounts = [] } = await everything(cloud.cloud);
  for (const doc of [
    members.find(({ _id }) => _id === memberId("far")),
    accounts.find(({ _id }) => _id === `${memberId("far")}_${thisYear}`),
  ]) {
    const { exemptionId: id, ...days } = ill;
    assert.deepEqual([doc?.classId, doc?.exemptions], ["village", [{ id, ...days }]]);
  }
  const me = JSON.stringify(await ask("far", "getMe", {}));
  assert.doesNotMatch(me, /village|ill|class|exempt/);
});

test("what the rulebook refuses is said before it is confirmed, and records nothing", async () => {
  const { ask, raw } = village;
  const shown = await ask("deputy", "getDecision", { decisionId: "open" });
  assert.equal(shown.hindrance, "这名党员在那一天免于考核");
  assert.equal(shown.counts, undefined);
  const reply = await raw("deputy", "confirmDecision", confirm("open"));
  assert.equal(reply.ok || reply.code, "exempted");
  assert.equal((await ask("deputy", "getDecision", { decisionId: "open" })).status, "proposed");
});

test("an exemption that is ended no longer excuses from today on", async () => {
  const { ask, memberId } = village;
  const from = addDays(today, -9);
  const ended = { memberId: memberId("far"), exemptionId: "ill", from };
  await ask("founder", "endExemption", ended);
  await ask("founder", "endExemption", ended);
  const { exemptions } = await ask("deputy", "getMember", { memberId: memberId("far") });
  assert.deepEqual(
    exemptions.map(({ until, over }) => [until, over]),
    [[addDays(today, -1), true]],
  );
  assert.equal((await ask("deputy", "confirmDecision", confirm("open"))).points, -200);
});

test("what a class is expected to do is shown with what was done", async () => {
  const { ask, memberId } = village;
  const attended = { ruleId: "meeting", gradeId: "normal", reason: "参加了支部大会" };
  await ask("founder", "proposeDecision", { ...labour("came", "far"), ...attended });
  await ask("deputy", "confirmDecision", confirm("came"));
  const { expectations } = await ask("deputy", "getMember", { memberId: memberId("far") });
  assert.equal(expectations.length, 8, "two things in four quarters");
  const running = expectations.filter(({ ahead, over }) => !ahead && !over);
  assert.deepEqual(
    running.map(({ title, times, met }) => [title, times, met]),
    [
      ["参加组织生活", 1, false],
      ["岗位履职", 0, false],
    ],
  );
});

test("members are found by a piece of their name and by their booklet's number, page by page", async () => {
  const { ask } = village;
  const found = async (search: string) =>
    (await ask("founder", "listMembers", { search })).rows.map(({ name }) => name);
  assert.deepEqual(await found("e"), ["deputy", "chief", "ben", "other", "late"]);
  assert.deepEqual(await found("4"), ["anna"]);
  assert.deepEqual(await found("nobody"), []);
  const [first] = (await ask("founder", "listMembers", {})).rows;
  assert.deepEqual([first?.name, first?.branch, first?.signedIn], ["发起人", "第一党支部", true]);
});

test("every account that was decided about is sound", async () => {
  for (const name of ["anna", "ben", "far", "late"]) {
    const memberId = village.memberId(name);
    const { intact } = await village.ask("anna", "verifyAccount", { memberId, year: thisYear });
    assert.equal(intact, true, name);
  }
});

test("the settings can be read with the year that would be opened next", async () => {
  const settings = await village.ask("founder", "getSettings", {});
  assert.deepEqual(settings, {
    ...{ boardNames: "full", boardRanked: true, objectionDays: 7, answerDays: 15 },
    fewerThan: 5,
    openYear: thisYear,
    next: { year: thisYear + 1, from: `${thisYear + 1}-01-01`, begun: false },
  });
});

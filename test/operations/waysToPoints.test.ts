import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { profileB } from "../../core/rulebook/profileB.ts";
import { Scheme } from "../../core/rulebook/scheme.ts";
import { everything } from "../support/everything.ts";
import {
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/** Honours, common deeds, hours and writing for others, through the bundled function. */

let cloud: TestCloud;
let village: Village;

/** The hundred points, where one duty a year counts for each member. */
const rulebook = Scheme.parse({
  ...profileB,
  rules: profileB.rules.map((rule) =>
    rule.id === "duty" ? { ...rule, onlyOncePer: "year" } : rule,
  ),
});

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "ways", thisYear, rulebook);
});
after(() => cloud.close());

/** Some hours of voluntary work today. */
const hours = (submissionId: string, quantity = 1, together: readonly string[] = []) => ({
  ...{ submissionId, ruleId: "volunteer", workedOn: today, text: "帮着收稻谷", quantity },
  participantIds: together.map((name) => village.memberId(name)),
});

const honour = (submissionId: string, title: string, gradeId: string, sameDeedAs = "") => ({
  ...{ submissionId, ruleId: "honour", workedOn: today, text: "证书在照片里" },
  honour: { title, gradeId, sameDeedAs },
});

const approve = (by: string, submissionId: string, gradeId = "normal", attested: string[] = []) =>
  village.ask(by, "reviewSubmission", { decision: "approve", submissionId, gradeId, attested });

const answer = (name: string, submissionId: string, says: "yes" | "no") =>
  village.ask(name, "answerParticipation", { submissionId, answer: says });

/** What the ledger holds for a submission, by member. */
async function linesOf(submissionId: string) {
  const { entries = [] } = await everything(cloud.cloud);
  return (entries as unknown as Array<{ source: { id: string }; memberId: string; points: number }>)
    .filter(({ source }) => source.id === submissionId)
    .map(({ memberId, points }) => [memberId, points])
    .sort();
}

const ids = (...names: string[]) => names.map((name) => village.memberId(name));

test("hours count each, as far as the cap of one time reaches", async () => {
  await village.ask("anna", "submitDuty", hours("six", 6));
  assert.equal((await approve("chief", "six")).points, 400);
  const { entries } = await village.ask("anna", "getPassbook", {});
  assert.match(
    entries[0]?.why ?? "",
    /每小时计1分，共6小时，应计6分；这一条每次最多计4分，这次计4分/,
  );
});

test("of several honours for one deed only the highest counts, and the committee decides the level", async () => {
  const { ask } = village;
  const title = "镇优秀共产党员";
  await ask("anna", "submitDuty", honour("town", title, "city"));
  assert.equal((await approve("founder", "town", "town")).points, 500);
  const { honours } = await ask("anna", "getDutyForm", {});
  assert.deepEqual(honours, [{ submissionId: "town", title }]);
  await ask("anna", "submitDuty", honour("district", "区优秀共产党员", "district", "town"));
  const shown = await ask("founder", "getSubmission", { submissionId: "district" });
  assert.equal(shown.honour?.sameDeed, title);
  assert.equal((await approve("founder", "district", "district")).points, 300);
  await ask("anna", "submitDuty", honour("other", "最美家庭", "city"));
  assert.equal((await approve("founder", "other", "city")).points, 1000);
  const form = await ask("anna", "getDutyForm", {});
  assert.deepEqual(form.honours.map(({ submissionId }) => submissionId).sort(), ["other", "town"]);
});

test("an honour is not for the same deed as another's, nor as one that has not been approved", async () => {
  const { ask, raw } = village;
  await ask("anna", "submitDuty", honour("waiting", "好儿媳", "town"));
  for (const [name, first] of [
    ["ben", "town"],
    ["anna", "waiting"],
    ["anna", "district"],
    ["anna", "nowhere"],
  ] as const) {
    const reply = await raw(name, "submitDuty", honour("x", "又一项", "town", first));
    assert.equal(reply.ok || reply.code, "invalid_input", `${name} ${first}`);
  }
});

test("the book of honours tells everybody who, which and which level, and leaves out what was undone", async () => {
  const { ask, villageId } = village;
  const book = async () => (await ask("stranger", "listHonours", { villageId })).rows;
  const about = { name: "anna", branch: "第一党支部", day: today };
  assert.deepEqual(
    (await book()).sort((one, other) => one.level.localeCompare(other.level)),
    [
      { ...about, title: "区优秀共产党员", level: "区级" },
      { ...about, title: "最美家庭", level: "市级及以上" },
      { ...about, title: "镇优秀共产党员", level: "镇级" },
    ].sort((one, other) => one.level.localeCompare(other.level)),
  );
  await ask("founder", "reverseEntry", { entryId: "award-other", reason: "证书是别人的" });
  assert.equal((await book()).length, 2);
  await ask("founder", "changeSettings", {
    ...{ boardNames: "masked", boardRanked: true, objectionDays: 7, answerDays: 15 },
  });
  assert.deepEqual(new Set((await book()).map(({ name }) => name)), new Set(["a***"]));
});

test("who is said to have taken part is asked, and sees what it is about and no more", async () => {
  const { ask, villageId } = village;
  await ask("anna", "submitDuty", hours("before", 2, ["ben", "staff", "far"]));
  assert.equal((await ask("ben", "getHome", { villageId })).me?.asked, 1);
  const { asked, rows } = await ask("ben", "listMySubmissions", {});
  assert.deepEqual(
    asked.map(({ id, member, part }) => [id, member, part]),
    [["before", "anna", "participant"]],
  );
  assert.deepEqual(
    rows.map(({ id }) => id),
    ["before"],
  );
  const shown = await ask("ben", "getSubmission", { submissionId: "before" });
  assert.deepEqual(
    shown.participants.map(({ name }) => name),
    ["ben"],
  );
  assert.deepEqual([shown.may.answer, shown.may.withdraw, shown.may.review], [true, false, false]);
});

test("a yes counts with the approval; a no and a missing answer count nothing", async () => {
  const { ask, villageId } = village;
  await answer("ben", "before", "yes");
  await answer("staff", "before", "no");
  assert.deepEqual(await linesOf("before"), []);
  const shown = await ask("chief", "getSubmission", { submissionId: "before" });
  assert.deepEqual(
    shown.participants.map(({ name, answer }) => [name, answer]),
    [
      ["ben", "yes"],
      ["staff", "no"],
      ["far", "asked"],
    ],
  );
  assert.deepEqual(await approve("chief", "before"), {
    status: "approved",
    points: 200,
    others: 1,
  });
  const [anna, ben] = ids("anna", "ben");
  assert.deepEqual(await linesOf("before"), [
    [anna, 200],
    [ben, 200],
  ]);
  assert.equal((await ask("ben", "getHome", { villageId })).me?.asked, 0);
  const { rows } = await ask("staff", "listMySubmissions", {});
  assert.equal(rows[0]?.points, undefined, "nobody else's points stand in one's own list");
});

test("a yes after the approval counts at once, and once, however often it is sent", async () => {
  const replies = await Promise.all(
    Array.from({ length: 5 }, () =>
      village.raw("far", "answerParticipation", { submissionId: "before", answer: "yes" }),
    ),
  );
  assert.deepEqual(
    new Set(replies.map((reply) => JSON.stringify(reply))),
    new Set([JSON.stringify({ ok: true, value: { answer: "yes", points: 200 } })]),
  );
  assert.deepEqual(await linesOf("before"), [...ids("anna", "ben", "far").map((id) => [id, 200])]);
});

test("who answers while it is being approved gets one line, whichever comes first", async () => {
  const others = ["ben", "staff", "far"];
  await village.ask("anna", "submitDuty", hours("together", 1, others));
  await Promise.all([
    approve("chief", "together"),
    ...others.map((name) => answer(name, "together", "yes")),
  ]);
  assert.deepEqual(
    await linesOf("together"),
    ids("anna", ...others)
      .map((id) => [id, 100])
      .sort(),
  );
});

test("whom the reviewer knows to have taken part needs not answer", async () => {
  await village.ask("anna", "submitDuty", hours("known", 1, ["ben", "far"]));
  const approved = await approve("chief", "known", "normal", ids("far"));
  assert.equal(approved.others, 1);
  const { participants } = await village.ask("anna", "getSubmission", { submissionId: "known" });
  assert.deepEqual(
    participants.map(({ name, answer, points }) => [name, answer, points]),
    [
      ["ben", "asked", undefined],
      ["far", "attested", 100],
    ],
  );
});

test("what the rulebook refuses one participant stops nobody else's line", async () => {
  const duty = (submissionId: string, together: readonly string[] = []) => ({
    ...hours(submissionId, 1, together),
    ruleId: "duty",
  });
  await village.ask("ben", "submitDuty", duty("bens"));
  await approve("chief", "bens");
  await village.ask("anna", "submitDuty", duty("ours", ["ben", "staff"]));
  await approve("chief", "ours", "normal", ids("ben", "staff"));
  assert.deepEqual(await linesOf("ours"), [...ids("anna", "staff").map((id) => [id, 200])]);
  const { participants } = await village.ask("chief", "getSubmission", { submissionId: "ours" });
  assert.deepEqual(
    participants.map(({ points, refused }) => points ?? refused),
    ["这一条在这段时间里只计一次，已经计过了", 200],
  );
});

test("a yes to a deed whose line was undone meanwhile counts nothing, and says why", async () => {
  const { ask } = village;
  await ask("founder", "reverseEntry", { entryId: "award-known", reason: "没有这回事" });
  assert.deepEqual(await answer("ben", "known", "yes"), { answer: "yes", points: 0 });
  const { participants } = await ask("ben", "getSubmission", { submissionId: "known" });
  assert.equal(participants[0]?.refused, "这一行已经冲正过了");
});

/** What staff of the first grid write down for anna, who lives in it. */
const behalf = (submissionId: string) => ({
  ...{ ...hours(submissionId), memberId: village.memberId("anna"), consent: "电话里说好的" },
});

test("grid staff write for a member of their grid; recorder, reviewer and member are three people", async () => {
  const { ask, raw, memberId } = village;
  const form = { memberId: memberId("anna") };
  assert.equal((await ask("staff", "getDutyForm", form)).honours.length, 2, "the member's own");
  const refusedForm = async (by: string, whose: string) => {
    const reply = await raw(by, "getDutyForm", { memberId: memberId(whose) });
    return reply.ok || reply.code;
  };
  assert.equal(await refusedForm("ben", "anna"), "not_permitted");
  assert.equal(await refusedForm("staff", "ben"), "other_grid");

  assert.deepEqual(await ask("staff", "submitOnBehalf", behalf("spoken")), { status: "pending" });
  assert.deepEqual(await ask("staff", "submitOnBehalf", behalf("spoken")), { status: "pending" });
  const { rows } = await ask("chief", "getReviewQueue", {});
  const row = rows.find(({ id }) => id === "spoken");
  assert.deepEqual([row?.member, row?.recorder], ["anna", "staff"]);
  const shown = await ask("chief", "getSubmission", { submissionId: "spoken" });
  assert.deepEqual(shown.recorder, { name: "staff", consent: "电话里说好的" });
  await approve("chief", "spoken");
  const { entries } = await ask("anna", "getPassbook", {});
  assert.deepEqual([entries[0]?.approver, entries[0]?.recorder], ["chief", "staff"]);
  const own = await ask("staff", "getPassbook", {});
  assert.equal(own.entries.filter(({ recorder }) => recorder).length, 0);
});

test("a recorder is not one of those whom they write for", async () => {
  const { raw, memberId } = village;
  for (const participantIds of [[memberId("staff")], [memberId("anna")]]) {
    const reply = await raw("staff", "submitOnBehalf", { ...behalf("self"), participantIds });
    assert.equal(reply.ok || reply.code, "unknown_participant");
  }
  const own = await raw("staff", "submitOnBehalf", {
    ...{ ...behalf("self"), memberId: memberId("staff") },
  });
  assert.equal(own.ok || own.code, "invalid_input");
});

test("a recorder mends what came back; the member can take it back, and cannot write in it", async () => {
  const { ask, raw } = village;
  await ask("staff", "submitOnBehalf", behalf("back"));
  const back = { decision: "return", submissionId: "back", reason: "写清楚几小时" } as const;
  await ask("chief", "reviewSubmission", back);
  const mended = hours("back", 3);
  const tried = await raw("anna", "resubmitDuty", mended);
  assert.equal(tried.ok || tried.code, "not_found");
  await ask("staff", "resubmitDuty", mended);
  const shown = await ask("anna", "getSubmission", { submissionId: "back" });
  assert.deepEqual([shown.quantity, shown.part, shown.may.withdraw], [3, "member", true]);
  await ask("anna", "withdrawSubmission", { submissionId: "back" });
  const { rows } = await ask("staff", "listMySubmissions", {});
  const row = rows.find(({ id }) => id === "back");
  assert.deepEqual([row?.part, row?.status], ["recorder", "withdrawn"]);
});

test("colleagues of one's branch or grid are listed without oneself", async () => {
  const names = async (of: "branch" | "grid") =>
    (await village.ask("staff", "listColleagues", { of })).rows.map(({ name }) => name);
  assert.deepEqual(await names("branch"), ["发起人", "deputy", "chief", "anna", "ben"]);
  assert.deepEqual(await names("grid"), ["发起人", "deputy", "chief", "anna"]);
});

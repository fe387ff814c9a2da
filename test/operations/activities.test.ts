import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cloudbaseDatabase } from "../../cloudbase/database.ts";
import { activities } from "../../core/activities/activity.ts";
import { putOnRoll } from "../../core/activities/roll.ts";
import type { Api } from "../../core/api.ts";
import { profileB } from "../../core/rulebook/profileB.ts";
import { somebody } from "../core/activities/support.ts";
import { everything, sdkOf } from "../support/everything.ts";
import { makeVillage, openCloud, type TestCloud, today, type Village } from "../support/village.ts";

/** Activities through the bundled function, the real SDK and the local cloud. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "meets");
});
after(() => cloud.close());

const now = Date.now();

/** So many minutes from the start of these tests. */
const inMinutes = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

const plan = (activityId: string, villageId = "meets"): Api["planActivity"]["input"] => ({
  ...{ activityId, kind: "branch", title: "支部党员大会", place: "村部" },
  ...{ startsAt: inMinutes(-5), endsAt: inMinutes(60) },
  ...{ branchId: `${villageId}-b1`, expects: "branch" },
});

/** The lines that an activity has left, as the ledger holds them. */
async function linesOf(activityId: string): Promise<string[]> {
  const { entries = [] } = await everything(cloud.cloud);
  return (entries as Array<{ _id: string; event: string; points: number; seq: number }>)
    .filter(({ event }) => event === activityId)
    .map(({ _id, points }) => `${_id} ${points}`)
    .sort();
}

const line = (activityId: string, name: string, part = "", of = village) =>
  `award-${activityId}.${of.memberId(name)}${part}`;

/** Presses until nothing is left, as the page does. */
async function close(by: string, activityId: string, of = village) {
  for (;;) {
    const progress = await of.ask(by, "closeActivity", { activityId });
    if (progress.left === 0) return progress;
  }
}

async function standing(by: string, activityId: string, of = village) {
  const { roll } = await of.ask(by, "getActivity", { activityId });
  assert(roll);
  return Object.fromEntries(roll.rows.map(({ name, status }) => [name, status]));
}

test("a secretary plans a branch meeting; its members find it, other branches do not", async () => {
  const { ask, raw } = village;
  assert.deepEqual(await ask("chief", "planActivity", plan("m1")), { expected: 6 });
  assert.deepEqual(await ask("chief", "planActivity", plan("m1")), { expected: 6 });
  const { coming } = await ask("anna", "listActivities", {});
  assert.deepEqual(
    coming.map(({ id, kindTitle, branch, mine, checksIn }) => [
      id,
      kindTitle,
      branch,
      mine,
      checksIn,
    ]),
    [["m1", "支部党员大会", "第一党支部", "expected", true]],
  );
  assert.deepEqual((await ask("far", "listActivities", {})).coming, []);
  const refused = await raw("far", "getActivity", { activityId: "m1" });
  assert.equal(refused.ok || refused.code, "other_branch");
  const home = await ask("anna", "getHome", { villageId: "meets" });
  assert.equal(home.next?.id, "m1");
});

test("a member checks in by the code on the screen; a second time answers as the first", async () => {
  const { ask } = village;
  const { codes } = await ask("chief", "getCheckInCodes", { activityId: "m1", of: "activity" });
  const code = codes[0]?.text.split(":").at(-1) ?? "";
  const first = await ask("anna", "checkIn", { activityId: "m1", code });
  assert.deepEqual(await ask("anna", "checkIn", { activityId: "m1", code }), first);
  const { came } = await ask("chief", "getCheckInCodes", { activityId: "m1", of: "activity" });
  assert.deepEqual([came?.present, came?.expected, came?.latest[0]?.name], [1, 6, "anna"]);
});

test("the secretary scans a member's own code, which checks in nobody else", async () => {
  const { ask, raw, memberId } = village;
  const { codes } = await ask("ben", "getCheckInCodes", { activityId: "m1", of: "me" });
  const [, , activityId, whose, code = ""] = codes[0]?.text.split(":") ?? [];
  assert.deepEqual([activityId, whose], ["m1", memberId("ben")]);
  const scan = (name: string) =>
    raw("chief", "checkInMember", { activityId: "m1", memberId: memberId(name), code });
  const other = await scan("staff");
  assert.equal(other.ok || other.code, "check_in_code_old");
  assert.equal((await scan("ben")).ok, true);
});

test("leave is asked and answered; the secretary ticks the others", async () => {
  const { ask, memberId } = village;
  await ask("staff", "askLeave", { activityId: "m1", reason: "去区里看病" });
  assert.equal((await ask("chief", "listActivities", {})).coming[0]?.leaves, 1);
  const { roll } = await ask("chief", "getActivity", { activityId: "m1" });
  assert.deepEqual([roll?.rows[0]?.name, roll?.rows[0]?.reason], ["staff", "去区里看病"]);
  await ask("chief", "answerLeave", {
    ...{ activityId: "m1", memberId: memberId("staff"), granted: true },
  });
  const memberIds = [memberId("chief"), memberId("deputy")];
  await ask("chief", "markRoll", { activityId: "m1", mark: "present", memberIds });
  const mine = (await ask("staff", "getActivity", { activityId: "m1" })).mine;
  assert.equal(mine?.status, "leaveGranted");
});

test("closed by ten presses at once, each who came has one line, and the secretary's own waits", async () => {
  const { raw } = village;
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => raw("chief", "closeActivity", { activityId: "m1" })),
  );
  assert.deepEqual(
    replies.filter((reply) => !reply.ok),
    [],
  );
  await close("chief", "m1");
  const lines = ["anna", "ben", "deputy"].map((name) => `${line("m1", name)} 200`);
  assert.deepEqual(await linesOf("m1"), lines.sort());
  const { mine, status } = await village.ask("chief", "getActivity", { activityId: "m1" });
  assert.deepEqual([status, mine?.waiting], ["closed", true]);
});

test("another person's press records the line that waited, and no other", async () => {
  const { ask } = village;
  const { toConfirm } = await ask("founder", "listActivities", {});
  assert.deepEqual(
    toConfirm.map(({ id }) => id),
    ["m1"],
  );
  assert.deepEqual((await ask("chief", "listActivities", {})).toConfirm, []);
  assert.equal((await close("founder", "m1")).waiting, false);
  const lines = ["anna", "ben", "deputy", "chief"].map((name) => `${line("m1", name)} 200`);
  assert.deepEqual(await linesOf("m1"), lines.sort());
  assert.deepEqual((await ask("founder", "listActivities", {})).toConfirm, []);
  const { entries } = await ask("chief", "getPassbook", {});
  assert.equal(entries[0]?.approver, "发起人");
  assert.match(entries[0]?.why ?? "", /第四条“参加支部会议（活动）”，参加一次，计2分/);
});

test("reopened and corrected, closing records the difference alone", async () => {
  const { ask, memberId } = village;
  await ask("chief", "reopenActivity", { activityId: "m1", reason: "记错了两个人" });
  const mark = (name: string, as: "present" | "absent") =>
    ask("chief", "markRoll", { activityId: "m1", mark: as, memberIds: [memberId(name)] });
  await mark("anna", "absent");
  await mark("founder", "present");
  const was = await linesOf("m1");
  await close("founder", "m1");
  await close("chief", "m1");
  const added = (await linesOf("m1")).filter((one) => !was.includes(one));
  assert.deepEqual(added, [
    `${line("m1", "founder")}-2 200`,
    `reversal-${line("m1", "anna")} -200`,
  ]);
  const { entries, balance } = await ask("anna", "getPassbook", {});
  assert.match(entries[0]?.why ?? "", /冲正第1行“参加支部会议（活动）”：记错了两个人/);
  assert.equal(balance, 0);
});

test("the committee reverses a whole activity: every line that stands has a second one", async () => {
  const { ask } = village;
  const was = await linesOf("m1");
  const reverse = (by: string) =>
    ask(by, "reverseActivity", { activityId: "m1", reason: "会没有开成" });
  assert.deepEqual(await reverse("founder"), {
    ...{ status: "reversed", done: 5, left: 0, waiting: true },
  });
  assert.deepEqual(await reverse("deputy"), {
    ...{ status: "reversed", done: 1, left: 0, waiting: false },
  });
  const added = (await linesOf("m1")).filter((one) => !was.includes(one));
  const undone = [line("m1", "ben"), line("m1", "chief"), line("m1", "deputy")];
  assert.deepEqual(
    added,
    [...undone, `${line("m1", "founder")}-2`].map((id) => `reversal-${id} -200`).sort(),
  );
  for (const name of ["anna", "ben", "chief", "deputy", "founder"]) {
    assert.equal((await ask(name, "getPassbook", {})).balance, 0);
    const of = { memberId: village.memberId(name), year: Number(today.slice(0, 4)) };
    assert.equal((await ask("stranger", "verifyAccount", of)).intact, true);
  }
  const { reversal, status } = await ask("anna", "getActivity", { activityId: "m1" });
  assert.deepEqual([status, reversal?.reason], ["reversed", "会没有开成"]);
});

test("staying away and coming late cost something where the rulebook says so, but not who is exempted", async () => {
  const strict = await makeVillage(cloud, "strict", undefined, profileB);
  const { ask, memberId } = strict;
  await ask("chief", "planActivity", { ...plan("b1", "strict"), startsAt: inMinutes(-30) });
  await ask("founder", "planActivity", {
    ...{ ...plan("b2", "strict"), branchId: "", kind: "committee", expects: "chosen" },
    memberIds: [memberId("far"), memberId("late")],
  });
  const { codes } = await ask("chief", "getCheckInCodes", { activityId: "b1", of: "activity" });
  const code = codes[0]?.text.split(":").at(-1) ?? "";
  assert.equal((await ask("anna", "checkIn", { activityId: "b1", code })).late, true);
  await ask("chief", "markRoll", {
    ...{ activityId: "b1", mark: "present", memberIds: [memberId("ben"), memberId("deputy")] },
  });
  await ask("staff", "askLeave", { activityId: "b1", reason: "看病" });
  await ask("chief", "answerLeave", {
    ...{ activityId: "b1", memberId: memberId("staff"), granted: false, answer: "请克服一下" },
  });
  const old = { id: "age", from: today, until: today };
  await sdkOf(cloud.cloud)
    .collection("accounts")
    .where({ memberId: memberId("staff") })
    .update({ data: { exemptions: [old] } });
  await close("founder", "b1", strict);
  await close("chief", "b1", strict);
  const of = (name: string, part = "") => line("b1", name, part, strict);
  assert.deepEqual(
    await linesOf("b1"),
    [
      `${of("anna")} 300`,
      `${of("anna", "-late")} -50`,
      `${of("ben")} 300`,
      `${of("deputy")} 300`,
      `${of("chief", "-absence")} -100`,
      `${of("founder", "-absence")} -100`,
    ].sort(),
  );
  assert.deepEqual(await standing("chief", "b1", strict), {
    ...{ anna: "present", ben: "present", deputy: "present" },
    ...{ chief: "absent", 发起人: "absent", staff: "leaveRefused" },
  });
  const { mine } = await ask("staff", "getActivity", { activityId: "b1" });
  assert.equal(mine?.refused, "这名党员在那一天免于考核");
});

test("a plan can be changed: who is new comes on the roll, who is no longer expected leaves it", async () => {
  const { ask, memberId } = village;
  await ask("chief", "planActivity", {
    ...{ ...plan("m2"), startsAt: inMinutes(200), endsAt: inMinutes(260) },
    ...{ expects: "chosen", memberIds: [memberId("anna"), memberId("ben")] },
  });
  await ask("anna", "askLeave", { activityId: "m2", reason: "出门" });
  await ask("chief", "changeActivity", {
    ...{ ...plan("m2"), place: "祠堂", startsAt: inMinutes(200), endsAt: inMinutes(260) },
    ...{ expects: "chosen", memberIds: [memberId("staff")] },
  });
  assert.deepEqual(await standing("chief", "m2"), { anna: "leaveAsked", staff: "expected" });
  assert.equal((await ask("anna", "getActivity", { activityId: "m2" })).place, "祠堂");
  await ask("chief", "cancelActivity", { activityId: "m2" });
  await ask("chief", "cancelActivity", { activityId: "m2" });
  const { past } = await ask("anna", "listActivities", {});
  assert.deepEqual(past.map(({ id, status }) => [id, status]).sort(), [
    ["m1", "reversed"],
    ["m2", "cancelled"],
  ]);
});

test("the calendar counts what was closed this month, and knows what is planned", async () => {
  const { ask } = village;
  const month = today.slice(5, 7);
  const monthly = async () => {
    const { calendar } = await ask("anna", "listActivities", {});
    const kind = calendar?.branch.find((one) => one.kind === "theme-day");
    return kind?.periods.find(({ months }) => months[0] === month)?.state;
  };
  assert.equal(await monthly(), "due");
  await ask("chief", "planActivity", { ...plan("m3"), kind: "theme-day", title: "主题党日" });
  assert.equal(await monthly(), "planned");
  await close("chief", "m3");
  assert.equal(await monthly(), "held");
});

test("the committee sees all, the form offers a secretary the own branch alone", async () => {
  const { ask } = village;
  const form = await ask("chief", "getActivityForm", {});
  assert.deepEqual(
    form.kinds.map(({ id }) => id),
    ["branch", "theme-day", "branch-activity"],
  );
  assert.deepEqual([form.branches.length, form.members.length], [1, 6]);
  const all = await ask("founder", "getActivityForm", { activityId: "m2" });
  assert.deepEqual([all.branches.length, all.members.length, all.plan?.place], [2, 9, "祠堂"]);
  await ask("other", "planActivity", { ...plan("o1"), branchId: "meets-b2" });
  const { coming } = await ask("founder", "listActivities", {});
  assert.deepEqual(
    coming.map(({ id }) => id),
    ["o1"],
  );
});

test("a code is worth nothing outside its village, and no secret leaves the server", async () => {
  const { ask, raw } = village;
  await ask("chief", "planActivity", plan("m4"));
  const shown = JSON.stringify([
    await ask("chief", "getActivity", { activityId: "m4" }),
    await ask("chief", "getCheckInCodes", { activityId: "m4", of: "activity" }),
    await ask("chief", "listActivities", {}),
    await ask("chief", "getActivityForm", { activityId: "m4" }),
  ]);
  const { activities = [] } = await everything(cloud.cloud);
  const secret = String(activities.find(({ _id }) => _id === "m4")?.secret);
  assert.equal(secret.length, 32);
  assert.equal(shown.includes(secret), false);
  const far = await raw("far", "getCheckInCodes", { activityId: "m4", of: "me" });
  assert.equal(far.ok || far.code, "not_expected");
});

test("one press sees to a hundred people, and further presses to the others", async () => {
  const { ask } = village;
  await ask("chief", "planActivity", plan("crowd"));
  const db = cloudbaseDatabase(sdkOf(cloud.cloud));
  const activity = await db.get(activities, "crowd");
  assert(activity);
  const crowd = Array.from({ length: 120 }, (_, index) => ({
    ...somebody,
    ...{ id: `meets-x${index}`, ordinal: 100 + index },
  }));
  await putOnRoll(db, activity, crowd);
  const press = () => ask("chief", "closeActivity", { activityId: "crowd" });
  const first = await press();
  assert.deepEqual([first.status, first.left], ["closing", 25]);
  const second = await press();
  assert.deepEqual([second.status, second.done, second.left], ["closed", 25, 0]);
  const { past } = await ask("chief", "listActivities", {});
  const row = past.find(({ id }) => id === "crowd");
  assert.deepEqual(row?.turnout, { present: 0, late: 0, absent: 126, leave: 0 });
});

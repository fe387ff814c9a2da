import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { addDays } from "../../core/kernel/time.ts";
import { sdkOf } from "../support/everything.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/** Objections through the bundled function: raised, answered, and what an upheld one does. */

const year = thisYear - 1;
const publicationId = `heard-${year}-m01`;
let cloud: TestCloud;
let village: Village;

async function deed(name: string, day: string, reviewer = "chief"): Promise<string> {
  const submissionId = `${name}-${day}`;
  await village.ask(name, "submitDuty", { ...cleanup(submissionId), workedOn: `${year}-${day}` });
  const decision = { decision: "approve", submissionId, gradeId: "normal" } as const;
  await village.ask(reviewer, "reviewSubmission", decision);
  return `award-${submissionId}`;
}

/** The row of somebody in January's list. */
const rowOf = async (name: string) => {
  const { rows } = await village.ask("stranger", "getPublication", { publicationId, search: name });
  return { kind: "row", publicationId, order: rows[0]?.order ?? 0 } as const;
};

const reason = "那天没有看到他";

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "heard", year);
  for (const day of ["01-05", "01-20", "02-05"]) await deed("anna", day);
  await deed("ben", "01-06", "deputy");
  await village.ask("founder", "publishPeriod", { year, part: "m01" });
  await village.ask("founder", "allowNotices", { kinds: ["toReview"] });
});
after(() => cloud.close());

test("a villager without account objects to a published row, and is told by when it is answered", async () => {
  const raised = await village.ask("villager", "raiseObjection", {
    ...{ objectionId: "one", about: await rowOf("anna"), reason },
  });
  assert.deepEqual(raised, { answerBy: addDays(today, 15) });
});

test("sent again after a lost signal it is the same one", async () => {
  const again = { objectionId: "one", about: await rowOf("anna"), reason };
  await village.ask("villager", "raiseObjection", again);
  const { rows } = await village.ask("villager", "listMyObjections", {});
  assert.equal(rows.length, 1);
  const other = await village.raw("villager", "raiseObjection", { ...again, reason: "另一件事" });
  assert.equal(other.ok || other.code, "already_exists");
  const foreign = await village.raw("ben", "raiseObjection", again);
  assert.equal(foreign.ok || foreign.code, "already_exists");
});

test("the committee was told, with a page that opens it", async () => {
  const sent = cloud.cloud.outbox().map(({ data }) => JSON.stringify(data));
  const told = sent.filter((message) => message.includes(village.openid("founder")));
  assert.match(told.join(), /packages\/publications\/answer\/index\?objectionId=one/);
});

test("the committee sees what it is about and the lines that may be at fault, and not who objects", async () => {
  const { rows } = await village.ask("founder", "listObjections", {});
  assert.deepEqual(
    rows.map(({ about, member, by, status, overdue }) => [about, member, by, status, overdue]),
    [[`${year}年1月公示第1行`, "anna", "villager", "open", false]],
  );
  const shown = await village.ask("founder", "getObjection", { objectionId: "one" });
  assert.deepEqual(
    shown.lines.map(({ seq, points, approvers, reversible }) => [
      seq,
      points,
      approvers,
      reversible,
    ]),
    [
      [1, 200, ["chief"], true],
      [2, 200, ["chief"], true],
    ],
  );
  assert.deepEqual(shown.may, { answer: true });
  assert.doesNotMatch(JSON.stringify([rows, shown]), /openid|o-heard-villager/);
});

test("nobody else sees an objection: neither members nor the one whose row it is", async () => {
  for (const name of ["anna", "chief", "stranger"]) {
    const reply = await village.raw(name, "getObjection", { objectionId: "one" });
    assert.equal(reply.ok || reply.code, "not_found", name);
    assert.deepEqual((await village.ask(name, "listMyObjections", {})).rows, [], name);
  }
});

test("upheld, it undoes the chosen line at once; both lines stay, the second in the open month", async () => {
  const { ask } = village;
  const verdict = {
    objectionId: "one",
    outcome: "upheld",
    answer: "查了，那天是另一个人",
  } as const;
  const reverse = ["award-anna-01-20"];
  assert.deepEqual(await ask("deputy", "answerObjection", { ...verdict, reverse }), {
    outcome: "upheld",
  });
  const { entries, balance } = await ask("anna", "getPassbook", { year });
  assert.equal(balance, 400);
  const [reversal] = entries;
  assert.deepEqual(
    [reversal?.kind, reversal?.points, reversal?.countsIn, reversal?.reverses],
    ["reversal", -200, `${year}-02`, "award-anna-01-20"],
  );
  assert.match(reversal?.why ?? "", /异议成立，查了，那天是另一个人/);
  const line = entries.find(({ id }) => id === "award-anna-01-20");
  assert.equal(line?.reversedBy, reversal?.id);
});

test("the published list stays as it was, and all of it still fits", async () => {
  const { rows } = await village.ask("stranger", "getPublication", { publicationId });
  assert.deepEqual([rows[0]?.name, rows[0]?.points], ["anna", 400]);
  const { broken, lines } = await village.ask("stranger", "verifyVillage", {
    ...{ villageId: "heard", year },
  });
  assert.deepEqual([broken, lines], [undefined, 5]);
});

test("the objector reads the answer, and never who gave it", async () => {
  const { rows } = await village.ask("villager", "listMyObjections", {});
  assert.deepEqual(
    rows.map(({ outcome, answer, answeredOn }) => [outcome, answer, answeredOn]),
    [["upheld", "查了，那天是另一个人", today]],
  );
  const own = await village.ask("villager", "getObjection", { objectionId: "one" });
  assert.deepEqual([own.lines, own.answeredBy, own.may], [[], undefined, { answer: false }]);
  const shown = await village.ask("founder", "getObjection", { objectionId: "one" });
  assert.equal(shown.answeredBy, "deputy");
  assert.deepEqual(
    shown.lines.map(({ reversible }) => reversible),
    [true, false],
  );
});

test("whoever approved a line of that member in the period is told why they may not answer", async () => {
  const { ask, raw } = village;
  await ask("villager", "raiseObjection", {
    ...{ objectionId: "two", about: await rowOf("ben"), reason },
  });
  const { may } = await ask("deputy", "getObjection", { objectionId: "two" });
  assert.deepEqual(may, { answer: false, hindrance: "不能处理对自己经办事项的异议" });
  const refused = await raw("deputy", "answerObjection", {
    ...{ objectionId: "two", outcome: "rejected", answer: "有照片" },
  });
  assert.equal(refused.ok || refused.code, "own_approval");
  await ask("founder", "answerObjection", {
    ...{ objectionId: "two", outcome: "rejected", answer: "有照片" },
  });
});

test("a member objects to a line of their own, and to nobody else's", async () => {
  const { ask, raw } = village;
  const about = { kind: "line", entryId: "award-anna-02-05" } as const;
  await ask("anna", "raiseObjection", { objectionId: "three", about, reason: "是两次" });
  const { rows } = await ask("founder", "listObjections", {});
  assert.deepEqual(
    rows.map(({ about, by }) => [about, by]),
    [[`${year}年一本通第3行“环境卫生”`, "self"]],
  );
  const shown = await ask("founder", "getObjection", { objectionId: "three" });
  assert.deepEqual(
    shown.lines.map(({ seq }) => seq),
    [3],
  );
  const others = await raw("ben", "raiseObjection", { objectionId: "x", about, reason });
  assert.equal(others.ok || others.code, "not_permitted");
  const stranger = await raw("villager", "raiseObjection", { objectionId: "x", about, reason });
  assert.equal(stranger.ok || stranger.code, "not_signed_in");
});

test("the objector in the committee does not answer, and the subject neither", async () => {
  const { ask, raw } = village;
  const about = await rowOf("发起人");
  await ask("deputy", "raiseObjection", { objectionId: "four", about, reason });
  const answer = { objectionId: "four", outcome: "rejected", answer: "核对过了" };
  const codeOf = async (name: string) => {
    const reply = await raw(name, "answerObjection", answer);
    return reply.ok || reply.code;
  };
  assert.equal(await codeOf("deputy"), "same_person");
  assert.equal(await codeOf("founder"), "own_entry");
});

test("an answer that undoes a line twice over, or a line of another month, changes nothing", async () => {
  const { ask, raw } = village;
  await ask("other", "raiseObjection", {
    ...{ objectionId: "five", about: await rowOf("anna"), reason },
  });
  const uphold = async (...reverse: string[]) => {
    const verdict = { objectionId: "five", outcome: "upheld", answer: "再查", reverse };
    const reply = await raw("founder", "answerObjection", verdict);
    return reply.ok || reply.code;
  };
  assert.equal(await uphold("award-anna-01-05", "award-anna-01-20"), "already_reversed");
  assert.equal(await uphold("award-anna-02-05"), "not_found");
  assert.equal((await ask("anna", "getPassbook", { year })).entries.length, 4);
  assert.equal((await ask("founder", "getObjection", { objectionId: "five" })).status, "open");
  assert.equal(await uphold("award-anna-01-05", "award-anna-01-05"), true);
  assert.equal((await ask("anna", "getPassbook", { year })).balance, 200);
});

test("an answer that comes late is marked as overdue while it is waited for", async () => {
  const doc = sdkOf(cloud.cloud).collection("objections").doc("four");
  const { data } = await doc.get();
  const { _id, ...objection } = data ?? {};
  await doc.set({ data: { ...objection, answerBy: addDays(today, -1) } });
  const { rows } = await village.ask("deputy", "listMyObjections", {});
  assert.deepEqual(
    rows.map(({ overdue }) => overdue),
    [true],
  );
});

test("the answered ones are listed apart, the newest first", async () => {
  const { rows } = await village.ask("founder", "listObjections", { status: "answered" });
  assert.deepEqual(
    rows.map(({ id }) => id),
    ["five", "two", "one"],
  );
});

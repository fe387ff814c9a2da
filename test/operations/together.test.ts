import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everything } from "../support/everything.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  type Village,
} from "../support/village.ts";

/** Many at once, through the bundled function, the real SDK and the wire. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "busy");
});
after(() => cloud.close());

const approve = { decision: "approve", gradeId: "normal" } as const;
const entriesOf = async (submissions: readonly string[]) => {
  const { entries = [] } = await everything(cloud.cloud);
  return (entries as Array<{ source: { id: string }; points: number }>).filter(({ source }) =>
    submissions.includes(source.id),
  );
};

test("20 simultaneous approvals of one submission leave one entry and one success", async () => {
  await village.ask("anna", "submitDuty", cleanup("once"));
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      village.raw(index % 2 === 0 ? "chief" : "founder", "reviewSubmission", {
        ...{ ...approve, submissionId: "once" },
      }),
    ),
  );
  assert.equal(replies.filter((reply) => reply.ok).length, 1);
  const codes = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.code])));
  assert.deepEqual([...codes], ["already_reviewed"]);
  assert.equal((await entriesOf(["once"])).length, 1);
  assert.equal((await village.ask("anna", "getPassbook", {})).balance, 200);
});

test("50 simultaneous approvals of one member's submissions all succeed, and the sum is right", async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `many-${index}`);
  for (const id of ids) await village.ask("ben", "submitDuty", cleanup(id));
  const replies = await Promise.all(
    ids.map((submissionId) =>
      village.raw("chief", "reviewSubmission", { ...approve, submissionId }),
    ),
  );
  assert.deepEqual(
    replies.filter((reply) => !reply.ok),
    [],
  );
  const recorded = await entriesOf(ids);
  assert.equal(recorded.length, 50);
  const { balance } = await village.ask("ben", "getPassbook", {});
  assert.equal(
    balance,
    recorded.reduce((sum, { points }) => sum + points, 0),
  );
  const memberId = village.memberId("ben");
  const verified = await village.ask("ben", "verifyAccount", { memberId, year: thisYear });
  assert.deepEqual([verified.intact, verified.entries], [true, 50]);
});

test("of several who claim the last place at once, one gets it", async () => {
  const { raw, postId } = village;
  const names = ["anna", "ben", "staff", "chief", "deputy", "founder", "other", "far"];
  const replies = await Promise.all(
    names.map((name) => raw(name, "claimPost", { postId, gridId: "busy-g1" })),
  );
  assert.equal(replies.filter((reply) => reply.ok).length, 1);
  const codes = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.code])));
  assert.deepEqual([...codes], ["post_full"]);
});

test("of several phones that enter one code at once, one is bound", async () => {
  const { ask, raw, memberId } = village;
  const { code } = await ask("founder", "invite", { memberId: memberId("late") });
  const phones = ["p1", "p2", "p3", "p4", "p5"];
  const replies = await Promise.all(phones.map((phone) => raw(phone, "signIn", { code })));
  assert.equal(replies.filter((reply) => reply.ok).length, 1);
});

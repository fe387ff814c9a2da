import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { SdkDocument } from "../../cloudbase/sdk.ts";
import type { Api } from "../../core/api.ts";
import { idOf } from "../../core/kernel/ids.ts";
import type { Account } from "../../core/ledger/account.ts";
import { sdkOf } from "../support/everything.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  type Village,
} from "../support/village.ts";

/** Publications and their verification through the bundled function; a year that is over stands for all. */

const year = thisYear - 1;
const publicationId = `frozen-${year}-m01`;
const laterId = `frozen-${year}-q1`;
let cloud: TestCloud;
let village: Village;

/** A clean-up of a day of that year, approved by the secretary of the first branch. */
async function deed(name: string, day: string, { ask } = village): Promise<string> {
  const submissionId = `${name}-${day}`;
  await ask(name, "submitDuty", { ...cleanup(submissionId), workedOn: `${year}-${day}` });
  const decision = { decision: "approve", submissionId, gradeId: "normal" } as const;
  await ask("chief", "reviewSubmission", decision);
  return `award-${submissionId}`;
}

const publish = (part: Api["publishPeriod"]["input"]["part"]) =>
  village.ask("founder", "publishPeriod", { year, part });

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "frozen", year);
  for (const day of ["01-05", "01-20", "02-05"]) await deed("anna", day);
  await deed("ben", "01-06");
});
after(() => cloud.close());

test("the committee is told what can be published, and nobody else is", async () => {
  const { ask, villageId } = village;
  const { due, rows } = await ask("founder", "listPublications", { villageId });
  assert.deepEqual(
    due?.map(({ part, title, begun }) => [part, title, begun]),
    [
      ["m01", `${year}年1月`, false],
      ["q1", `${year}年第一季度`, false],
      ["year", `${year}年度`, false],
    ],
  );
  assert.deepEqual(rows, []);
  for (const name of ["anna", "chief", "stranger"]) {
    assert.equal("due" in (await ask(name, "listPublications", { villageId })), false, name);
  }
});

test("publishing a month freezes a list of everybody, and says until when it is open", async () => {
  const { ask, villageId } = village;
  assert.deepEqual(await publish("m01"), { publicationId, left: 0 });
  const { rows, today } = await ask("stranger", "listPublications", { villageId });
  const [listed] = rows;
  assert.deepEqual(
    [listed?.title, listed?.status, listed?.publishedOn, listed?.members, listed?.points],
    [`${year}年1月`, "open", today, 9, 600],
  );
});

test("a villager sees in the list what stands on the wall, and nothing else", async () => {
  const shown = await village.ask("stranger", "getPublication", { publicationId });
  assert.deepEqual(shown.rows.slice(0, 2), [
    {
      ...{ order: 1, rank: 1, name: "anna", branch: "第一党支部", grid: "第一网格" },
      ...{ points: 400, score: 400 },
    },
    {
      ...{ order: 2, rank: 2, name: "ben", branch: "第一党支部", grid: "第二网格" },
      ...{ points: 200, score: 200 },
    },
  ]);
  assert.deepEqual([shown.rows.length, shown.more, shown.own], [9, false, undefined]);
  assert.match(shown.root, /^[0-9a-f]{64}$/);
});

test("a member finds the own row at once, anybody a row by a part of the name", async () => {
  const { own } = await village.ask("ben", "getPublication", { publicationId });
  assert.deepEqual([own?.order, own?.points], [2, 200]);
  const names = async (search: string) => {
    const { rows } = await village.ask("stranger", "getPublication", { publicationId, search });
    return rows.map(({ name }) => name).sort();
  };
  assert.deepEqual(await names("nn"), ["anna"]);
  assert.deepEqual(await names("e"), ["ben", "chief", "deputy", "late", "other"]);
  assert.deepEqual(await names("zz"), []);
});

test("what is recorded later for a published month counts in the next, and says so", async () => {
  const { ask, villageId } = village;
  await deed("anna", "01-30");
  const [line] = (await ask("anna", "getPassbook", { year })).entries;
  assert.deepEqual([line?.occurredOn, line?.countsIn], [`${year}-01-30`, `${year}-02`]);
  assert.match(line?.why ?? "", /所在的时段已经公示/);
  const points = async (month: string) =>
    (await ask("stranger", "getBoard", { villageId, year, month })).total;
  assert.deepEqual([await points("01"), await points("02")], [600, 400]);
});

test("whoever is enrolled later begins after what is published, too", async () => {
  const { ask, villageId, openid } = await makeVillage(cloud, "newcomer", year);
  await ask("founder", "publishPeriod", { year, part: "m01" });
  const who = { ordinal: 50, name: "新人", branchId: `${villageId}-b1`, hamlet: "东浜" };
  const { memberId } = await ask("founder", "enrolMember", who);
  const { code } = await ask("founder", "invite", { memberId });
  await ask("newcomer", "signIn", { code });
  const duty = { ...cleanup("newcomer-1"), workedOn: `${year}-01-09` };
  await ask("newcomer", "submitDuty", duty);
  const decision = { decision: "approve", submissionId: "newcomer-1", gradeId: "normal" } as const;
  await ask("chief", "reviewSubmission", decision);
  const { entries } = await ask("newcomer", "getPassbook", {});
  assert.equal(entries[0]?.countsIn, `${year}-02`, openid("newcomer"));
});

test("a quarter may follow its months, also when a later one is closed, and opens no day again", async () => {
  for (const part of ["m02", "m03", "m04", "q1"] as const) await publish(part);
  const { ask, raw, villageId, memberId } = village;
  const { due } = await ask("founder", "listPublications", { villageId });
  assert.deepEqual(
    due?.map(({ part }) => part),
    ["m05", "q2", "year"],
  );
  const again = await raw("founder", "publishPeriod", { year, part: "q1" });
  assert.equal(again.ok || again.code, "already_published");
  const accounts = sdkOf(cloud.cloud).collection("accounts");
  const { data } = await accounts.doc(idOf.account(memberId("anna"), year)).get();
  assert.equal(data?.closedThrough, `${year}-04-30`);
});

test("a press after one that broke off goes on where it was, and comes to the same root", async () => {
  const db = sdkOf(cloud.cloud);
  const { root } = await village.ask("stranger", "getPublication", { publicationId: laterId });
  const whole = await db.collection("publications").doc(laterId).get();
  const { _id, root: _root, status: _status, ...rest } = whole.data ?? {};
  await db
    .collection("publications")
    .doc(laterId)
    .set({ data: { ...rest, status: "gathering" } });
  for (const name of ["anna", "far"]) {
    await db
      .collection("publicationRows")
      .doc(`${laterId}_${village.memberId(name)}`)
      .remove();
  }
  const hidden = await village.raw("stranger", "getPublication", { publicationId: laterId });
  assert.equal(hidden.ok || hidden.code, "not_found");
  const { due } = await village.ask("founder", "listPublications", { villageId: "frozen" });
  assert.equal(due?.find(({ part }) => part === "q1")?.begun, true);
  assert.deepEqual(await publish("q1"), { publicationId: laterId, left: 0 });
  const after = await village.ask("stranger", "getPublication", { publicationId: laterId });
  assert.equal(after.root, root);
});

test("two who press at once make one list", async () => {
  const replies = await Promise.all([
    village.raw("founder", "publishPeriod", { year, part: "m05" }),
    village.raw("deputy", "publishPeriod", { year, part: "m05" }),
  ]);
  for (const reply of replies) {
    assert(reply.ok || reply.code === "already_published", JSON.stringify(reply));
  }
  const shown = await village.ask("anna", "getPublication", {
    publicationId: `frozen-${year}-m05`,
  });
  assert.deepEqual(
    shown.rows.map(({ order }) => order),
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
  );
});

type Verified = Readonly<{ accounts: number; lines: number; publications: number; broken: string }>;

/** Presses on until all is looked at, or something does not fit; as the page does. */
async function verify(villageId = "frozen", ofYear = year): Promise<Verified> {
  const sum = { accounts: 0, lines: 0, publications: 0 };
  let after: Api["verifyVillage"]["input"]["after"];
  for (;;) {
    const input = { villageId, year: ofYear, ...(after ? { after } : {}) };
    const step = await village.ask("stranger", "verifyVillage", input);
    sum.accounts += step.accounts;
    sum.lines += step.lines;
    sum.publications += step.publications;
    if (!step.next) return { ...sum, broken: step.broken?.words ?? "" };
    after = step.next;
  }
}

test("anyone can have every line, every list and every root recomputed", async () => {
  assert.deepEqual(await verify(), { accounts: 9, lines: 5, publications: 6, broken: "" });
});

/** Changes a stored document, looks what is found, and puts it back. */
async function found(
  collection: string,
  id: string,
  change: (document: SdkDocument) => SdkDocument | undefined,
): Promise<string> {
  const doc = sdkOf(cloud.cloud).collection(collection).doc(id);
  const { data } = await doc.get();
  assert(data, `${collection} has no ${id}`);
  const { _id, ...was } = data;
  const changed = change(was);
  if (changed) await doc.set({ data: changed });
  else await doc.remove();
  const { broken } = await verify();
  await doc.set({ data: was });
  return broken;
}

/** The line of anna's passbook of that day. */
const entryId = (day: string) => `award-anna-${day}`;
const gone = () => undefined;

test("a stored line that is altered is found and named", async () => {
  const words = await found("entries", entryId("01-20"), (line) => ({ ...line, points: 2000 }));
  assert.equal(words, `${year}年第4号一本通，第2行对不上：记下以后被改动过。`);
});

test("a stored line that is dropped is found and named, the last one too", async () => {
  assert.equal(
    await found("entries", entryId("01-20"), gone),
    `${year}年第4号一本通，第2行不见了。`,
  );
  assert.match(
    await found("entries", entryId("01-30"), gone),
    new RegExp(`^${year}年第4号一本通，.*合计对不上`),
  );
});

test("two stored lines that change places are found, and the first is named", async () => {
  const entries = sdkOf(cloud.cloud).collection("entries");
  const number = async (day: string, seq: number) => {
    const { data } = await entries.doc(entryId(day)).get();
    const { _id, ...line } = data ?? {};
    await entries.doc(entryId(day)).set({ data: { ...line, seq } });
  };
  const renumber = async (first: number, second: number) => {
    await number("01-05", 99); // no two lines of an account have one number
    await number("01-20", second);
    await number("01-05", first);
  };
  await renumber(2, 1);
  assert.equal((await verify()).broken, `${year}年第4号一本通，第1行对不上：记下以后被改动过。`);
  await renumber(1, 2);
  assert.equal((await verify()).broken, "");
});

test("a sum of an account that is altered is found", async () => {
  const id = idOf.account(village.memberId("anna"), year);
  assert.match(
    await found("accounts", id, (account) => ({ ...account, balance: 9900 })),
    new RegExp(`^${year}年第4号一本通，各行和本子上的合计对不上`),
  );
});

test("a published row that is altered is found and named, whatever was altered", async () => {
  const row = `${publicationId}_${village.memberId("anna")}`;
  const words = (change: SdkDocument) =>
    found("publicationRows", row, (was) => ({ ...was, ...change }));
  const month = `${year}年1月公示`;
  assert.equal(await words({ points: 900 }), `${month}，名单第1行的积分和一本通对不上。`);
  assert.equal(await words({ name: "某某" }), `${month}，名单第1行对不上：公示以后被改动过。`);
  assert.equal(await found("publicationRows", row, gone), `${month}，名单第1行不见了。`);
});

test("an altered root, and a passbook that vanished, are found", async () => {
  const root = { root: "0".repeat(64) };
  assert.match(
    await found("publications", publicationId, (was) => ({ ...was, ...root })),
    new RegExp(`^${year}年1月公示，名单和公示的核对码对不上`),
  );
  const account = idOf.account(village.memberId("late"), year);
  assert.equal(
    await found("accounts", account, gone),
    `${year}年1月公示，名单上有1本一本通不见了。`,
  );
});

test("what was recorded while it is looked at is no flaw", async () => {
  const [verified] = await Promise.all([verify(), deed("ben", "06-06"), deed("anna", "06-06")]);
  assert.equal(verified.broken, "");
});

test("a big village's list is written in several goes, and verified in several", async () => {
  const big = await makeVillage(cloud, "big", year);
  const db = sdkOf(cloud.cloud);
  const { data } = await db
    .collection("accounts")
    .doc(idOf.account(big.memberId("anna"), year))
    .get();
  const like = data as unknown as Account;
  const more = Array.from({ length: 301 }, (_, index) => {
    const memberId = `big-m${1000 + index}`;
    return { ...like, _id: idOf.account(memberId, year), memberId, memberName: `党员${index}` };
  });
  await db.collection("accounts").add({ data: more as unknown as SdkDocument });
  const press = () => big.ask("founder", "publishPeriod", { year, part: "year" });
  assert.equal((await press()).left, 10);
  assert.equal((await press()).left, 0);
  const shown = await big.ask("stranger", "getPublication", { publicationId: `big-${year}` });
  assert.deepEqual([shown.members, shown.rows.length, shown.more], [310, 20, true]);
  const verified = await verify("big");
  assert.deepEqual(verified, { accounts: 310, lines: 0, publications: 1, broken: "" });
});

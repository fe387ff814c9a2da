import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cloudbaseDatabase } from "../../cloudbase/database.ts";
import { grids } from "../../core/grids/grid.ts";
import type { Database } from "../../core/kernel/database.ts";
import { accounts } from "../../core/ledger/account.ts";
import { entries } from "../../core/ledger/entry.ts";
import { members } from "../../core/members/member.ts";
import { claims } from "../../core/posts/claim.ts";
import { posts, takenPlaces } from "../../core/posts/post.ts";
import { regroupings } from "../../core/regrouping/regrouping.ts";
import { everything, sdkOf } from "../support/everything.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  type Village,
} from "../support/village.ts";

/** Grids split, moved and merged, and what follows them, through the bundled function and the wire. */

let opened: TestCloud;
let village: Village;
let db: Database;
const lastYear = thisYear - 1;
const id = (what: string) => `land-${what}`;

before(async () => {
  opened = await openCloud();
  village = await makeVillage(opened, "land", lastYear);
  db = cloudbaseDatabase(sdkOf(opened.cloud));
  const { ask } = village;
  await ask("anna", "submitDuty", { ...cleanup("old"), workedOn: `${lastYear}-03-05` });
  const approve = { decision: "approve", submissionId: "old", gradeId: "normal" } as const;
  await ask("chief", "reviewSubmission", approve);
  await ask("founder", "openYear", { year: thisYear });
  await ask("founder", "openGrid", { ordinal: 3, name: "第三网格", hamlets: ["南浜", "北浜"] });
  await ask("founder", "enrolMember", {
    ...{ ordinal: 20, name: "南边人", branchId: "land-b1", hamlet: "南浜" },
  });
  await ask("anna", "claimPost", { postId: id("p1"), gridId: id("g1"), speciality: "" });
});
after(() => opened.close());

const gridOfMember = async (member: string) => (await db.get(members, member))?.gridId;
const gridOfBooklet = async (member: string, year: number) =>
  (await db.get(accounts, `${member}_${year}`))?.gridId;

test("a grid is split: its hamlets, their members and their booklets of the open year go along", async () => {
  const made = await village.ask("founder", "regroup", {
    ...{ kind: "split", regroupingId: "s1", gridId: id("g3") },
    ...{ ordinal: 4, name: "第四网格", hamlets: ["南浜"] },
  });
  assert.deepEqual(made, { gridId: id("g4"), name: "第四网格", hamlets: ["南浜"] });
  assert.equal(await gridOfMember(id("m20")), id("g4"));
  assert.equal(await gridOfBooklet(id("m20"), thisYear), id("g4"));
  const old = await db.get(grids, id("g3"));
  assert.deepEqual(old?.hamlets, ["北浜"]);
});

test("one hamlet moves to another grid, but never the last of its own", async () => {
  const last = await village.raw("founder", "regroup", {
    ...{ kind: "move", regroupingId: "v1", hamlet: "北浜" },
    ...{ gridId: id("g3"), intoId: id("g4") },
  });
  assert.equal(last.ok || last.code, "grid_emptied");
  await village.ask("founder", "regroup", {
    ...{ kind: "merge", regroupingId: "m0", gridId: id("g4"), intoId: id("g2") },
  });
  await village.ask("founder", "regroup", {
    ...{ kind: "move", regroupingId: "v2", hamlet: "南浜" },
    ...{ gridId: id("g2"), intoId: id("g3") },
  });
  assert.equal(await gridOfMember(id("m20")), id("g3"));
  assert.equal(await gridOfBooklet(id("m20"), thisYear), id("g3"));
});

test("a merged grid takes along members, booklets, posts and claims of the open year, and no past", async () => {
  const anna = village.memberId("anna");
  await village.ask("founder", "regroup", {
    ...{ kind: "merge", regroupingId: "m1", gridId: id("g1"), intoId: id("g2") },
  });
  assert.equal(await gridOfMember(anna), id("g2"));
  assert.equal(await gridOfBooklet(anna, thisYear), id("g2"));
  assert.equal(await gridOfBooklet(anna, lastYear), id("g1"));
  const [line] = await db.find(entries, { where: { memberId: anna, year: lastYear }, limit: 1 });
  assert.equal(line?.gridId, id("g1"));
  const claim = await db.get(claims, `${anna}_${id("p1")}_${thisYear}`);
  assert.equal(claim?.gridId, id("g2"));
  const post = await db.get(posts, id("p1"));
  assert.deepEqual(post?.places, [{ gridId: id("g2"), places: 1 }]);
  const taken = await db.get(takenPlaces, `${id("p1")}_${id("g2")}_${thisYear}`);
  assert.equal(taken?.taken, 1);
  const full = await village.raw("ben", "claimPost", {
    ...{ postId: id("p1"), gridId: id("g2"), speciality: "" },
  });
  assert.equal(full.ok || full.code, "post_full");
});

test("the merged grid stays readable where its past is, and is gone from the lists of today", async () => {
  const { grids: today, regroupings: past } = await village.ask("founder", "getLand", {});
  assert.deepEqual(
    today.map(({ name, hamlets }) => [name, [...hamlets].sort()]),
    [
      ["第二网格", ["东浜", "西浜"]],
      ["第三网格", ["北浜", "南浜"]],
    ],
  );
  assert.deepEqual(past[0], {
    ...{ kind: "merge", from: "第一网格", into: "第二网格", hamlets: ["东浜"] },
    ...{ by: "发起人", on: past[0]?.on },
  });
  const board = await village.ask("anna", "getBoard", {
    ...{ villageId: "land", by: "grids", year: lastYear },
  });
  assert(JSON.stringify(board).includes("第一网格"));
  const late = await village.raw("ben", "claimPost", {
    ...{ postId: id("p1"), gridId: id("g1"), speciality: "" },
  });
  assert.equal(late.ok || late.code, "post_not_in_grid");
});

test("sending a regrouping again changes nothing; one that broke off is finished", async () => {
  const which = { gridId: id("g1"), intoId: id("g2") };
  const merge = { kind: "merge", regroupingId: "m1", ...which } as const;
  const was = await everything(opened.cloud);
  await village.ask("founder", "regroup", merge);
  assert.deepEqual(await everything(opened.cloud), was);
  // As if the call had ended between the transaction and what follows it.
  const known = await db.get(regroupings, "m1");
  assert(known);
  await db.transact((tx) => tx.put(regroupings, { ...known, done: false }));
  await db.assign(members, {
    where: { id: village.memberId("anna") },
    fields: { gridId: id("g1") },
  });
  await village.ask("founder", "regroup", merge);
  assert.deepEqual(await everything(opened.cloud), was);
});

test("what the committee enters of a grid is shown under its name until it goes back to counting", async () => {
  const numbers = {
    ...{ households: 120, residents: 410, representatives: 6 },
    ...{ enterprises: 3, newResidents: 40 },
  };
  await village.ask("founder", "enterNumbers", { gridId: id("g2"), numbers });
  const shown = async () =>
    (await village.ask("founder", "getLand", {})).grids.find((grid) => grid.id === id("g2"));
  const entered = await shown();
  assert.deepEqual(
    [entered?.source, entered?.enteredBy, entered?.numbers],
    ["entered", "发起人", numbers],
  );
  await village.ask("founder", "enterNumbers", { gridId: id("g2"), numbers: null });
  const counted = await shown();
  assert.deepEqual([counted?.source, counted?.numbers.households], ["counted", 0]);
});

test("a grid of another village cannot be regrouped", async () => {
  const other = await makeVillage(opened, "beyond");
  const reply = await other.raw("founder", "regroup", {
    ...{ kind: "merge", regroupingId: "x1", gridId: "beyond-g1", intoId: id("g2") },
  });
  assert.equal(reply.ok || reply.code, "not_found");
});

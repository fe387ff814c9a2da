import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import cloudSdk from "wx-server-sdk";
import { brightened, jpegOf, view } from "../core/signals/drawings.ts";
import { sdkOf } from "../support/everything.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  type Village,
} from "../support/village.ts";

/** What a reviewer is asked to look at twice, with real photos in the local cloud's storage. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "looks");
  sdkOf(cloud.cloud);
});
after(() => cloud.close());

/** A clean-up with the picture of this seed; `anew`: taken from another phone's screen, so to say. */
async function submit(by: string, submissionId: string, seed: number, anew = false) {
  const fileContent = anew
    ? jpegOf(brightened(view(seed, 200, 150), 15), 40)
    : jpegOf(view(seed, 320, 240), 80);
  const cloudPath = `evidence/${submissionId}/p1.jpg`;
  const { fileID } = await cloudSdk.uploadFile({ cloudPath, fileContent });
  await village.ask(by, "submitDuty", { ...cleanup(submissionId), photos: [fileID] });
  return fileID;
}

const signals = (by: string, submissionId: string) =>
  village.ask(by, "getSignals", { submissionId });

test("a photo that was handed in before is shown with the earlier case, a new one with none", async () => {
  await submit("anna", "first", 1);
  assert.deepEqual(await signals("chief", "first"), { photos: [], mutual: false });
  const fileId = await submit("ben", "again", 1);
  await submit("ben", "near", 1, true);
  const [photo, ...rest] = (await signals("chief", "again")).photos;
  assert.deepEqual(rest, []);
  assert.equal(photo?.fileId, fileId);
  assert.equal(photo?.same, true);
  const { address = "", ...like } = photo?.like ?? {};
  assert.deepEqual(like, {
    ...{ submissionId: "first", member: "anna", rule: "环境卫生" },
    workedOn: cleanup("x").workedOn,
  });
  assert.equal((await fetch(address)).status, 200);
  const near = (await signals("chief", "near")).photos;
  assert.deepEqual(near.map(({ like }) => like?.submissionId).sort(), ["again", "first"]);
});

test("who may not read the earlier case learns only that there is one", async () => {
  await submit("far", "elsewhere", 1);
  const seen = async (by: string) =>
    (await signals(by, "elsewhere")).photos.map(({ like }) => like?.member);
  assert.deepEqual(await seen("other"), [undefined, undefined, undefined]);
  assert.deepEqual(new Set(await seen("founder")), new Set(["anna", "ben"]));
});

test("a submission that was taken back is no earlier case", async () => {
  await village.ask("anna", "withdrawSubmission", { submissionId: "first" });
  const { photos } = await signals("chief", "again");
  assert.deepEqual(
    photos.map(({ like }) => like?.submissionId),
    [undefined, "near"],
  );
});

test("signals are for those who may review it, and not about what they are part of", async () => {
  const refused = async (by: string) => {
    const reply = await village.raw(by, "getSignals", { submissionId: "again" });
    return reply.ok || reply.code;
  };
  assert.equal(await refused("other"), "other_branch");
  assert.equal(await refused("ben"), "not_permitted");
});

test("many submissions in few minutes are counted, those taken back left out", async () => {
  const ids = ["m1", "m2", "m3", "m4", "m5", "m6"];
  for (const id of ids.slice(0, 4)) await village.ask("staff", "submitDuty", cleanup(id));
  assert.equal((await signals("chief", "m1")).burst, undefined);
  for (const id of ids.slice(4)) await village.ask("staff", "submitDuty", cleanup(id));
  await village.ask("staff", "withdrawSubmission", { submissionId: "m6" });
  assert.deepEqual((await signals("chief", "m1")).burst, { by: "staff", count: 5, minutes: 10 });
});

test("two who only ever approve one another are told so, until somebody else approves", async () => {
  const { ask } = village;
  const approved = async (by: string, reviewer: string, submissionId: string) => {
    await ask(by, "submitDuty", cleanup(submissionId));
    const decision = { decision: "approve", submissionId, gradeId: "normal" } as const;
    await ask(reviewer, "reviewSubmission", decision);
  };
  for (const number of [1, 2, 3, 4]) await approved("founder", "deputy", `f${number}`);
  for (const number of [1, 2, 3, 4, 5]) await approved("deputy", "founder", `d${number}`);
  await ask("founder", "submitDuty", cleanup("next"));
  assert.equal((await signals("deputy", "next")).mutual, false, "four are few");
  await approved("founder", "deputy", "f5");
  assert.equal((await signals("deputy", "next")).mutual, true);
  assert.equal((await signals("chief", "next")).mutual, false);
  await approved("founder", "chief", "f6");
  assert.equal((await signals("deputy", "next")).mutual, false);
});

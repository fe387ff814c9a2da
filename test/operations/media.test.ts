import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { everything } from "../support/everything.ts";
import { leaveAt, upload, verdictOf, verdictsCome } from "../support/pictures.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  type Village,
} from "../support/village.ts";

/** WeChat's check of pictures: asked for, heard at the door of its message push, and what it changes. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "media");
});
after(() => cloud.close());

/** The log of the push door: what it heard and what came of it. */
async function heard(): Promise<string[][]> {
  const text = await (await fetch(`${cloud.cloud.url}/log`)).text();
  return [...text.matchAll(/"operation":"(push[^"]*)","caller":"wechat","outcome":"(\w+)"/g)].map(
    ([, operation = "", outcome = ""]) => [operation, outcome],
  );
}

test("reviewers see a submission's photos before the verdict, as they judge by them", async () => {
  const good = await upload(cloud.cloud, "evidence/deed/one.jpg");
  const bad = await upload(cloud.cloud, "evidence/deed/two.jpg", "risky");
  await village.ask("anna", "submitDuty", { ...cleanup("deed"), photos: [good, bad] });
  await verdictsCome(cloud.cloud);
  await leaveAt(cloud.cloud, "deed", "waiting");
  const { photos } = await village.ask("chief", "getSubmission", { submissionId: "deed" });
  assert.equal(photos.length, 2);
});

test("a photo that WeChat refuses is shown and told to its member alone", async () => {
  const { mediaChecks = [] } = await everything(cloud.cloud);
  const check = (name: string) =>
    String(mediaChecks.find(({ fileId }) => String(fileId).endsWith(name))?._id);
  await cloud.cloud.push("chat", verdictOf(check("one.jpg"), "pass"));
  await cloud.cloud.push("chat", verdictOf(check("two.jpg"), "risky"));
  const reviewer = await village.ask("chief", "getSubmission", { submissionId: "deed" });
  assert.deepEqual(
    reviewer.photos.map(({ refused }) => refused),
    [false],
  );
  const own = await village.ask("anna", "getSubmission", { submissionId: "deed" });
  assert.deepEqual(
    own.photos.map(({ refused }) => refused),
    [false, true],
  );
});

test("the same submission sent again asks nothing of WeChat again", async () => {
  const [good, bad] = ["one", "two"].map((name) => `cloud://local.local/evidence/deed/${name}.jpg`);
  const again = { ...cleanup("deed"), photos: [String(good), String(bad)] };
  const { mediaChecks } = await everything(cloud.cloud);
  await village.ask("anna", "submitDuty", again);
  assert.deepEqual((await everything(cloud.cloud)).mediaChecks, mediaChecks);
});

test("a verdict that comes twice counts once, and the first one stands", async () => {
  const { mediaChecks = [] } = await everything(cloud.cloud);
  const traceId = String(mediaChecks[0]?._id);
  await cloud.cloud.push("chat", verdictOf(traceId, "review"));
  assert.deepEqual((await everything(cloud.cloud)).mediaChecks, mediaChecks);
  assert.deepEqual((await heard()).at(-1), ["push:wxa_media_check", "ok"]);
});

test("a verdict that nobody has asked for is logged by its code", async () => {
  await cloud.cloud.push("chat", verdictOf("unheard-of", "pass"));
  assert.deepEqual((await heard()).at(-1), ["push:wxa_media_check", "unknown_trace"]);
});

test("what else WeChat pushes is named in the log as not supported, and answered all the same", async () => {
  const event = { MsgType: "event", Event: "kf_close_session", FromUserName: "oAnna" };
  assert.equal(await cloud.cloud.push("chat", event), "success");
  assert.deepEqual((await heard()).at(-1), ["push:kf_close_session", "not_supported"]);
  await cloud.cloud.push("chat", { MsgType: "image", MediaId: "m", FromUserName: "oAnna" });
  assert.deepEqual((await heard()).at(-1), ["push:image", "not_supported"]);
  await cloud.cloud.push("chat", { MsgType: "text", Content: "你好", FromUserName: "oAnna" });
  assert.deepEqual((await heard()).at(-1), ["push:text", "invalid_input"]);
});

test("a phone that calls the door itself passes no verdict", async () => {
  const was = await everything(cloud.cloud);
  await cloud.cloud.call("chat", verdictOf("forged", "pass"), { openid: "oForger" });
  assert.deepEqual(await everything(cloud.cloud), was);
  assert.deepEqual((await heard()).at(-1), ["push:wxa_media_check", "not_a_push"]);
});

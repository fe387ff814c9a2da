import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cloudbaseDatabase } from "../../cloudbase/database.ts";
import type { Api } from "../../core/api.ts";
import { lastStoriesOf } from "../../core/stories/lastStoriesOf.ts";
import { sdkOf } from "../support/everything.ts";
import { leaveAt, upload, verdictOf, verdictsCome } from "../support/pictures.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  today,
  type Village,
} from "../support/village.ts";

/** Stories through the bundled functions: written, checked, published, read, and taken back. */

let cloud: TestCloud;
let village: Village;

before(async () => {
  cloud = await openCloud();
  village = await makeVillage(cloud, "tales");
  await village.ask("founder", "allowNotices", { kinds: ["toReview"] });
});
after(() => cloud.close());

type Story = Api["saveStory"]["input"];

const story = (storyId: string, more: Partial<Story> = {}): Story => ({
  ...{ storyId, revision: 0, kind: "memberStory", title: "河边的早晨", text: "每天早上去扫河边。" },
  media: { kind: "none" },
  about: { kind: "member", memberId: village.memberId("ben") },
  consent: { how: "当面说好的", on: today },
  peopleChecked: true,
  ...more,
});

const photos = (...fileIds: string[]) => ({ media: { kind: "photos" as const, fileIds } });
const picture = (storyId: string, name: string, says?: string) =>
  upload(cloud.cloud, `stories/${storyId}/${name}.jpg`, says);

/** Written by anna and given to the committee. */
async function handIn(written: Story): Promise<number> {
  const { revision } = await village.ask("anna", "saveStory", written);
  await village.ask("anna", "handInStory", { storyId: written.storyId, revision });
  await verdictsCome(cloud.cloud);
  return revision;
}

async function publish(written: Story): Promise<void> {
  const revision = await handIn(written);
  await village.ask("deputy", "publishStory", { storyId: written.storyId, revision });
}

const codeOf = async (name: string, operation: string, input: unknown) => {
  const reply = await village.raw(name, operation, input);
  return reply.ok || reply.code;
};
const see = (name: string, storyId: string) => village.ask(name, "getStory", { storyId });
const feed = async () =>
  (await village.ask("villager", "listStories", { villageId: "tales" })).rows;

test("a draft is its writer's alone, and saving it again after a lost signal changes nothing", async () => {
  const written = story("quiet");
  assert.deepEqual(await village.ask("anna", "saveStory", written), { revision: 1 });
  assert.deepEqual(await village.ask("anna", "saveStory", written), { revision: 1 });
  assert.equal((await see("anna", "quiet")).name, "ben");
  for (const name of ["ben", "founder", "villager"]) {
    assert.equal(await codeOf(name, "getStory", { storyId: "quiet" }), "not_found", name);
  }
  assert.equal(await codeOf("ben", "saveStory", { ...written, revision: 1 }), "not_found");
});

test("an older draft never overwrites a newer one", async () => {
  const newer = story("quiet", { revision: 1, title: "改过的" });
  assert.deepEqual(await village.ask("anna", "saveStory", newer), { revision: 2 });
  assert.equal(await codeOf("anna", "saveStory", story("quiet")), "changed_meanwhile");
});

test("handed in, the committee is told, sees it, and the person it is about finds it among theirs", async () => {
  await village.ask("anna", "handInStory", { storyId: "quiet", revision: 2 });
  const told = cloud.cloud.outbox().map(({ data }) => JSON.stringify(data));
  assert.match(told.join(), /packages\/stories\/story\/index\?storyId=quiet/);
  const { rows } = await village.ask("founder", "listStoriesToDecide", {});
  assert.deepEqual(
    rows.map(({ id, writer, stage }) => [id, writer, stage]),
    [["quiet", "anna", "ready"]],
  );
  const mine = await village.ask("ben", "listMyStories", {});
  assert.deepEqual(
    mine.rows.map(({ id, part }) => [id, part]),
    [["quiet", "subject"]],
  );
  const { inside } = await see("founder", "quiet");
  assert.deepEqual(inside?.consent, { how: "当面说好的", on: today });
});

test("returned with a reason, it is mended and handed in again; who published it again changes nothing", async () => {
  const returned = { storyId: "quiet", revision: 2, reason: "写得太短" };
  await village.ask("founder", "returnStory", returned);
  await village.ask("founder", "returnStory", returned);
  assert.equal((await see("anna", "quiet")).inside?.reason, "写得太短");
  const revision = await handIn(story("quiet", { revision: 2, text: "每天早上，他去扫河边。" }));
  const decision = { storyId: "quiet", revision };
  await village.ask("deputy", "publishStory", decision);
  assert.deepEqual(await village.ask("deputy", "publishStory", decision), { status: "published" });
  assert.equal(await codeOf("founder", "publishStory", decision), "story_decided");
});

test("a villager without account reads it: what is public, and nothing of how it came about", async () => {
  const [row] = await feed();
  assert.deepEqual(row, {
    ...{ id: "quiet", kind: "memberStory", title: "河边的早晨", name: "ben" },
    ...{ excerpt: "每天早上，他去扫河边。", publishedOn: today, cover: "", seconds: 0 },
  });
  const shown = await see("villager", "quiet");
  assert.deepEqual(shown, {
    ...{ id: "quiet", kind: "memberStory", title: "河边的早晨", name: "ben", status: "published" },
    ...{ text: "每天早上，他去扫河边。", publishedOn: today, photos: [], part: "none" },
    may: { edit: false, withdraw: false, decide: false },
  });
});

test("readers are counted once each, for the committee alone", async () => {
  await see("villager", "quiet");
  await see("ben", "quiet");
  assert.equal((await see("founder", "quiet")).inside?.readers, 2);
  assert.equal((await see("founder", "quiet")).inside?.readers, 3);
  assert.equal((await see("anna", "quiet")).inside?.readers, undefined);
});

test("nobody publishes what they wrote, or what praises them", async () => {
  const own = { about: { kind: "member", memberId: village.memberId("founder") } } as const;
  const { revision } = await village.ask("deputy", "saveStory", story("praise", own));
  await village.ask("deputy", "handInStory", { storyId: "praise", revision });
  const decision = { storyId: "praise", revision };
  assert.equal(await codeOf("deputy", "publishStory", decision), "same_person");
  assert.equal(await codeOf("founder", "publishStory", decision), "same_person");
  await village.ask("deputy", "withdrawStory", { storyId: "praise" });
});

test("nobody but the writer sees a picture before its verdict; all do after", async () => {
  const fileId = await picture("river", "one");
  const revision = await handIn(story("river", photos(fileId)));
  await leaveAt(cloud.cloud, "river", "waiting");
  const [mine, committees] = [await see("anna", "river"), await see("founder", "river")];
  await leaveAt(cloud.cloud, "river", "pass");
  assert.equal(mine.inside?.files[0]?.state, "waiting");
  assert.equal(mine.photos.length, 1);
  assert.deepEqual([committees.photos, committees.inside?.hidden], [[], 1]);
  assert.equal((await see("founder", "river")).photos.length, 1);
  await village.ask("deputy", "publishStory", { storyId: "river", revision });
  const [address = ""] = (await see("villager", "river")).photos;
  assert.equal(await (await fetch(address)).text(), "clean");
  assert.equal((await feed())[0]?.cover !== "", true);
});

test("a picture that WeChat refuses is told to its writer alone, who takes it out", async () => {
  const [good, bad] = [await picture("mixed", "good"), await picture("mixed", "bad", "risky")];
  const revision = await handIn(story("mixed", photos(good, bad)));
  const [mine] = (await village.ask("anna", "listMyStories", {})).rows;
  assert.deepEqual([mine?.id, mine?.stage], ["mixed", "failed"]);
  const { inside, photos: shown } = await see("founder", "mixed");
  assert.deepEqual([inside?.stage, inside?.hidden, shown.length], ["checking", 1, 1]);
  assert.doesNotMatch(JSON.stringify(inside), /risky|failed/);
  const decision = { storyId: "mixed", revision };
  assert.equal(await codeOf("deputy", "publishStory", decision), "photos_unchecked");
  await publish(story("mixed", { revision, ...photos(good) }));
  assert.equal((await see("villager", "mixed")).photos.length, 1);
});

test("what WeChat is not sure of goes before the committee's eyes, and never public by itself", async () => {
  const fileId = await picture("unsure", "one");
  const revision = await handIn(story("unsure", photos(fileId)));
  const traceId = await leaveAt(cloud.cloud, "unsure", "waiting");
  await cloud.cloud.push("chat", verdictOf(traceId, "review"));
  assert.equal((await see("founder", "unsure")).photos.length, 1);
  assert.equal((await see("founder", "unsure")).inside?.lookAt, true);
  assert.deepEqual((await see("ben", "unsure")).photos, []);
  const decision = { storyId: "unsure", revision };
  assert.equal(await codeOf("deputy", "publishStory", decision), "media_unseen");
  await village.ask("deputy", "publishStory", { ...decision, looked: true });
  assert.equal((await see("villager", "unsure")).photos.length, 1);
});

test("a film is watched by somebody of the committee; the picture that stands for it is checked", async () => {
  const coverId = await picture("film", "cover");
  const fileId = await upload(cloud.cloud, "stories/film/film.mp4", "film");
  const video = { kind: "video", fileId, coverId, seconds: 42 } as const;
  const revision = await handIn(story("film", { kind: "family", media: video }));
  assert.equal((await see("founder", "film")).video?.address !== "", true);
  assert.equal((await see("ben", "film")).video?.address, "");
  const decision = { storyId: "film", revision };
  assert.equal(await codeOf("deputy", "publishStory", decision), "media_unseen");
  await village.ask("deputy", "publishStory", { ...decision, looked: true });
  const { rows } = await village.ask("villager", "listStories", {
    ...{ villageId: "tales", kind: "family" },
  });
  assert.deepEqual(
    rows.map(({ id, seconds }) => [id, seconds]),
    [["film", 42]],
  );
});

test("when WeChat cannot be asked nothing is lost: the picture waits, and is sent again", async () => {
  const fileId = await picture("lost", "one");
  const revision = await handIn(story("lost", photos(fileId)));
  await leaveAt(cloud.cloud, "lost", "failed");
  const mine = (await village.ask("anna", "listMyStories", {})).rows[0];
  assert.deepEqual([mine?.id, mine?.stage, mine?.unasked], ["lost", "checking", true]);
  await village.ask("anna", "handInStory", { storyId: "lost", revision });
  await verdictsCome(cloud.cloud);
  assert.equal((await see("founder", "lost")).inside?.stage, "ready");
});

test("the person takes their consent back: the same moment it is gone, with its pictures", async () => {
  const [address = ""] = (await see("villager", "river")).photos;
  assert.deepEqual(await village.ask("ben", "withdrawStory", { storyId: "river" }), {
    status: "withdrawn",
  });
  await village.ask("ben", "withdrawStory", { storyId: "river" });
  assert.equal(await codeOf("villager", "getStory", { storyId: "river" }), "not_found");
  assert.equal(
    (await feed()).some(({ id }) => id === "river"),
    false,
  );
  assert.equal((await fetch(address)).ok, false);
  const record = await see("founder", "river");
  assert.deepEqual(
    [record.status, record.title, record.text, record.name, record.inside?.withdrawnAs],
    ["withdrawn", "", "", "", "subject"],
  );
  assert.equal(await codeOf("far", "withdrawStory", { storyId: "quiet" }), "not_found");
});

test("the grid map reads the newest stories about people of each grid", async () => {
  const last = await lastStoriesOf(cloudbaseDatabase(sdkOf(cloud.cloud)), "tales");
  const ids = [...last].map(([gridId, newest]) => [gridId, newest.map(({ id }) => id)]);
  assert.deepEqual(ids, [["tales-g2", ["film", "unsure", "mixed"]]]);
});

test("a file of another story cannot be slipped in", async () => {
  const fileId = await picture("other", "one");
  assert.equal(await codeOf("anna", "saveStory", story("thief", photos(fileId))), "invalid_input");
});

test("a story can be begun from the ledger by those who may read that passbook", async () => {
  await village.ask("ben", "submitDuty", cleanup("deed"));
  const approve = { decision: "approve", submissionId: "deed", gradeId: "normal" } as const;
  await village.ask("chief", "reviewSubmission", approve);
  const year = { memberId: village.memberId("ben"), year: thisYear };
  for (const name of ["ben", "chief", "founder"]) {
    const { facts } = await village.ask(name, "getStoryFacts", year);
    assert.equal(facts[1], "环境卫生：1次。", name);
  }
  assert.equal(await codeOf("anna", "getStoryFacts", year), "not_permitted");
});

test("a villager nominates a neighbour: the committee reads it, and not who wrote it", async () => {
  const { ask } = village;
  const sent = {
    nominationId: "praise1",
    villageId: "tales",
    name: "隔壁王阿姨",
    text: "她天天扫楼道。从不说累。",
  };
  await ask("villager", "nominate", sent);
  assert.deepEqual(await ask("villager", "nominate", sent), { status: "open" });
  assert.equal(await codeOf("ben", "nominate", sent), "already_exists");
  const { rows } = await ask("founder", "listNominations", {});
  assert.deepEqual(
    rows.map(({ name, by, text }) => [name, by, text]),
    [[sent.name, "villager", sent.text]],
  );
  assert.doesNotMatch(JSON.stringify(rows), /openid|o-tales/);
  const close = { nominationId: "praise1", outcome: "story" } as const;
  await ask("founder", "closeNomination", close);
  assert.deepEqual(await ask("founder", "closeNomination", close), { outcome: "story" });
  assert.deepEqual((await ask("founder", "listNominations", {})).rows, []);
  const closed = await ask("deputy", "listNominations", { status: "closed" });
  assert.deepEqual(
    closed.rows.map(({ outcome, closedBy }) => [outcome, closedBy]),
    [["story", "发起人"]],
  );
});

test("whoever WeChat does not vouch for cannot nominate", async () => {
  const input = { nominationId: "nobody", villageId: "tales", name: "某", text: "好" };
  const reply = await cloud.cloud.call("api", { operation: "nominate", input });
  assert.equal((reply as { code?: string }).code, "not_permitted");
});

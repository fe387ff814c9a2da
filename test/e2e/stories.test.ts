import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../support/browser.ts";
import { sdkOf } from "../support/everything.ts";
import { leaveAt, verdictOf, verdictsCome } from "../support/pictures.ts";
import { makeVillage, openCloud, type TestCloud, type Village } from "../support/village.ts";

/**
 * A story from its first word to its end: written by a member, one of its two photos refused, published by
 * the committee, read by a villager who then nominates a neighbour, and taken back by the person it is about.
 */

let phones: Phones;
let cloud: TestCloud;
let village: Village;
let browser: Browser;
let anna: Page;
let villager: Page;

const title = "河边的早晨";
const text = "天还没亮，他就推着小车到了河边。";

before(async () => {
  phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  cloud = await openCloud([phones.handle]);
  village = await makeVillage(cloud, "tangjiao");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await cloud?.close();
  await phones?.close();
});

async function phoneOf(name: string, path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
  page.setDefaultTimeout(20_000);
  const query = new URLSearchParams({ id: name, openid: village.openid(name), path });
  await page.goto(`${cloud.cloud.url}/phone/index.html?${query}`);
  return page;
}

const addPhotos = () => anna.getByLabel(/^加照片/).click();
const answer = (page: Page, yes: string) =>
  page.getByRole("dialog").getByText(yes, { exact: true }).click();

/** Two photos that a phone might send: one light, one dark. */
const twoPhotos = [60, 200].map((shade) => {
  const png = new PNG({ width: 120, height: 80 });
  png.data.fill(shade);
  return { name: `${shade}.png`, mimeType: "image/png", buffer: PNG.sync.write(png) };
});

test("who does not agree to the privacy guideline can use everything but the photos", async () => {
  anna = await phoneOf("anna", "/packages/stories/feed/index");
  await anna.getByText("还没有微故事").waitFor();
  await anna.getByText("写一篇").click();
  await addPhotos();
  await anna.getByText("不同意", { exact: true }).click();
  await anna.getByText("没有同意，就不能放照片；别的都能用").waitFor();
  await anna.getByRole("textbox", { name: "题目" }).fill(title);
  await anna.getByRole("button", { name: "返回" }).click();
  await anna.getByRole("link", { name: "点赞推荐" }).waitFor();
});

test("a member writes a story with two photos, and what was begun is still there", async () => {
  await anna.getByText("写一篇").click();
  await anna.getByText("上次没写完的还在").waitFor();
  assert.equal(await anna.getByRole("textbox", { name: "题目" }).inputValue(), title);
  await anna.getByRole("radio", { name: "本村党员" }).click();
  await anna.getByLabel("ben，第一党支部").click();
  await anna.getByRole("textbox", { name: "故事" }).fill(text);
  const chosen = anna.waitForEvent("filechooser");
  await addPhotos();
  await anna.getByText("同意，继续").click(); // asked again, as she had not agreed
  await (await chosen).setFiles(twoPhotos);
  await anna.getByLabel("拿掉第2张照片").waitFor();
  await anna.getByRole("checkbox").click();
  await anna.getByText("当面说好的").click();
  await anna.getByText("交给党委", { exact: true }).click();
  await anna.getByText("交给党委了").waitFor();
});

test("a photo that WeChat refuses is told to its author alone, who takes it out", async () => {
  await verdictsCome(cloud.cloud);
  const { rows } = await village.ask("anna", "listMyStories", {});
  const storyId = rows[0]?.id ?? "";
  await leaveAt(cloud.cloud, storyId, "waiting");
  const checks = sdkOf(cloud.cloud).collection("mediaChecks");
  const { data } = await checks.where({ of: storyId }).limit(2).get();
  for (const [index, { _id }] of data.entries()) {
    await cloud.cloud.push("chat", verdictOf(String(_id), index === 0 ? "risky" : "pass"));
  }
  await anna.getByText("看我的微故事").click();
  await anna.getByText("有照片没通过").click();
  await anna.getByText("这张不能公开，只有您看得到").waitFor();
  await anna.getByText("改一改", { exact: true }).click();
  await anna.getByRole("button", { name: /没通过/ }).waitFor();
  const refused = await anna.getByRole("button", { name: /没通过/ }).getAttribute("aria-label");
  await anna.getByLabel(`拿掉${refused?.slice(0, 5)}`).click();
  await anna.getByText("交给党委", { exact: true }).click();
  await anna.getByText("交给党委了").waitFor();
});

test("another pair of eyes in the committee publishes it", async () => {
  const founder = await phoneOf("founder", "/packages/committee/desk/index");
  await founder.getByText("微故事，等党委看").click();
  await founder.getByText(title).click();
  await founder.getByText("当面说好的").waitFor();
  await founder.getByText("发布", { exact: true }).click();
  await answer(founder, "发布");
  await founder.getByText("已经发布").waitFor();
  await founder.close();
});

test("a villager without account reads it, and nominates a neighbour", async () => {
  villager = await phoneOf("villager", "/pages/home/index");
  await villager.getByText(`新的：${title}`).click();
  await villager.getByText(text).click();
  await villager.getByLabel("第1张照片，点一下看大图").waitFor();
  await villager.getByText("转发给别人看").waitFor();
  await villager.getByRole("button", { name: "返回" }).click();
  await villager.getByRole("link", { name: "点赞推荐" }).click();
  await villager.getByRole("textbox", { name: "推荐谁" }).fill("隔壁王阿姨");
  await villager.getByRole("textbox", { name: "做了什么好事" }).fill("她天天扫楼道。从不说累。");
  await villager.getByText("交给党委", { exact: true }).click();
  await villager.getByText("党委收到了").waitFor();
  const { rows } = await village.ask("founder", "listNominations", {});
  assert.deepEqual(
    rows.map(({ name, by }) => [name, by]),
    [["隔壁王阿姨", "villager"]],
  );
});

test("the person it is about takes their consent back, and for the villager it is gone", async () => {
  const ben = await phoneOf("ben", "/packages/stories/mine/index");
  await ben.getByText(title).click();
  await ben.getByText("我不同意了，撤下").click();
  await answer(ben, "撤下");
  await ben.getByText("已经撤下", { exact: true }).waitFor();
  await villager.getByText("好的", { exact: true }).click();
  await villager.getByText("还没有微故事").waitFor();
});

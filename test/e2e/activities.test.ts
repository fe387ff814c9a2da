import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import jsQR from "jsqr";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../support/browser.ts";
import { everything } from "../support/everything.ts";
import { makeVillage, openCloud, type TestCloud, type Village } from "../support/village.ts";

/**
 * A meeting as a branch holds it: twelve expected, nine check in by the code on the secretary's phone,
 * one has leave, two stay away. Two phones side by side, one of which scans the other.
 */

let phones: Phones;
let cloud: TestCloud;
let village: Village;
let browser: Browser;
let page: Page;

const activityId = "meeting";
const newcomers = ["沈阿根", "陆桂珍", "顾福泉", "徐林根", "朱美英", "钱水根"];
/** Check in by the code as it was read off the screen; anna's phone scans it itself. */
const readers = ["chief", "staff", "deputy", ...newcomers.slice(0, 5)];

before(async () => {
  phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  cloud = await openCloud([phones.handle]);
  village = await makeVillage(cloud, "tangjiao");
  await Promise.all(newcomers.map((name, index) => enrol(21 + index, name)));
  await plan();
  browser = await openBrowser();
  page = await deskOf({ 书记: "chief", 党员: "anna" });
});
after(async () => {
  await browser?.close();
  await cloud?.close();
  await phones?.close();
});

async function enrol(ordinal: number, name: string): Promise<void> {
  const member = { ordinal, name, branchId: "tangjiao-b1", hamlet: "东浜" };
  const { memberId } = await village.ask("founder", "enrolMember", member);
  const { code } = await village.ask("founder", "invite", { memberId });
  await village.ask(name, "signIn", { code });
}

async function plan(): Promise<void> {
  const minutes = (after: number) => new Date(Date.now() + after * 60_000).toISOString();
  const { expected } = await village.ask("chief", "planActivity", {
    ...{ activityId, kind: "branch", title: "支部党员大会", place: "村部" },
    ...{ startsAt: minutes(-5), endsAt: minutes(60), branchId: "tangjiao-b1", expects: "branch" },
  });
  assert.equal(expected, 12);
}

/** Phones beside each other in one window, by the titles of their frames. */
async function deskOf(people: Readonly<Record<string, string>>): Promise<Page> {
  const frames = Object.entries(people).map(([title, name]) => {
    const path = "/packages/activities/list/index";
    const query = new URLSearchParams({ id: name, openid: village.openid(name), path });
    const style = "width: 375px; height: 812px";
    return `<iframe title="${title}" style="${style}" src="/phone/index.html?${query}"></iframe>`;
  });
  const desk = await browser.newPage({ viewport: { width: 800, height: 840 } });
  desk.setDefaultTimeout(20_000);
  const body = `<!doctype html><meta charset="utf-8">${frames.join("")}`;
  await desk.route("**/desk", (route) => route.fulfill({ contentType: "text/html", body }));
  await desk.goto(`${cloud.cloud.url}/desk`);
  return desk;
}

const secretary = (): FrameLocator => page.frameLocator('iframe[title="书记"]');
const member = (): FrameLocator => page.frameLocator('iframe[title="党员"]');

/** What stands in the ledger for the meeting. */
async function entries(): Promise<number> {
  const { entries: all = [] } = await everything(cloud.cloud);
  return all.filter(({ event }) => event === activityId).length;
}

/** The text of the code, read off a picture of the secretary's screen. */
async function readCode(): Promise<string> {
  const picture = await secretary().getByRole("img", { name: "签到码" }).screenshot();
  const { data, width, height } = PNG.sync.read(picture);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? "";
}

test("one asks for leave, and the secretary grants it on the phone", async () => {
  await village.ask("ben", "askLeave", { activityId, reason: "去区里看病" });
  await secretary().getByText("支部党员大会", { exact: true }).click();
  await secretary().getByText("去区里看病").waitFor();
  await secretary().getByLabel("准ben的假", { exact: true }).click();
  await secretary().getByText("准了假 · 1人").waitFor();
});

test("a member's phone scans the code on the secretary's", async () => {
  await secretary().getByText("现场签到码").click();
  await secretary().getByText("已到0人，应到12人").waitFor();
  await member().getByText("扫码签到").click();
  const finder = member().getByRole("dialog", { name: "扫一扫" });
  await finder.getByText(/passbook:check-in/).click();
  await member()
    .getByText(/签到成功/)
    .waitFor();
  await member().getByText("✓ 已到").waitFor();
});

test("eight more check in by the code read off the screen, and the screen counts them", async () => {
  const [, , of, code = ""] = (await readCode()).split(":");
  assert.equal(of, activityId);
  for (const name of readers) await village.ask(name, "checkIn", { activityId, code });
  await secretary().getByText("已到9人，应到12人").waitFor();
  await secretary().getByRole("button", { name: "返回" }).click();
});

test("closed by the secretary, eight lines are recorded, and the own one waits", async () => {
  const preview =
    "9人到会，各记2分；2人缺席，不扣分；1人请假。您自己的分要另一位书记或党委成员确认。";
  await secretary().getByText(preview).waitFor();
  await secretary().getByText("结束登记", { exact: true }).click();
  await secretary().getByRole("dialog").getByText("记上", { exact: true }).click();
  await secretary().getByText("您的分要等另一位书记或党委成员确认").waitFor();
  await secretary().getByText("缺席 · 2人").waitFor();
  assert.equal(await entries(), 8);
});

test("closed by another and once more, there are nine, once", async () => {
  for (const by of ["founder", "chief"]) {
    assert.equal((await village.ask(by, "closeActivity", { activityId })).left, 0);
  }
  assert.equal(await entries(), 9);
  for (const name of ["anna", ...readers]) {
    assert.equal((await village.ask(name, "getPassbook", {})).balance, 200);
  }
  for (const name of ["ben", "founder", "钱水根"]) {
    assert.equal((await village.ask(name, "getPassbook", {})).balance, 0);
  }
});

test("the secretary's list shows how many came, and the calendar that it was held", async () => {
  await secretary().getByRole("button", { name: "返回" }).click();
  await secretary().getByText("9人到会，1人请假，2人缺席").waitFor();
  const { calendar } = await village.ask("chief", "listActivities", {});
  const meetings = calendar?.branch.find(({ kind }) => kind === "branch");
  assert.equal(meetings?.periods.filter(({ state }) => state === "held").length, 1);
});

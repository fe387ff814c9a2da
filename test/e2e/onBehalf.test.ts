import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../support/browser.ts";
import { makeVillage, openCloud, type TestCloud, type Village } from "../support/village.ts";

/**
 * 代录 as it happens: grid staff sit with an old woman who has no smartphone, in a house without
 * reception; on the way home it goes out, and the secretary approves it.
 */

let phones: Phones;
let cloud: TestCloud;
let village: Village;
let browser: Browser;
let staff: Page;

const elder = { ordinal: 31, name: "陆阿婆", branchId: "tangjiao-b1", hamlet: "东浜" };
const said = "在自家门口照看了三个放学的孩子";

before(async () => {
  phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  cloud = await openCloud([phones.handle]);
  village = await makeVillage(cloud, "tangjiao");
  await village.ask("founder", "enrolMember", elder);
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

const setOnline = (phone: Page, online: boolean) =>
  phone.evaluate(`window.phone.setOnline(${online})`);

const waiting = async () => (await village.ask("chief", "getReviewQueue", {})).rows;

test("grid staff write for an elder with six taps and a sentence, without a signal", async () => {
  staff = await phoneOf("staff", "/pages/home/index");
  let taps = 0;
  const tap = async (what: ReturnType<Page["getByText"]>) => {
    await what.click();
    taps++;
  };
  await tap(staff.getByText("代人申报"));
  await staff.getByText(elder.name).waitFor();
  // The list and a form were seen here once: from now on the phone knows them.
  await staff.waitForFunction(`wx.getStorageSync('dutyFormOnBehalf') !== ''`);
  await setOnline(staff, false);
  await tap(staff.getByLabel(`替${elder.name}申报，第一党支部`));
  await tap(staff.getByText("当面说好的"));
  await tap(staff.getByText("爱心帮扶"));
  await tap(staff.getByRole("textbox", { name: "做了什么" }));
  await staff.keyboard.insertText(said);
  await tap(staff.getByText("交给审核"));
  await staff.getByText("已经存在手机里").waitFor();
  assert.equal(taps, 6);
  assert.deepEqual(await waiting(), []);
});

test("when the signal is back it goes out by itself, once, and says so", async () => {
  await setOnline(staff, true);
  await staff.getByText("刚才存的1条申报已经交上去了").waitFor();
  const rows = await waiting();
  assert.deepEqual(
    rows.map(({ member, recorder, text }) => [member, recorder, text]),
    [[elder.name, "staff", said]],
  );
});

test("the secretary approves it, and the elder's line shows for ever who wrote it down", async () => {
  const chief = await phoneOf("chief", "/packages/review/queue/index");
  await chief.getByText(elder.name).click();
  await chief.getByText("staff代录（当面说好的）").waitFor();
  await chief.getByText("通过 · 按要求完成").click();
  await chief.getByRole("dialog").getByText("通过", { exact: true }).click();
  await chief.getByText(/已通过，记2分/).waitFor();
  const memberId = `tangjiao-m${elder.ordinal}`;
  const book = await phoneOf("chief", `/packages/member/passbook/index?memberId=${memberId}`);
  await book.getByText(/第1行.*staff代录/).waitFor();
});

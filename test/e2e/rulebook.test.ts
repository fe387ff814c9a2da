import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../support/browser.ts";
import {
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  type Village,
} from "../support/village.ts";

/** A rulebook revised on a phone of the committee, and read on the phones of everybody else. */

let phones: Phones;
let cloud: TestCloud;
let village: Village;
let browser: Browser;
let page: Page;

before(async () => {
  phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  cloud = await openCloud([phones.handle]);
  village = await makeVillage(cloud, "tangjiao", thisYear - 1);
  await village.ask("founder", "openYear", { year: thisYear });
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 375, height: 812 } });
  page.setDefaultTimeout(15_000);
});
after(async () => {
  await browser?.close();
  await cloud?.close();
  await phones?.close();
});

/** Somebody's phone, just opened at a page. */
const open = (name: string, path: string) =>
  page.goto(
    `${cloud.cloud.url}/phone/index.html?${new URLSearchParams({
      ...{ id: name, openid: village.openid(name), path },
    })}`,
  );

const tap = (text: string) => page.getByText(text, { exact: true }).first().click();

test("a committee member changes points on a form, half points too, and sees the change in words", async () => {
  await open("founder", "/packages/committee/rulebook/index");
  await tap("环境卫生");
  await page.getByRole("textbox", { name: "分值" }).first().fill("2.5");
  await tap("存进草稿");
  await tap("改了什么，发布");
  await page.getByText("“环境卫生”：“按要求完成一次”由2分改为2.5分").waitFor();
});

test("published, it asks in plain words first and says that it is done", async () => {
  await tap("发布");
  await page.getByText(/以前做的事还按第1版记分，已经记的账不变/).waitFor();
  await page.getByRole("dialog").getByText("发布", { exact: true }).click();
  await page.getByText("第2版发布了").waitFor();
});

test("a member's form and everybody's rulebook show the new points", async () => {
  await open("anna", "/packages/member/submit/index");
  await page.getByText("按要求完成一次2.5分，为整治作出重大贡献3分").waitFor();
  await open("stranger", "/packages/rulebook/rulebook/index");
  await page.getByRole("textbox").fill("打扫");
  await page.getByLabel("2.5分", { exact: true }).waitFor();
  assert.deepEqual(await page.evaluate("window.__errors"), []);
});

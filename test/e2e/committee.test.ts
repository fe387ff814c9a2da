import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { profileB } from "../../core/rulebook/profileB.ts";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../support/browser.ts";
import {
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  type Village,
} from "../support/village.ts";

/** Four eyes on two phones: a deduction is proposed, confirmed by somebody else, and undone again. */

let phones: Phones;
let cloud: TestCloud;
let village: Village;
let browser: Browser;
let founder: Page;
let deputy: Page;

before(async () => {
  phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  cloud = await openCloud([phones.handle]);
  village = await makeVillage(cloud, "tangjiao", thisYear, profileB);
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await cloud?.close();
  await phones?.close();
});

async function phoneOf(name: string, path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
  page.setDefaultTimeout(30_000);
  const of = new URLSearchParams({ id: name, openid: village.openid(name), path });
  await page.goto(`${cloud.cloud.url}/phone/index.html?${of}`);
  return page;
}

/** Taps what is seen: pages below keep theirs. */
const tap = (page: Page, text: string | RegExp) =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first().click();

const seen = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();

/** Taps the answer in the dialog that asks. */
const agree = (page: Page, answer: string) =>
  page.getByRole("dialog").getByText(answer, { exact: true }).click();

test("one of the committee proposes a deduction, from the desk to the member to the rule", async () => {
  founder = await phoneOf("founder", "/pages/me/index");
  await tap(founder, "党委工作台");
  await tap(founder, "给党员记分");
  await founder.getByLabel("找一名党员").fill("anna");
  await founder.getByText("都在这里了").waitFor();
  await tap(founder, "anna");
  await tap(founder, "应做未做");
  await tap(founder, "群众反映，已经核实");
  await tap(founder, "提出：扣2分");
  await seen(founder, "另一位委员确认以后，才会记进一本通。");
});

test("the same person is offered no confirmation, and the village refuses it", async () => {
  await tap(founder, "看一看");
  await seen(founder, "等另一位确认");
  await seen(founder, "发给另一位委员确认");
  assert.equal(await founder.getByText(/^确认，扣2分$/).count(), 0);
  const { rows } = await village.ask("founder", "listDecisions", {});
  const decisionId = rows[0]?.id ?? "";
  const reply = await village.raw("founder", "confirmDecision", {
    decision: "confirm",
    decisionId,
  });
  assert.equal(reply.ok || reply.code, "same_person");
});

test("another one finds it on the desk, reads what it would count, and confirms", async () => {
  deputy = await phoneOf("deputy", "/packages/committee/desk/index");
  await tap(deputy, "记分，等您确认");
  await tap(deputy, "anna");
  await seen(deputy, /不参加义务劳动一次，扣2分。原因：群众反映，已经核实。/);
  await tap(deputy, "确认，扣2分");
  await agree(deputy, "确认");
  await seen(deputy, "已记账");
});

test("the member's passbook shows the deduction with both names", async () => {
  const anna = await phoneOf("anna", "/packages/member/passbook/index");
  await anna.getByLabel(/^应做未做，−2分/).click();
  await seen(anna, /发起人、deputy/);
  await anna.close();
});

test("undone on the correction page, both lines show there and in the passbook", async () => {
  const path = `/packages/committee/correct/index?memberId=${village.memberId("anna")}`;
  const page = await phoneOf("founder", path);
  await page.getByLabel(/^应做未做，−2分/).click();
  await tap(page, "冲正这一行");
  await tap(page, "记重了");
  await agree(page, "冲正");
  await seen(page, /第1行“应做未做”冲正了/);
  await seen(page, "冲正的是第1行");
  await seen(page, "已被第2行冲正");
  const { entries, balance } = await village.ask("anna", "getPassbook", {});
  assert.deepEqual(
    entries.map(({ points }) => points),
    [200, -200],
  );
  assert.equal(balance, 0);
});

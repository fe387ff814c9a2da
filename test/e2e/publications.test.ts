import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../support/browser.ts";
import { sdkOf } from "../support/everything.ts";
import {
  cleanup,
  makeVillage,
  openCloud,
  type TestCloud,
  thisYear,
  type Village,
} from "../support/village.ts";

/** A month is published, a villager objects, the committee upholds it, and anyone can have it all verified. */

const year = thisYear - 1;
let phones: Phones;
let cloud: TestCloud;
let village: Village;
let browser: Browser;
let villager: Page;
let committee: Page;

before(async () => {
  phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  cloud = await openCloud([phones.handle]);
  village = await makeVillage(cloud, "tangjiao", year);
  for (const day of ["01-05", "01-20"]) {
    const submissionId = `deed-${day}`;
    await village.ask("anna", "submitDuty", {
      ...cleanup(submissionId),
      workedOn: `${year}-${day}`,
    });
    const approve = { decision: "approve", submissionId, gradeId: "normal" } as const;
    await village.ask("chief", "reviewSubmission", approve);
  }
  browser = await openBrowser();
  committee = await phoneOf("founder", "/packages/publications/list/index");
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

/** Taps the answer in the dialog that asks. */
const agree = (page: Page, answer: string) =>
  page.getByRole("dialog").getByText(answer, { exact: true }).click();

test("the committee publishes January with one button, after a plain warning", async () => {
  await committee.getByLabel(`公示${year}年1月`, { exact: true }).click();
  await committee.getByText(/就定下来了.*不能撤回/).waitFor();
  await agree(committee, "公示");
  await committee.getByText("公示中 · 还有7天").waitFor();
});

test("a villager without account comes from the board to the list, and objects to a row", async () => {
  villager = await phoneOf("villager", "/pages/board/index");
  await villager.getByText("公示名单").click();
  await villager.getByText(`${year}年1月`, { exact: true }).click();
  await villager.getByLabel("anna，4分，点一下提异议").click();
  await villager.getByRole("textbox", { name: "哪里不对" }).fill("20日下大雨，没有人打扫");
  await villager.getByText("提异议", { exact: true }).last().click();
  await villager.getByText("异议交上去了").waitFor();
});

test("the committee chooses the line to undo, and upholds the objection with its reason", async () => {
  await committee.getByText("收到的异议").click();
  await committee.getByText("20日下大雨，没有人打扫").click();
  await committee.getByText(/^第2行/).click();
  await committee.getByRole("textbox", { name: "答复" }).fill("查了，那天没有打扫");
  await committee.getByText("成立", { exact: true }).click();
  await committee.getByText(/撤销anna的1行，减2分/).waitFor();
  await agree(committee, "成立");
  await committee.getByText("没有等答复的异议").waitFor();
});

test("the passbook shows both lines; the reversal counts in the open month, January stays", async () => {
  const anna = await phoneOf("anna", "/packages/member/passbook/index");
  await anna.getByText("冲正的是第2行").waitFor();
  await anna.getByText("已被第3行冲正").waitFor();
  const points = async (month: string) =>
    (await village.ask("villager", "getBoard", { villageId: "tangjiao", year, month })).total;
  assert.deepEqual([await points("01"), await points("02")], [400, -200]);
});

test("the villager reads the answer", async () => {
  await villager.getByText("看我的异议").click();
  await villager.getByText("查了，那天没有打扫").waitFor();
  await villager.getByText("成立", { exact: true }).waitFor();
});

test("the verification is green, and red with the line's name once a stored line is altered", async () => {
  const page = await phoneOf("villager", "/packages/publications/verify/index");
  await page.getByText("开始核对").click();
  await page.getByText("逐行核对了9本一本通、3行，全部对得上。").waitFor();
  const line = sdkOf(cloud.cloud).collection("entries").doc("award-deed-01-05");
  const { data } = await line.get();
  const { _id, ...entry } = data ?? {};
  await line.set({ data: { ...entry, points: 2000 } });
  await page.getByText("再核对一次").click();
  await page.getByText(`${year}年第4号一本通，第1行对不上：记下以后被改动过。`).waitFor();
});

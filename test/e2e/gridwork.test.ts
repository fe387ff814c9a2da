import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../support/browser.ts";
import { addFloatingFamily } from "../support/family.ts";
import { makeVillage, openCloud, type TestCloud, type Village } from "../support/village.ts";

/**
 * Grid staff at the door: a family that came from elsewhere is one form, a need is followed until it is done,
 * and what is written where there is no signal is sent once, later, whatever becomes of the phone meanwhile.
 */

let phones: Phones;
let cloud: TestCloud;
let village: Village;
let browser: Browser;
/** What this one keeps is there again when the phone is opened anew. */
let pocket: BrowserContext;
let staff: Page;

before(async () => {
  phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  cloud = await openCloud([phones.handle]);
  village = await makeVillage(cloud, "tangjiao");
  browser = await openBrowser();
  pocket = await browser.newContext({ viewport: { width: 375, height: 812 } });
  await open(list);
});
after(async () => {
  await browser?.close();
  await cloud?.close();
  await phones?.close();
});

const said = "送去了入学通知";
const list = "/packages/gridwork/households/index";

/** Opens the phone; one that was open is closed, in the middle of whatever it did. */
async function open(path: string): Promise<void> {
  await staff?.close();
  staff = await pocket.newPage();
  staff.setDefaultTimeout(20_000);
  const query = new URLSearchParams({ id: "staff", openid: village.openid("staff"), path });
  await staff.goto(`${cloud.cloud.url}/phone/index.html?${query}`);
}

const setOnline = (online: boolean) => staff.evaluate(`window.phone.setOnline(${online})`);

const field = (name: string) => staff.getByRole("textbox", { name, exact: true });

const household = async () => {
  const { rows } = await village.ask("staff", "listHouseholds", { search: "王小宝" });
  const [{ householdId } = { householdId: "" }] = rows;
  return village.ask("staff", "getHousehold", { householdId });
};

test("a family of three from elsewhere is one form and one save", async () => {
  await staff.getByText("还没有登记住户").waitFor();
  await addFloatingFamily(staff);

  const { residents, hamlet, history } = await household();
  assert.equal(hamlet, "东浜");
  assert.deepEqual(
    residents.map(({ name, kind, floating }) => [name, kind, floating?.from, floating?.landlord]),
    ["王大海", "李小梅", "王小宝"].map((name) => [name, "floating", "河南周口", "陆阿婆"]),
  );
  assert.equal(history.filter(({ what }) => what === "new").length, 4);
});

test("it is found by the name of a child, and counted", async () => {
  await open(list);
  for (const number of ["户数1", "人口3", "新居民3"]) {
    await staff.getByLabel(number, { exact: true }).waitFor();
  }
  await staff.getByRole("textbox").fill("小宝");
  await staff.getByText("3人 · 流动3人").waitFor();
  await staff.getByLabel("走访王大海").click();
});

test("a need that a visit found stays on top until it is done", async () => {
  await field("看到什么、聊了什么").fill("一家三口都在，孩子要上学");
  await staff.getByRole("radio", { name: "有", exact: true }).click();
  await field("要办什么").fill("帮孩子联系学校");
  await staff.getByText("保存", { exact: true }).click();
  await staff.getByText("1件需求没办").waitFor();
  await staff.getByLabel(/^王大海，/).click();

  await staff.getByLabel("帮孩子联系学校，记进展").click();
  await staff.getByText("已经报给村里").click();
  await staff.getByText("记下", { exact: true }).click();
  await staff.getByText(/staff：已经报给村里/).waitFor();

  await staff.getByLabel("帮孩子联系学校，办好了").click();
  await staff.getByText("村里办好了").click();
  await staff.getByRole("dialog").getByText("办好了", { exact: true }).click();
  await staff.getByText(/日办好了$/).waitFor();
  assert.equal((await household()).openNeeds, 0);
});

test("a visit typed without a signal outlives a closed phone", async () => {
  await pocket.route("**/call/**", (call) => call.abort());
  await staff.getByText("走访", { exact: true }).last().click();
  await field("看到什么、聊了什么").fill(said);
  await open(list);
  await staff.getByText("没有信号，这是上次看到的名单").waitFor();
  await staff.getByText("没写完，还没保存").waitFor();
  await staff.getByLabel("走访王大海").click();
  await staff.getByText("上次没写完的还在").waitFor();
  assert.equal(await field("看到什么、聊了什么").inputValue(), said);
  await staff.getByText("保存", { exact: true }).click();
  await staff.getByText("有信号时自动发送").waitFor();
  await open(list);
  await staff.getByText("有信号时自动发送").waitFor();
  assert.equal((await household()).visits.length, 1);
});

test("when the signal is back it is sent once, and the phone says so", async () => {
  await setOnline(false);
  await pocket.unroute("**/call/**");
  await setOnline(true);
  await staff.getByText("刚才存的1条网格记录已经发出去了").waitFor();
  await staff.getByText("还在手机里").waitFor({ state: "hidden" });
  await open(list);
  await staff.getByLabel("走访王大海").waitFor();
  const { visits } = await household();
  assert.deepEqual(visits.map(({ text, by }) => [text, by]).sort(), [
    ["一家三口都在，孩子要上学", "staff"],
    [said, "staff"],
  ]);
});

import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, FrameLocator, Page } from "playwright-core";
import type { Api, OperationName } from "../../core/api.ts";
import type { Reply } from "../../core/app.ts";
import { demoMember, secretaryOf, staffOf, villagerOpenid } from "../../local/demo/village.ts";
import { openBrowser } from "../support/browser.ts";
import { addFloatingFamily } from "../support/family.ts";
import { failToStart, newFolder, type Running, startVillage } from "../support/running.ts";

/**
 * `npm start` as a newcomer meets it: the demo village made on the first run, the main job on the three
 * phones, the same by HTTP, and everything still there after a restart.
 */

const folder = newFolder();
let village: Running;
let browser: Browser;
let page: Page;

before(async () => {
  village = await startVillage(folder);
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1360, height: 1000 } });
  page.setDefaultTimeout(30_000);
  await page.goto(village.url);
});
after(async () => {
  await browser?.close();
  await village?.interrupt();
  rmSync(folder, { recursive: true });
});

/** The phone that shows the member, the secretary or the villager. */
const phone = (who: "党员" | "支部书记" | "村民"): FrameLocator =>
  page.frameLocator(`iframe[title="${who}的手机"]`);

const member = () => phone("党员");
const secretary = () => phone("支部书记");
const villager = () => phone("村民");

/** The villager's tab bar. */
const tab = (name: string) => villager().getByText(name, { exact: true }).last();

/** Taps the answer in the dialog that asks. */
const agree = (on: FrameLocator, answer: string) =>
  on.getByRole("dialog").getByText(answer, { exact: true }).click();

async function post(openid: string, operation: string, input: unknown): Promise<Reply> {
  const response = await fetch(`${village.url}/call/api`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-wx-openid": openid },
    body: JSON.stringify({ operation, input }),
  });
  return (await response.json()) as Reply;
}

/** Asks by HTTP and expects an answer. */
async function ask<Name extends OperationName>(
  openid: string,
  operation: Name,
  input: Api[Name]["input"],
): Promise<Api[Name]["output"]> {
  const reply = await post(openid, operation, input);
  assert(reply.ok, JSON.stringify(reply));
  return reply.value as Api[Name]["output"];
}

/** Two pictures, taken of the page itself. */
async function twoPhotos() {
  const clip = { x: 0, y: 0, width: 400, height: 300 };
  const [one, two] = [{ ...clip }, { ...clip, y: 300 }];
  const photo = async (area: typeof clip, name: string) => {
    const buffer = await page.screenshot({ type: "jpeg", clip: area });
    return { name, mimeType: "image/jpeg", buffer };
  };
  return [await photo(one, "one.jpg"), await photo(two, "two.jpg")];
}

const board = (year?: number) => ask(villagerOpenid, "getBoard", { villageId: "tangjiao", year });

test("the first start says how the demo village is being made, then one address", () => {
  assert.match(village.printed(), /Making the demo village: 100 %/);
  assert.match(village.printed(), /running at http:\/\/127\.0\.0\.1:\d+ /);
});

test("the health of the cloud can be asked for", async () => {
  assert.equal((await fetch(`${village.url}/health`)).status, 200);
});

test("2013 and 2014 sum to what the report says", async () => {
  const [y2013, y2014] = [await board(2013), await board(2014)];
  assert.deepEqual([y2013.total, y2014.total, y2014.totalYearBefore], [131_800, 318_200, 131_800]);
});

test("114 members stand on the board, in 9 branches and 6 grids", async () => {
  const count = async (by: "branches" | "grids") => {
    const { rows } = await ask(villagerOpenid, "getBoard", { villageId: "tangjiao", by });
    return [rows.length, rows.reduce((sum, row) => sum + (row.members ?? 0), 0)];
  };
  assert.deepEqual(await count("branches"), [9, 114]);
  assert.deepEqual(await count("grids"), [6, 114]);
});

test("the openids of the demo's people are listed", async () => {
  const answer = await (await fetch(`${village.url}/demo/people`)).json();
  const { people } = answer as { people: Array<{ openid: string }> };
  assert.equal(people.length, 115);
  assert(people.some(({ openid }) => openid === demoMember.openid));
});

test("a refusal over HTTP is a code and a Chinese sentence", async () => {
  assert.deepEqual(await post(villagerOpenid, "getMe", {}), {
    ...{ ok: false, code: "not_signed_in", message: "请先用邀请码登录" },
  });
});

test("the three phones show a member, that member's secretary and a villager", async () => {
  await member().getByText(demoMember.name).waitFor();
  await secretary().getByText(secretaryOf(demoMember.branch).name).waitFor();
  await villager().getByText("用邀请码登录", { exact: true }).waitFor();
});

test("a member claims a post, and the secretary confirms it", async () => {
  await member().getByText("认领岗位").first().click();
  await member().getByLabel("认领环境卫生工作岗", { exact: true }).click();
  await member().getByText("确认认领").click();
  await member()
    .getByText(/等书记确认/)
    .waitFor();
  await secretary().getByText("等我审核").click();
  await secretary().getByLabel(`确认${demoMember.name}的认领`).click();
  await agree(secretary(), "确认");
  await secretary().getByLabel(`确认${demoMember.name}的认领`).waitFor({ state: "detached" });
});

test("a member submits a clean-up with two photos", async () => {
  await member().getByLabel("返回").click();
  await member().getByText("环境卫生工作岗").click();
  await member().getByRole("textbox", { name: "做了什么" }).fill("带着三户人家把桥头的垃圾清了");
  await member()
    .getByLabel(/^加照片/)
    .click();
  const chosen = page.waitForEvent("filechooser");
  await member().getByText("同意，继续").click(); // WeChat asks once, before the first photo
  await (await chosen).setFiles(await twoPhotos());
  await member().getByLabel("删掉第2张照片").waitFor();
  await member().getByText("交给审核").click();
  await member().getByText("已经交上去了").waitFor();
});

test("the secretary sees it with its photos, and approves it as a major contribution", async () => {
  await secretary().getByLabel("返回").click();
  await secretary().getByText("等我审核").click();
  await secretary().getByText("带着三户人家把桥头的垃圾清了").click();
  await secretary().getByLabel("第2张照片，点一下看大图").waitFor();
  await secretary().getByText("通过 · 为整治作出重大贡献").click();
  await agree(secretary(), "通过");
  await secretary()
    .getByText(/已通过/)
    .waitFor();
});

test("the member's passbook shows 3 points and why", async () => {
  await member().getByText("好的").click();
  await member().getByText("打开一本通").click();
  const line = member()
    .getByLabel(/^环境卫生，\+3分/)
    .first();
  await line.click();
  await member()
    .getByText(/为整治作出重大贡献，计3分/)
    .first()
    .waitFor();
});

test("the villager's board has moved by 3 points", async () => {
  const { total } = await board();
  await villager().getByText("积分榜", { exact: true }).click();
  await villager()
    .getByText((total / 100).toLocaleString("en-US"))
    .filter({ visible: true })
    .first()
    .waitFor();
});

test("a villager without account taps grid 1 on the map and reads its numbers", async () => {
  await tab("网格").click();
  await villager().locator("#map").getByText("第二网格").click();
  await villager().getByText("东港（示例）").first().waitFor();
  await villager().locator("#map").getByText("第一网格").click();
  const { grids } = await ask(villagerOpenid, "getGridMap", { villageId: "tangjiao" });
  const { residents, households } = grids[0]?.numbers ?? {};
  await villager().getByLabel(`人口${residents}人`, { exact: true }).waitFor();
  await villager().getByLabel(`户数${households}户`, { exact: true }).waitFor();
  await villager().getByText("汤家圩").first().waitFor();
});

test("grid staff add a floating family of three: the map's number rises by three on the villager's phone", async () => {
  const people = async () => {
    const { grids } = await ask(villagerOpenid, "getGridMap", { villageId: "tangjiao" });
    return grids[0]?.numbers.residents ?? 0;
  };
  const before = await people();
  const staff = await browser.newPage({ viewport: { width: 375, height: 812 } });
  staff.setDefaultTimeout(30_000);
  const path = "/packages/gridwork/households/index";
  const who = new URLSearchParams({ id: "staff", openid: staffOf(1).openid, path });
  await staff.goto(`${village.url}/phone/index.html?${who}`);
  await addFloatingFamily(staff, "汤家圩");
  await staff.close();
  await tab("首页").click();
  await tab("网格").click();
  await villager()
    .getByLabel(`人口${before + 3}人`, { exact: true })
    .waitFor();
});

test("the villager switches the board to 2014, whose total the report knows", async () => {
  await tab("积分榜").click();
  await villager()
    .getByRole("button", { name: /^选年份/ })
    .click();
  await villager().getByRole("option", { name: "2014" }).click();
  await villager().getByText("确定", { exact: true }).click();
  await villager().getByText("3,182").filter({ visible: true }).first().waitFor();
});

test("the villager reads a story, and nominates a neighbour", async () => {
  await tab("首页").click();
  await villager()
    .getByText(/^新的：/)
    .click();
  await villager()
    .getByText(/零件钱照算/)
    .filter({ visible: true })
    .click();
  await villager().getByText("转发给别人看").waitFor();
  await villager().getByRole("button", { name: "返回" }).click();
  await villager().getByRole("link", { name: "点赞推荐" }).click();
  await villager().getByRole("textbox", { name: "推荐谁" }).fill("隔壁王阿姨");
  await villager().getByRole("textbox", { name: "做了什么好事" }).fill("她天天扫楼道。从不说累。");
  await villager().getByText("交给党委", { exact: true }).click();
  await villager().getByText("党委收到了").waitFor();
});

test("what the page shows of WeChat's messages: the secretary was told, and the member", async () => {
  await page.locator("#outbox").getByText("环境卫生 · 待审核").waitFor();
  await page.locator("#outbox").getByText("环境卫生 · 已通过").waitFor();
});

test("the same job by POST /call/api alone", async () => {
  const before = (await board()).total;
  const { today: workedOn } = await ask(demoMember.openid, "getDutyForm", {});
  const submissionId = "by-http";
  const duty = { submissionId, ruleId: "mediation", workedOn, text: "劝好了两家" };
  assert.equal((await ask(demoMember.openid, "submitDuty", duty)).status, "pending");
  const decision = { decision: "approve", submissionId, gradeId: "normal" } as const;
  const chief = secretaryOf(demoMember.branch).openid;
  const approved = await ask(chief, "reviewSubmission", decision);
  assert.deepEqual(approved, { status: "approved", points: 300, others: 0 });
  assert.equal((await board()).total, before + 300);
});

test("a port in use, a folder that cannot be written and one that holds other things are told in a sentence", async () => {
  const port = new URL(village.url).port;
  const taken = await failToStart({ PORT: port, DATA_DIR: newFolder() });
  assert.deepEqual(taken, { said: `Port ${port} is in use by another program.`, code: 1 });
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  const blocked = await failToStart({ DATA_DIR: join(file, "below") });
  assert.match(blocked.said, /^Cannot write to .*; set DATA_DIR to another folder\.$/);
  const foreign = newFolder();
  mkdirSync(join(foreign, "photos"));
  const other = await failToStart({ DATA_DIR: foreign });
  assert.match(other.said, /holds other things; set DATA_DIR to an empty folder\.$/);
});

test("an old Node is told in a sentence which one is needed", async () => {
  const older = `Object.defineProperty(process, "versions", { value: { node: "16.20.2" } })`;
  const old = await failToStart({
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}`,
  });
  const said = "Passbook needs Node 20 or newer; this is Node 16.20.2.";
  assert.deepEqual(old, { said, code: 1 });
});

test("Ctrl-C ends everything, and the next start finds the village as it was", async () => {
  const total = (await board()).total;
  assert.equal(await village.interrupt(), 0);
  await assert.rejects(fetch(`${village.url}/health`));
  village = await startVillage(folder);
  assert.doesNotMatch(village.printed(), /Making the demo village/);
  assert.equal((await board()).total, total);
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import automator from "miniprogram-automator";
import { openAutomator } from "../../local/phone/automator/automator.ts";
import { openPhones } from "../../local/phone/server/phones.ts";
import { openBrowser } from "../support/browser.ts";
import { makeVillage, openCloud } from "../support/village.ts";

/**
 * The main job by WeChat's own automation client. As it stands it drives two local phones; with
 * `MEMBER_WS` and `SECRETARY_WS` (two DevTools windows with their automation ports open, signed in as
 * a member and as that member's secretary) the same file drives the real ones.
 */

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
type Page = NonNullable<Awaited<ReturnType<MiniProgram["currentPage"]>>>;

/** What `$` gives for an input or a textarea; the client's typings leave it out. */
type InputElement = Awaited<ReturnType<Page["$$"]>>[number] & {
  input(text: string): Promise<void>;
};

let member: MiniProgram;
let secretary: MiniProgram;
let close: () => Promise<unknown> = async () => undefined;

before(async () => {
  const endpoints = endpointsGiven() ?? (await localPhones());
  [member, secretary] = (await Promise.all(
    endpoints.map((wsEndpoint) => automator.connect({ wsEndpoint })),
  )) as [MiniProgram, MiniProgram];
});
after(async () => {
  member?.disconnect();
  secretary?.disconnect();
  await close();
});

function endpointsGiven(): [string, string] | undefined {
  const { MEMBER_WS, SECRETARY_WS } = process.env;
  return MEMBER_WS && SECRETARY_WS ? [MEMBER_WS, SECRETARY_WS] : undefined;
}

/** Two phones in one browser, on a small village of their own. */
async function localPhones(): Promise<[string, string]> {
  const phones = await openPhones({ appDir: join(import.meta.dirname, "../../miniprogram") });
  const test = await openCloud([phones.handle]);
  const village = await makeVillage(test, "tangjiao");
  const browser = await openBrowser();
  const servers = await Promise.all(
    ["anna", "chief"].map(async (name) => {
      const page = await browser.newPage({ viewport: { width: 375, height: 812 } });
      const of = new URLSearchParams({ id: name, openid: village.openid(name) });
      await page.goto(`${test.cloud.url}/phone/index.html?${of}`);
      return openAutomator({ page });
    }),
  );
  close = async () => {
    await Promise.all(servers.map((server) => server.close()));
    await browser.close();
    await test.close();
    await phones.close();
  };
  const [first, second] = servers.map((server) => server.wsEndpoint);
  return [first ?? "", second ?? ""];
}

async function open(phone: MiniProgram, url: string): Promise<Page> {
  const page = await phone.reLaunch(url);
  assert(page, `${url} did not open`);
  return page;
}

/** Waits until the page's data say so; a page asks the cloud before it shows anything. */
async function until(page: Page, path: string, holds: (value: unknown) => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (holds(await page.data(path))) return;
    await sleep(100);
  }
  assert.fail(`${path} stayed ${JSON.stringify(await page.data(path))}`);
}

/** The elements that match; at least one. */
async function elements(page: Page, selector: string) {
  const found = await page.$$(selector);
  assert(found.length > 0, `nothing on ${page.path} matches ${selector}`);
  return found;
}

async function tap(page: Page, selector: string, which = 0): Promise<void> {
  await (await elements(page, selector))[which]?.tap();
}

const isKind = (kind: string) => (view: unknown) => (view as { kind?: string })?.kind === kind;
const said = `打扫了河边 ${Date.now()}`;

test("a member submits a clean-up", async () => {
  const page = await open(member, "/packages/member/submit/index?ruleId=cleanup");
  await until(page, "view", isKind("ready"));
  const [field] = await elements(page, "textarea");
  await (field as InputElement).input(said);
  // TDesign's button has no element of its own on the page (virtualHost), so no selector finds it.
  await page.callMethod("send");
  await until(page, "view", isKind("done"));
});

test("the secretary finds it in the queue and approves it as a major contribution", async () => {
  const queue = await open(secretary, "/packages/review/queue/index");
  await until(queue, "view", isKind("ready"));
  const rows: Array<{ id: string; text: string }> = await queue.data("view.rows");
  const row = rows.find(({ text }) => text === said);
  assert(row, "it is not in the queue");
  const page = await open(secretary, `/packages/review/review/index?submissionId=${row.id}`);
  await until(page, "view", isKind("ready"));
  await secretary.mockWxMethod("showModal", { confirm: true, cancel: false });
  await tap(page, ".grade", 1);
  await until(page, "decided", (decided) => decided !== "");
  await secretary.restoreWxMethod("showModal");
});

test("the member's passbook shows the line, and why it counts 3 points", async () => {
  const page = await open(member, "/packages/member/passbook/index");
  await until(page, "view", isKind("ready"));
  const [line] = await page.data("view.entries");
  assert.equal(line.points, "+3");
  assert.match(line.why, /为整治作出重大贡献，计3分/);
});

test("the board shows the village's points", async () => {
  const page = await member.switchTab("/pages/board/index");
  assert(page);
  await until(page, "view", isKind("ready"));
  assert.match(String(await page.data("view.total")), /^[\d,]*[1-9]/);
});

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openPhones, type Phones } from "../../local/phone/server/phones.ts";
import app from "../../miniprogram/app.json" with { type: "json" };
import { openBrowser } from "../support/browser.ts";
import { openCloud, type TestCloud } from "../support/village.ts";
import { visits } from "./everyEye/pages.ts";
import { makeNastyVillage } from "./everyEye/village.ts";
import { type Mode, openWalk } from "./everyEye/walk.ts";

/**
 * Every page, as it usually is and in care mode, on narrow and wide phones, in a village of long words and large
 * numbers: nothing is cut off, covered, too small for a thumb, too faint, told by colour alone or without words.
 */

const appDir = join(import.meta.dirname, "../../miniprogram");
const modes: readonly Mode[] = ["normal", "care"];
let phones: Phones;
let cloud: TestCloud;
let browser: Browser;
let look: ReturnType<typeof openWalk>;

before(async () => {
  phones = await openPhones({ appDir });
  cloud = await openCloud([phones.handle]);
  const village = await makeNastyVillage(cloud);
  browser = await openBrowser();
  look = openWalk(browser, cloud.cloud.url, village);
});
after(async () => {
  await browser?.close();
  await cloud?.close();
  await phones?.close();
});

const paths = [
  ...app.pages,
  ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

async function faultsOf(path: string, mode: Mode): Promise<string[]> {
  const found: string[] = [];
  for (const visit of visits[path] ?? []) found.push(...(await look(path, visit, mode)));
  return found;
}

for (const path of paths) {
  test(`${path} is for every eye`, async () => {
    assert(visits[path], `${path} has no row in test/e2e/everyEye/pages.ts`);
    const faults = await Promise.all(modes.map((mode) => faultsOf(path, mode)));
    assert.deepEqual(faults.flat(), []);
  });
}

test("no row is of a page that is gone", () => {
  const gone = Object.keys(visits).filter((path) => !paths.includes(path));
  assert.deepEqual(gone, []);
});

test("whoever switches care mode on has larger type from then on, also after a closed app", async () => {
  const pocket = await browser.newContext({ viewport: { width: 375, height: 740 } });
  const open = async () => {
    const phone = await pocket.newPage();
    const of = { id: "switched", openid: "oSomebody", path: "/pages/me/index" };
    await phone.goto(`${cloud.cloud.url}/phone/index.html?${new URLSearchParams(of)}`);
    return phone;
  };
  /** The height of a line, which grows with its type. */
  const sizeOn = async (phone: Page) =>
    (await phone.getByText("您还没有登录", { exact: true }).boundingBox())?.height ?? 0;
  const phone = await open();
  const before = await sizeOn(phone);
  await phone.getByRole("switch", { name: /^关怀版.*关着$/ }).click();
  await phone.getByRole("switch", { name: /^关怀版.*开着$/ }).waitFor();
  assert((await sizeOn(phone)) > 1.3 * before);
  await phone.close();
  assert((await sizeOn(await open())) > 1.3 * before);
});

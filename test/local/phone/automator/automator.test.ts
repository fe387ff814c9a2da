import assert from "node:assert/strict";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import automator from "miniprogram-automator";
import type { Page as Glass } from "playwright-core";
import { openAutomator } from "../../../../local/phone/automator/automator.ts";
import { type Desk, openDesk } from "../openPhone.ts";

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;

let desk: Desk;
let glass: Glass;
let miniProgram: MiniProgram;
let close: () => Promise<void>;

before(async () => {
  desk = await openDesk();
  glass = await desk.phone("/pages/syntax/index");
  const server = await openAutomator({ page: glass });
  close = server.close;
  miniProgram = await automator.connect({ wsEndpoint: server.wsEndpoint });
});
after(async () => {
  miniProgram.disconnect();
  await close();
  await desk.close();
});

/** The first element that matches on the page that is seen. */
async function element(selector: string) {
  const page = await miniProgram.currentPage();
  const found = await page?.$(selector);
  assert.ok(found, `nothing matches ${selector}`);
  return found;
}

test("a client reads elements: text, attribute, property, style, size, offset and WXML", async () => {
  const page = await miniProgram.currentPage();
  assert.equal(page?.path, "pages/syntax/index");
  assert.equal(await (await element("#branch")).text(), "少");
  const items = (await page?.$$("view.item")) ?? [];
  assert.equal(items.length, 2);
  assert.equal(await items[1]?.attribute("data-id"), 2);
  assert.equal(await items[0]?.attribute("class"), "item");
  assert.equal(await items[0]?.outerWxml(), '<view class="item">0:甲</view>');
  assert.equal(await (await element("input")).property("maxlength"), 140);
  const more = await element("button#more");
  assert.equal(await more.style("display"), "block");
  assert.ok(Number((await more.size()).height) > 40);
  assert.ok((await more.offset()).top > 100);
  assert.equal(await page?.$(".nothing"), null);
});

test("a client taps, types and sets data as a person and a script would", async () => {
  const page = await miniProgram.currentPage();
  await (await element("#more")).tap();
  assert.equal(await page?.data("items[0].name"), "甲2");
  const field = await element("#bound");
  await (field as unknown as { input(text: string): Promise<void> }).input("小红");
  assert.equal(await page?.data("nick"), "小红");
  assert.equal(await field.value(), "小红");
  await page?.setData({ count: 5 });
  assert.equal(await (await element("#branch")).text(), "多");
  await page?.callMethod("more");
  assert.equal(await page?.data("count"), 6);
});

test("a client looks into a component and only there", async () => {
  const card = await element("app-card");
  assert.equal(await (await card.$(".title"))?.text(), "标题 6");
  const page = await miniProgram.currentPage();
  assert.equal(await page?.$(".title"), null);
  const custom = card as unknown as { data(path: string): Promise<unknown> };
  assert.equal(await custom.data("title"), "标题 6");
  await (await card.$("button"))?.tap();
  assert.equal(await page?.data("count"), 42);
});

test("a client evaluates, calls wx, mocks it and is called back", async () => {
  assert.equal(await miniProgram.evaluate((a: number) => a + 1, 1), 2);
  const info = (await miniProgram.systemInfo()) as { windowWidth: number };
  assert.equal(info.windowWidth, 375);
  await miniProgram.mockWxMethod("getStorageSync", "mocked");
  assert.equal(await miniProgram.callWxMethod("getStorageSync", "x"), "mocked");
  const answer = "function (key, fallback) { return key + fallback; }";
  await miniProgram.mockWxMethod("getStorageSync", answer as never, "!");
  assert.equal(await miniProgram.callWxMethod("getStorageSync", "x"), "x!");
  await miniProgram.restoreWxMethod("getStorageSync");
  assert.equal(await miniProgram.callWxMethod("getStorageSync", "x"), "");
  const scanned = { errMsg: "scanCode:ok", result: "a code" };
  await miniProgram.mockWxMethod("scanCode", scanned);
  assert.deepEqual(await miniProgram.callWxMethod("scanCode", {}), scanned);
  await miniProgram.restoreWxMethod("scanCode");
  const told = new Promise((tell) => miniProgram.exposeFunction("tellTest", tell));
  await miniProgram.evaluate("() => tellTest('hello')" as never);
  assert.equal(await told, "hello");
});

test("a client hears the console and uncaught errors", async () => {
  const log = new Promise((heard) => miniProgram.on("console", heard));
  await miniProgram.evaluate(() => console.log("logged", 1));
  assert.deepEqual(await log, { type: "log", args: ["logged", 1] });
  const exception = new Promise<{ message: string }>((heard) => miniProgram.on("exception", heard));
  await miniProgram.evaluate("() => { setTimeout(() => { throw new Error('late') }) }" as never);
  assert.equal((await exception).message, "late");
});

test("what a client asks in vain is refused by name", async () => {
  const page = await miniProgram.currentPage();
  const [first] = (await page?.$$("view")) ?? [];
  await assert.rejects(miniProgram.testAccounts(), /Tool\.getTestAccounts is not available/);
  const custom = first as unknown as { callMethod(name: string): Promise<unknown> };
  assert.equal(custom.callMethod, undefined);
  await assert.rejects(
    (page as unknown as { callMethod(name: string): Promise<unknown> }).callMethod("nothing"),
    /there is no method "nothing"/,
  );
});

test("a client presses long", async () => {
  await miniProgram.callWxMethod("reLaunch", { url: "/pages/events/index" });
  await (await element("#inner")).longpress();
  const seen = await miniProgram.evaluate("() => getCurrentPages()[0].seen" as never);
  assert.deepEqual(seen, ["longpress"]);
});

test("a client moves between pages and takes a picture", async () => {
  await miniProgram.callWxMethod("reLaunch", { url: "/pages/home/index?a=1" });
  const home = await miniProgram.currentPage();
  assert.deepEqual([home?.path, home?.query], ["pages/home/index", { a: "1" }]);
  await miniProgram.callWxMethod("navigateTo", { url: "/pages/styles/index" });
  assert.equal((await miniProgram.pageStack()).length, 2);
  const picture = path.join(tmpdir(), `automator-${process.pid}.png`);
  await miniProgram.screenshot({ path: picture });
  assert.equal(readFileSync(picture).subarray(1, 4).toString(), "PNG");
  rmSync(picture);
  const back = await miniProgram.navigateBack();
  assert.equal(back?.path, "pages/home/index");
});

test("a client that came before the phone had started was told that there is no automation", async () => {
  const address = `${desk.origin}/phone/index.html?id=fresh&openid=o-test`;
  await glass.goto(address, { waitUntil: "commit" });
  assert.match((await miniProgram.currentPage())?.path ?? "", /^pages\//);
});

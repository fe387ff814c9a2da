import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { arrivedAt, callWx, readNotes, textOf } from "../openPhone.ts";
import { desk } from "./desk.ts";

/** Moves and waits until nothing more happens; what the app noted meanwhile. */
async function notesOf(page: Page, name: string, options: object): Promise<string[]> {
  assert.equal(await callWx(page, name, options), `${name}:ok`);
  return settledNotes(page);
}

/** `onReady` comes a timer after the page is shown. */
async function settledNotes(page: Page): Promise<string[]> {
  await page.evaluate("new Promise((later) => setTimeout(later, 20))");
  return readNotes(page);
}

const stack = (page: Page): Promise<string[]> =>
  page.evaluate("getCurrentPages().map(({ route }) => route)");

test("App and first page come to life in WeChat's order", async () => {
  const page = await desk.phone();
  assert.deepEqual(await settledNotes(page), [
    "app launch pages/home/index",
    "app show",
    "home onLoad",
    "home onShow",
    "home onReady",
  ]);
});

test("a page's components live between its creation and its readiness", async () => {
  const page = await desk.phone("/pages/life/index?id=1");
  assert.deepEqual((await settledNotes(page)).slice(2), [
    "component created",
    "component attached",
    "life onLoad",
    "life onShow",
    "component show",
    "component ready",
    "life onReady",
  ]);
  await page.evaluate("getCurrentPages()[0].setData({ alive: false })");
  assert.deepEqual(await readNotes(page), ["component detached"]);
});

test("navigateTo covers a page and navigateBack uncovers it", async () => {
  const page = await desk.phone();
  await settledNotes(page);
  const there = await notesOf(page, "navigateTo", { url: "/pages/life/index" });
  assert.deepEqual(there, [
    "component created",
    "home onHide",
    "component attached",
    "life onLoad",
    "life onShow",
    "component show",
    "component ready",
    "life onReady",
  ]);
  assert.deepEqual(await notesOf(page, "navigateBack", {}), [
    "life onUnload",
    "component detached",
    "home onShow",
  ]);
});

test("a query reaches onLoad as it was written, and a channel joins opener and opened", async () => {
  const page = await desk.phone();
  await page.locator("#open").click();
  await arrivedAt(page, "pages/life/index");
  assert.equal(await textOf(page, "#query"), "7 %E7%94%B2");
  assert.equal(await textOf(page, "#asked"), "几点了");
  await page.locator("#answer").click();
  await arrivedAt(page, "pages/home/index");
  assert.equal(await textOf(page, "#said"), "九点");
});

test("tabs stay alive and everything above them ends, as WeChat's table says", async () => {
  const page = await desk.phone();
  await settledNotes(page);
  const list = { url: "/pages/list/index" };
  const home = { url: "/pages/home/index" };
  const opened = ["home onHide", "list onLoad", "list onShow", "list onReady"];
  assert.deepEqual(await notesOf(page, "switchTab", list), opened);
  assert.deepEqual(await notesOf(page, "switchTab", home), ["list onHide", "home onShow"]);
  assert.deepEqual(await notesOf(page, "switchTab", home), []);
  await notesOf(page, "navigateTo", { url: "/pages/styles/index" });
  await notesOf(page, "navigateTo", { url: "/pages/styles/index" });
  assert.deepEqual(await notesOf(page, "switchTab", list), ["list onShow"]);
  assert.deepEqual(await stack(page), ["pages/list/index"]);
  assert.deepEqual(await notesOf(page, "reLaunch", home), [
    "list onUnload",
    "home onUnload",
    "home onLoad",
    "home onShow",
    "home onReady",
  ]);
});

test("redirectTo replaces the page, navigateBack takes several at once", async () => {
  const page = await desk.phone();
  for (const url of [
    "/pages/styles/index",
    "/pages/events/index",
    "/packages/extra/pages/far/index",
  ]) {
    await callWx(page, "navigateTo", { url });
  }
  assert.equal(await textOf(page, "#far"), "远 你好");
  await callWx(page, "redirectTo", { url: "/pages/queries/index" });
  assert.deepEqual((await stack(page)).at(-1), "pages/queries/index");
  await callWx(page, "navigateBack", { delta: 9 });
  assert.deepEqual(await stack(page), ["pages/home/index"]);
});

test("what the rules of routing forbid fails by name and moves nothing", async () => {
  const page = await desk.phone();
  const tab = { url: "/pages/list/index" };
  const plain = { url: "/pages/styles/index" };
  const fail = async (name: string, options: object, message: string): Promise<void> =>
    assert.equal(await callWx(page, name, options), `${name}:fail ${message}`);
  await fail("navigateTo", tab, "can not navigateTo a tabbar page");
  await fail("redirectTo", tab, "can not redirectTo a tabbar page");
  await fail("switchTab", plain, "can not switch to no-tabBar page");
  await fail("navigateTo", { url: "/pages/none" }, 'page "pages/none" is not found');
  await fail("navigateBack", {}, "cannot navigate back at first page.");
  assert.deepEqual(await stack(page), ["pages/home/index"]);
  for (let depth = 1; depth < 10; depth += 1) await callWx(page, "navigateTo", plain);
  await fail("navigateTo", plain, "page limit exceeded: 10");
  assert.equal((await stack(page)).length, 10);
});

test("success, fail and complete are called, and then there is no promise", async () => {
  const page = await desk.phone();
  const outcome = await page.evaluate(`new Promise((done) => {
    const told = [];
    const returned = wx.navigateTo({
      url: "/pages/none",
      success: () => told.push("success"),
      fail: ({ errMsg }) => told.push(errMsg),
      complete: () => done([typeof returned, ...told]),
    });
  })`);
  assert.deepEqual(outcome, ["undefined", 'navigateTo:fail page "pages/none" is not found']);
});

test("a page that does not exist is told to the App, and the entry page opens", async () => {
  const page = await desk.phone("/pages/none?a=1");
  await arrivedAt(page, "pages/home/index");
  assert.ok((await settledNotes(page)).includes("app page not found pages/none"));
});

test("the Mini Program that goes to the back and returns tells its page and its App", async () => {
  const page = await desk.phone();
  await settledNotes(page);
  await page.getByRole("button", { name: "关闭" }).click();
  await page.getByRole("button", { name: "重新打开" }).click();
  assert.deepEqual(await readNotes(page), ["home onHide", "app hide", "app show", "home onShow"]);
});

test("errors of handlers, promises and timers reach the console, the App and __errors", async () => {
  const page = await desk.phone("/pages/broken/index");
  for (const id of ["throw", "reject", "later"]) await page.locator(`#${id}`).click();
  const notes = (await settledNotes(page)).filter((note) => /error|rejection/.test(note));
  assert.deepEqual(notes, [
    "app error Error: thrown in a handler",
    "app rejection rejected in a handler",
    "app error Error: thrown by a timer",
  ]);
  const errors = await page.evaluate<string[]>("__errors");
  assert.equal(errors.length, 3);
  assert.match(errors[0] ?? "", /miniprogram\/pages\/broken\/index\.js/);
});

test("an app's scripts find none of the browser's own globals", async () => {
  const page = await desk.phone("/pages/broken/index");
  assert.equal(await textOf(page, "#browser"), "undefined undefined undefined");
});

test("an unknown function of wx fails by its name", async () => {
  const page = await desk.phone();
  const message = "startBluetoothDevicesDiscovery:fail not available on this phone";
  assert.equal(await callWx(page, "startBluetoothDevicesDiscovery"), message);
  const thrown = page.evaluate("wx.getBatteryLevelSync()");
  await assert.rejects(thrown, /wx\.getBatteryLevelSync: not available on this phone/);
});

test("canIUse tells the truth of functions, components and their properties", async () => {
  const page = await desk.phone();
  const can = (schema: string): Promise<boolean> => page.evaluate(`wx.canIUse("${schema}")`);
  for (const schema of ["navigateTo", "cloud.callFunction", "button", "button.open-type"]) {
    assert.equal(await can(schema), true, schema);
  }
  for (const schema of ["startBluetoothDevicesDiscovery", "cloud.none", "camera", "view.none"]) {
    assert.equal(await can(schema), false, schema);
  }
});

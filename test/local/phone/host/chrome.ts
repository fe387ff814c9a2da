import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { arrivedAt, callWx, readNotes, textOf } from "../openPhone.ts";
import { stylesOf } from "../styles.ts";
import { desk } from "./desk.ts";

const seenPage = ".phone-page:not([hidden])";
const title = (page: Page): Promise<string> => textOf(page, `${seenPage} .phone-title`);

test("the navigation bar shows the page's title and colours, and the way back", async () => {
  const page = await desk.phone();
  assert.equal(await title(page), "首页");
  assert.equal(await page.locator(`${seenPage} .phone-back`).isVisible(), false);
  await callWx(page, "navigateTo", { url: "/pages/styles/index" });
  assert.equal(await title(page), "样例");
  await callWx(page, "setNavigationBarTitle", { title: "改了" });
  await callWx(page, "setNavigationBarColor", {
    frontColor: "#ffffff",
    backgroundColor: "#123456",
  });
  assert.equal(await title(page), "改了");
  const bar = await stylesOf(page, `${seenPage} .phone-bar`, "color", "background-color");
  assert.deepEqual(bar, ["rgb(255, 255, 255)", "rgb(18, 52, 86)"]);
  await page.getByRole("button", { name: "返回" }).click();
  await arrivedAt(page, "pages/home/index");
  assert.equal(await title(page), "首页");
});

test("a page entered from outside offers the way home", async () => {
  const page = await desk.phone("/pages/styles/index");
  await page.getByRole("button", { name: "首页" }).click();
  await arrivedAt(page, "pages/home/index");
});

test("a page with a bar of its own gets the whole height of the glass", async () => {
  const page = await desk.phone("/pages/broken/index");
  const { windowTop, windowHeight } =
    await page.evaluate<Record<string, number>>("__phone.screen()");
  assert.deepEqual([windowTop, windowHeight], [0, 812]);
  const pane = await page.locator(`${seenPage} .phone-pane`).boundingBox();
  assert.deepEqual(pane, { x: 0, y: 0, width: 375, height: 812 });
});

test("a page is told when the glass changes its size", async () => {
  const page = await desk.phone("/pages/queries/index");
  await page.setViewportSize({ width: 320, height: 600 });
  await page.waitForFunction("getCurrentPages()[0].data.size");
  assert.equal(await page.evaluate("getCurrentPages()[0].data.size"), "320x532");
  await page.setViewportSize({ width: 375, height: 812 });
});

test("a tap on a tab switches to it and tells the page", async () => {
  const page = await desk.phone();
  const tabs = page.locator(".phone-tabs");
  assert.match((await tabs.locator("img").getAttribute("src")) ?? "", /app\/assets\/dot\.png$/);
  await tabs.getByText("列表").click();
  await arrivedAt(page, "pages/list/index");
  assert.equal(await textOf(page, "[aria-current=page]"), "列表");
  await tabs.getByText("首页").click();
  await arrivedAt(page, "pages/home/index");
  assert.equal(await textOf(page, "#said"), "0 首页");
  await callWx(page, "navigateTo", { url: "/pages/styles/index" });
  assert.equal(await tabs.isVisible(), false);
});

test("badges, red dots and texts of tabs are set, and only from a tab's page", async () => {
  const page = await desk.phone();
  await callWx(page, "setTabBarBadge", { index: 1, text: "12345" });
  await callWx(page, "showTabBarRedDot", { index: 0 });
  await callWx(page, "setTabBarItem", { index: 0, text: "主页" });
  assert.deepEqual(await page.locator(".phone-badge").allInnerTexts(), ["", "123…"]);
  assert.equal(await textOf(page, ".phone-tab"), "主页");
  await callWx(page, "removeTabBarBadge", { index: 1 });
  assert.equal(await page.locator(".phone-badge").count(), 1);
  const outside = await callWx(page, "hideTabBarRedDot", { index: 5 });
  assert.equal(outside, "hideTabBarRedDot:fail there is no tab with index 5");
  await callWx(page, "navigateTo", { url: "/pages/styles/index" });
  const elsewhere = await callWx(page, "setTabBarBadge", { index: 0, text: "1" });
  assert.equal(elsewhere, "setTabBarBadge:fail not TabBar page");
});

test("what is fixed in a page stands between its bars, and moves when the tab bar goes", async () => {
  const page = await desk.phone("/pages/list/index");
  const bottom = async (): Promise<number> => {
    const box = await page.locator("#fixed").boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  assert.equal(await bottom(), 762);
  await callWx(page, "hideTabBar");
  assert.equal(await bottom(), 812);
});

for (const touch of [false, true]) {
  test(`pulling the page down refreshes it, by ${touch ? "touch" : "mouse"}`, async () => {
    const page = await desk.phone("/pages/list/index", { touch });
    await readNotes(page);
    await (touch ? dragByTouch : dragByMouse)(page, 200, 350);
    assert.deepEqual(await readNotes(page), ["list onPullDownRefresh"]);
    assert.equal(await page.locator(`${seenPage} .phone-refresh`).isVisible(), true);
    await callWx(page, "stopPullDownRefresh");
    assert.equal(await page.locator(`${seenPage} .phone-refresh`).isVisible(), false);
    await (touch ? dragByTouch : dragByMouse)(page, 200, 240);
    assert.deepEqual(await readNotes(page), []);
  });
}

test("startPullDownRefresh does as a pull would", async () => {
  const page = await desk.phone("/pages/list/index");
  await readNotes(page);
  await callWx(page, "startPullDownRefresh");
  assert.deepEqual(await readNotes(page), ["list onPullDownRefresh"]);
});

test("onPageScroll follows, and onReachBottom comes once for each end of the list", async () => {
  const page = await desk.phone("/pages/list/index");
  await readNotes(page);
  const scrollTo = async (top: number): Promise<void> => {
    await callWx(page, "pageScrollTo", { scrollTop: top, duration: 0 });
    await page.evaluate("new Promise((later) => requestAnimationFrame(() => setTimeout(later)))");
  };
  await scrollTo(300);
  assert.equal(await page.evaluate("getCurrentPages()[0].scrollTop"), 300);
  await scrollTo(10_000);
  await scrollTo(10);
  assert.deepEqual(await readNotes(page), ["list onReachBottom 30"]);
  await scrollTo(10_000);
  assert.deepEqual(await readNotes(page), ["list onReachBottom 60"]);
});

test("the menu shares the page's card where the page offers one", async () => {
  const page = await desk.phone("/pages/list/index");
  await readNotes(page);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("button", { name: "转发给朋友" }).click();
  await page.getByText("已转发：看这个列表").waitFor();
  assert.deepEqual(await readNotes(page), ["list onShareAppMessage menu"]);
  const [card] = await page.evaluate<{ title: string; path: string }[]>("__shares");
  assert.equal(card?.path, "/pages/list/index?shared=1");
  await callWx(page, "switchTab", { url: "/pages/home/index" });
  await page.getByRole("button", { name: "更多" }).click();
  assert.equal(await page.getByRole("button", { name: "转发给朋友" }).isDisabled(), true);
});

async function dragByMouse(page: Page, from: number, to: number): Promise<void> {
  await page.mouse.move(100, from);
  await page.mouse.down();
  await page.mouse.move(100, (from + to) / 2);
  await page.mouse.move(100, to);
  await page.mouse.up();
}

async function dragByTouch(page: Page, from: number, to: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: y === undefined ? [] : [{ x: 100, y }],
    });
  await send("touchStart", from);
  await send("touchMove", (from + to) / 2);
  await send("touchMove", to);
  await send("touchEnd");
}

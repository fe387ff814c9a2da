import assert from "node:assert/strict";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { dataOf, desk, detailOf, hear, readEvents, setData } from "./readEvents.ts";

const moving = () => desk.phone("/pages/moving/index");
const pickers = () => desk.phone("/pages/pickers/index");

/** Drags with the mouse from the middle of an element. */
async function drag(page: Page, element: Locator, by: { x: number; y: number }): Promise<void> {
  const box = await element.boundingBox();
  assert.ok(box);
  const x = Math.round(box.x + box.width / 2);
  const y = Math.round(box.y + box.height / 2);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2);
  await page.mouse.move(x + by.x, y + by.y);
  await page.mouse.up();
}

const scrollTop = (page: Page) => page.locator("#list").evaluate((list) => list.scrollTop);

test("a scroll-view tells where it is scrolled to, how far, and when an end comes near", async () => {
  const page = await moving();
  await page.locator("#list").hover();
  await page.mouse.wheel(0, 60);
  const { deltaY, ...place } = await detailOf(page, "scroll list");
  assert.equal(place.scrollTop, -deltaY);
  assert.equal(place.scrollHeight, 600);
  assert.equal(place.scrollLeft, 0);
  await page.mouse.wheel(0, 2000);
  assert.deepEqual(await detailOf(page, "scrolltolower list"), { direction: "bottom" });
  await page.mouse.wheel(0, -2000);
  assert.deepEqual(await detailOf(page, "scrolltoupper list"), { direction: "top" });
});

test("a scroll-view that goes sideways ends at the right", async () => {
  const page = await moving();
  await page.locator("#sideways").hover();
  await page.mouse.wheel(2000, 0);
  assert.deepEqual(await detailOf(page, "scrolltolower sideways"), { direction: "right" });
});

test("the page scrolls a scroll-view, to a place or to a child by its id", async () => {
  const page = await moving();
  await setData(page, { top: 120 });
  assert.equal(await scrollTop(page), 120);
  await setData(page, { into: "row-10" });
  assert.equal(await scrollTop(page), 300);
  await setData(page, { rows: Array.from({ length: 30 }, (_, at) => at), into: "row-26" });
  assert.equal(await scrollTop(page), 780);
});

test("a selector query gives the scroll-view's context and its offset", async () => {
  const page = await moving();
  await setData(page, { top: 90 });
  const found = await page.evaluate(`new Promise((answer) =>
    wx.createSelectorQuery().select("#list").scrollOffset().exec(([offset]) => answer(offset)))`);
  assert.equal((found as { scrollTop: number }).scrollTop, 90);
});

test("pulling a scroll-view down refreshes it until the page says that it is done", async () => {
  const page = await moving();
  const pulled = page.locator("#pulled");
  await drag(page, pulled, { x: 0, y: 40 });
  await hear(page, "refresherpulling pulled", "refresherpulling pulled", "refresherabort pulled");
  await drag(page, pulled, { x: 0, y: 120 });
  await hear(page, "refresherrefresh pulled");
  assert.equal(await page.locator("#pulled phone-refresher").isVisible(), true);
  await setData(page, { refreshing: false });
  await hear(page, "refresherrestore pulled");
  assert.equal(await page.locator("#pulled phone-refresher").isVisible(), false);
});

test("the page may start a scroll-view's refresh itself", async () => {
  const page = await moving();
  await setData(page, { refreshing: true });
  await hear(page, "refresherrefresh pulled");
});

/** The swiper has been pulled, but not moved on. */
async function staysPut(page: Page): Promise<void> {
  const events = (await readEvents(page)).filter(({ id }) => id === "swiper");
  assert.ok(events.length > 0 && events.every(({ type }) => type === "transition"));
}

test("a swiper goes on by a drag, tells the slide and its source, and stays on a short pull", async () => {
  const page = await moving();
  const swiper = page.locator("#swiper");
  await drag(page, swiper, { x: -250, y: 0 });
  const detail = { current: 1, currentItemId: "slide-1", source: "touch" };
  const [changed, finished] = await hear(page, "change swiper", "animationfinish swiper");
  assert.deepEqual(changed?.detail, detail);
  assert.deepEqual(finished?.detail, detail);
  await page.mouse.move(0, 0);
  await drag(page, swiper, { x: 20, y: 0 });
  await staysPut(page);
});

test("a swiper ends at its last slide, unless it is circular", async () => {
  const page = await moving();
  const swiper = page.locator("#swiper");
  await drag(page, swiper, { x: 250, y: 0 });
  await staysPut(page);
  await setData(page, { circular: true });
  await drag(page, swiper, { x: 250, y: 0 });
  assert.equal((await detailOf(page, "change swiper")).current, 2);
});

test("the page moves a swiper, and time does with autoplay", async () => {
  const page = await moving();
  await setData(page, { current: 2 });
  assert.deepEqual(await detailOf(page, "change swiper"), {
    current: 2,
    currentItemId: "slide-2",
    source: "",
  });
  await setData(page, { autoplay: true });
  const { current, source } = await detailOf(page, "change swiper");
  assert.deepEqual([current, source], [0, "autoplay"]);
});

test("a movable-view stays in its area and tells where it is", async () => {
  const page = await moving();
  assert.deepEqual(await detailOf(page, "change movable"), { x: 10, y: 0, source: "" });
  await drag(page, page.locator("#movable"), { x: 60, y: 500 });
  const [, second] = await hear(page, "change movable", "change movable");
  assert.deepEqual(second?.detail, { x: 70, y: 50, source: "touch" });
});

test("a picker offers the words of its range and tells the row that was confirmed", async () => {
  const page = await pickers();
  await page.getByText("选一个").click();
  const sheet = page.getByRole("dialog");
  assert.equal(await sheet.getByText("选人").isVisible(), true);
  await sheet.getByRole("option", { name: "王五" }).click();
  await sheet.getByRole("button", { name: "确定" }).click();
  assert.deepEqual(await detailOf(page, "change one"), { value: "2" });
  await page.getByText("选一个").click();
  await sheet.getByRole("button", { name: "取消" }).click();
  await hear(page, "cancel one");
});

test("a picker of several columns tells each turn, and takes new columns while it is open", async () => {
  const page = await pickers();
  await page.getByText("选几个").click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("option", { name: "西乡" }).click();
  assert.deepEqual(await detailOf(page, "columnchange several"), { column: 0, value: 1 });
  await sheet.getByRole("option", { name: "戊村" }).click();
  assert.deepEqual(await detailOf(page, "columnchange several"), { column: 1, value: 1 });
  await sheet.getByRole("button", { name: "确定" }).click();
  assert.deepEqual(await detailOf(page, "change several"), { value: [1, 1] });
});

test("a picker of a time keeps to its start and end", async () => {
  const page = await pickers();
  await page.getByText("选时间").click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("option", { name: "09" }).first().click();
  assert.equal(await sheet.getByRole("listbox").last().getByRole("option").count(), 16);
  await sheet.getByRole("button", { name: "确定" }).click();
  assert.deepEqual(await detailOf(page, "change time"), { value: "09:15" });
});

test("a picker of a date knows how long the months are, and may stop at the month", async () => {
  const page = await pickers();
  await page.getByText("选日期").click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("option", { name: "2023年" }).click();
  await sheet.getByRole("button", { name: "确定" }).click();
  assert.deepEqual(await detailOf(page, "change date"), { value: "2023-02-28" });
  await page.getByText("选月份").click();
  await sheet.getByRole("option", { name: "6月", exact: true }).click();
  await sheet.getByRole("button", { name: "确定" }).click();
  assert.deepEqual(await detailOf(page, "change month"), { value: "2024-06" });
});

test("a row brought into view from afar was shown by the picker, but the old one was chosen", async () => {
  const page = await pickers();
  await page.getByText("选日期").click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("option", { name: "11月", exact: true }).click();
  await sheet.getByRole("option", { name: "2日", exact: true }).click();
  await sheet.getByRole("button", { name: "确定" }).click();
  assert.deepEqual(await detailOf(page, "change date"), { value: "2024-11-02" });
});

test("a picker of regions is refused by name, a disabled one does not open", async () => {
  const page = await pickers();
  await page.getByText("选地区").click();
  await page.getByText("不可选").click();
  assert.equal(await page.getByRole("dialog").count(), 0);
  const errors = await page.evaluate<string[]>("window.__errors");
  assert.match(errors.join(), /picker:fail the local phone lacks mode="region"/);
});

test("a picker-view turns by click and by wheel, and tells the rows of all its columns", async () => {
  const page = await pickers();
  await page.locator("#left").getByText("三").click();
  const [start, change, end] = await hear(
    page,
    "pickstart wheels",
    "change wheels",
    "pickend wheels",
  );
  assert.deepEqual([start?.detail, change?.detail, end?.detail], [{}, { value: [2, 0] }, {}]);
  await page.locator("#right").hover();
  await page.mouse.wheel(0, 40);
  assert.deepEqual(await detailOf(page, "change wheels"), { value: [2, 1] });
});

test("the page turns a picker-view without an event", async () => {
  const page = await pickers();
  await setData(page, { value: [3, 2] });
  assert.deepEqual((await dataOf(page)).value, [3, 2]);
  const tops = await page.evaluate(
    '[...document.querySelectorAll("#wheels phone-wheel")].map((wheel) => wheel.scrollTop)',
  );
  assert.deepEqual(tops, [120, 80]);
  assert.deepEqual(await readEvents(page), []);
});

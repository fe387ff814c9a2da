import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { desk, hear, hearAll, nameOf, readEvents, setData } from "./readEvents.ts";

const path = "/pages/touch/index";

/** The middle of a built-in on the screen, in whole pixels as a mouse has them. */
async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(selector).boundingBox();
  assert.ok(box);
  return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

for (const touch of [false, true]) {
  const by = touch ? "a finger" : "the mouse";

  test(`a tap by ${by} bubbles with the target's data and the place in the page`, async () => {
    const page = await desk.phone(path, { touch });
    const at = await middleOf(page, "#inner");
    if (touch) await page.touchscreen.tap(at.x, at.y);
    else await page.mouse.click(at.x, at.y);
    const [, outer] = await hear(page, "tap inner", "tap outer");
    assert.equal(outer?.target.id, "inner");
    assert.deepEqual(outer?.target.dataset, { place: "inner" });
    assert.deepEqual(outer?.mark, { outer: "1" });
    const pane = await page.locator(".phone-scroller").boundingBox();
    const touched = outer?.changedTouches?.[0];
    assert.equal(touched?.pageX, at.x);
    assert.equal(touched?.pageY, at.y - (pane?.y ?? 0));
    assert.deepEqual(outer?.detail, { x: touched?.pageX, y: touched?.pageY });
  });

  test(`a touch by ${by} tells start, end and then the tap`, async () => {
    const page = await desk.phone(path, { touch });
    const at = await middleOf(page, "#finger");
    if (touch) await page.touchscreen.tap(at.x, at.y);
    else await page.mouse.click(at.x, at.y);
    const events = await hear(page, "touchstart finger", "touchend finger", "tap finger");
    assert.equal(events[0]?.touches?.length, 1);
    assert.equal(events[1]?.touches?.length, 0);
    assert.equal(events[1]?.changedTouches?.length, 1);
  });
}

test("a picker opened by a finger was closed at once by the click that browsers replay", async () => {
  const page = await desk.phone("/pages/pickers/index", { touch: true });
  await page.getByText("选一个").tap();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("option", { name: "王五" }).tap();
  await sheet.getByRole("button", { name: "确定" }).tap();
  await hear(page, "change one");
  await page.getByText("选一个").tap();
  await page.touchscreen.tap(180, 60);
  await hear(page, "cancel one");
});

test("a preview opened by a finger was closed at once by the click that browsers replay", async () => {
  const page = await desk.phone(path, { touch: true });
  await page.locator("#looking").tap();
  const viewer = page.getByRole("dialog", { name: "预览" });
  await viewer.getByRole("button", { name: "›" }).tap();
  await viewer.getByRole("img", { name: "第2张" }).tap();
  await viewer.waitFor({ state: "detached" });
});

test("a caught tap goes no further", async () => {
  const page = await desk.phone(path);
  await page.locator("#caught").click();
  await page.locator("#inner").click();
  await hear(page, "tap caught", "tap inner", "tap outer");
});

test("handlers of pages without WXS were given glass-easel's own event, not plain data", async () => {
  const page = await desk.phone(path);
  await page.locator("#kept-event").click();
  const [outer] = await hear(page, "tap outer");
  const kept = await page.evaluate("JSON.stringify(getCurrentPages().at(-1).kept)");
  const { type, target, currentTarget, changedTouches } = JSON.parse(String(kept));
  assert.deepEqual([type, changedTouches.length], ["tap", 1]);
  assert.deepEqual(target, currentTarget);
  assert.deepEqual(outer?.target.dataset, target.dataset);
  assert.deepEqual(Object.keys(target).sort(), ["dataset", "id", "offsetLeft", "offsetTop"]);
});

test("a drag moves and is no tap", async () => {
  const page = await desk.phone(path);
  const { x, y } = await middleOf(page, "#finger");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y);
  await page.mouse.up();
  const events = await readEvents(page);
  assert.deepEqual(events.map(nameOf), [
    "touchstart finger",
    "touchmove finger",
    "touchend finger",
  ]);
  assert.equal(events[1]?.touches?.[0]?.pageX, x + 30);
});

test("a finger that scrolls the page does not tap", async () => {
  const page = await desk.phone(path, { touch: true });
  const { x, y } = await middleOf(page, "#inner");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.synthesizeScrollGesture", { x, y: y + 200, yDistance: -150 });
  await page.waitForFunction(
    "getCurrentPages() && document.querySelector('.phone-scroller').scrollTop > 50",
  );
  assert.deepEqual(await readEvents(page), []);
});

test("page coordinates count what is scrolled away", async () => {
  const page = await desk.phone(path);
  await page.locator("#far").click();
  const [tap] = await hear(page, "tap far");
  const scrolled = await page.locator(".phone-scroller").evaluate((scroller) => scroller.scrollTop);
  assert.ok(scrolled > 0);
  const touched = tap?.changedTouches?.[0];
  assert.equal(touched?.pageY, (touched?.clientY ?? 0) + scrolled);
});

test("a finger that rests is a long press, and then no tap if somebody listened", async () => {
  const page = await desk.phone(path);
  await page.locator("#long").click({ delay: 500 });
  assert.deepEqual((await readEvents(page)).map(nameOf), ["longpress long", "longtap long"]);
  await page.locator("#slow").click({ delay: 500 });
  assert.deepEqual((await readEvents(page)).map(nameOf), ["longtap slow", "tap slow"]);
});

test("hover-class comes with the finger and goes after it; an inner one may keep it to itself", async () => {
  const page = await desk.phone(path);
  const pressed = page.locator(".pressed");
  const { x, y } = await middleOf(page, "#hovering wx-text");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.locator("#hovering.pressed").waitFor();
  await page.mouse.up();
  await pressed.waitFor({ state: "detached" });
  await page.locator("#kept").hover();
  await page.mouse.down();
  await page.locator("#kept.pressed").waitFor();
  assert.equal(await pressed.count(), 1);
  await page.mouse.up();
  await pressed.waitFor({ state: "detached" });
});

test("a drag takes the pressed look away", async () => {
  const page = await desk.phone(path);
  const { x, y } = await middleOf(page, "#hovering wx-text");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.locator("#hovering.pressed").waitFor();
  await page.mouse.move(x + 40, y);
  await page.locator(".pressed").waitFor({ state: "detached" });
});

test("transitions and animations are told where they end", async () => {
  const page = await desk.phone(path);
  await setData(page, { moved: true });
  const wanted = ["animationend turning", "animationstart turning", "transitionend fading"];
  const events = await hearAll(page, ...wanted);
  const ended = events.find(({ type }) => type === "transitionend");
  assert.ok(ended?.detail.elapsedTime > 0);
});

test("aria properties reach who reads the screen, and hidden hides", async () => {
  const page = await desk.phone(path);
  const spoken = page.getByRole("button", { name: "读我" });
  assert.equal(await spoken.getAttribute("aria-checked"), "true");
  await setData(page, { moved: true });
  assert.equal(await page.locator("#spoken").isVisible(), false);
});

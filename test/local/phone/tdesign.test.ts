import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { arrivedAt, type Desk, openDesk, textOf } from "./openPhone.ts";
import { stylesOf } from "./styles.ts";

let desk: Desk;
before(async () => {
  desk = await openDesk(fileURLToPath(new URL("tdesign-app", import.meta.url)));
});
after(() => desk.close());

const errors = (page: Page): Promise<string[]> => page.evaluate("__errors");

/** Waits until what the page says is `answer`. */
async function answers(page: Page, answer: string): Promise<void> {
  await page.locator("#answer", { hasText: answer }).waitFor();
}

test("every icon, button, cell, tab, grid and panel of TDesign is drawn and heard", async () => {
  const page = await desk.phone("/pages/show/index");
  assert.deepEqual(desk.phones.diagnostics(), []);
  const noted = () => page.evaluate<string[]>("getCurrentPages()[0].noted.splice(0)");
  await page.getByText("加 0").click();
  await page.getByText("不可").click();
  await page.getByText("单元格").click();
  await page.getByText("格一").click();
  await page.getByText("乙", { exact: true }).click();
  await page.locator("[class*=t-navbar__left-arrow]").first().click();
  assert.deepEqual(await noted(), ["button", "cell", "grid", "two", "back"]);
  await page.getByText("乙的内容").waitFor();
  await page.getByText("折叠").click();
  await page.getByText("里面的话").waitFor();
  for (const text of ["标题栏", "请注意", "标签", "二步", "什么也没有", "加载中", "分"]) {
    assert.equal(await page.getByText(text, { exact: true }).first().isVisible(), true, text);
  }
  assert.deepEqual(await errors(page), []);
});

test("TDesign's icons come from this computer, each glyph under its own name", async () => {
  const page = await desk.phone("/pages/show/index");
  await page.evaluate("document.fonts.ready");
  assert.equal(await page.evaluate("document.fonts.check('16px t')"), true);
  const glyph = await page.evaluate<string>(
    `getComputedStyle(document.querySelector("[class*=t-icon-user]"), "::before").content`,
  );
  assert.equal(glyph, '"\\ue8cd"'.replace("\\ue8cd", "\ue8cd"));
  assert.deepEqual(desk.strangers, []);
});

test("a cell that is swiped shows what is behind it", async () => {
  const page = await desk.phone("/pages/show/index");
  const cell = await page.getByText("左滑").boundingBox();
  assert.ok(cell);
  await page.mouse.move(300, cell.y + 10);
  await page.mouse.down();
  for (const x of [280, 240, 200]) await page.mouse.move(x, cell.y + 10);
  await page.mouse.up();
  await page.locator("#remove").click();
  assert.deepEqual(await page.evaluate("getCurrentPages()[0].noted"), ["remove"]);
});

test("what is typed and chosen in TDesign's fields reaches the page", async () => {
  const page = await desk.phone("/pages/forms/index");
  await page.locator("[class*=t-input] input").first().fill("小红");
  await page.locator("[class*=t-textarea] textarea").fill("说了话");
  const search = page.locator("[class*=t-search] input");
  await search.fill("岗位");
  await search.press("Enter");
  await page.getByText("单乙").click();
  await page.getByText("多甲").click();
  await page.getByText("多乙").click();
  await page.locator("[class*=t-switch__body]").click();
  await page.locator("[class*=t-stepper__plus]").click();
  assert.deepEqual(await page.evaluate("getCurrentPages()[0].data.values"), {
    input: "小红",
    textarea: "说了话",
    search: "找 岗位",
    radio: "b",
    checkbox: ["a", "b"],
    switch: true,
    stepper: 2,
  });
  assert.equal(await textOf(page, "[class*=t-textarea__indicator]"), "3 / 20");
  assert.deepEqual(await errors(page), []);
});

test("dialog, popup, toast and action sheet open over the page and close", async () => {
  const page = await desk.phone("/pages/layers/index");
  await page.getByText("dialog").click();
  await page.locator("wx-button", { hasText: "确定" }).click();
  await answers(page, "确定了");
  await page.getByText("popup").click();
  await page.locator("#popup").waitFor();
  const [bottom] = await stylesOf(page, "[class*=t-popup--bottom]", "position");
  assert.equal(bottom, "fixed");
  await page.mouse.click(180, 150);
  await page.locator("#popup").waitFor({ state: "hidden" });
  await page.getByText("sheet").click();
  await page.getByText("动作二").click();
  await answers(page, "动作二");
  await page.getByText("toast").click();
  await page.getByText("好了").waitFor();
  assert.deepEqual(await errors(page), []);
});

test("pickers of things, dates and days are opened and confirmed", async () => {
  const page = await desk.phone("/pages/layers/index");
  const confirm = () => page.getByText("确定", { exact: true }).click();
  await page.getByText("picker", { exact: true }).click();
  // Hovering waits until the sheet stands still.
  await page.getByText("项 b").hover();
  const row = await page.getByText("项 b").boundingBox();
  assert.ok(row);
  await page.mouse.move(180, row.y + 5);
  await page.mouse.down();
  await page.mouse.move(180, row.y - 15);
  await page.mouse.move(180, row.y - 35);
  await page.mouse.up();
  await confirm();
  await answers(page, '["c"]');
  await page.getByText("date", { exact: true }).click();
  await confirm();
  await answers(page, "2014-03-05");
  await page.getByText("calendar").click();
  await page.getByRole("button", { name: /^1月15日/ }).click();
  await page.locator("[class*=t-calendar] wx-button").click();
  await answers(page, String(new Date(2014, 0, 15).getTime()));
  assert.deepEqual(await errors(page), []);
});

test("a tab bar that the app draws itself switches tabs and is told which one is seen", async () => {
  const page = await desk.phone("/pages/show/index");
  await page.locator("[class*=t-tab-bar-item]", { hasText: "填" }).first().click();
  await arrivedAt(page, "pages/forms/index");
  assert.equal(await page.evaluate("getCurrentPages()[0].getTabBar().data.value"), "forms");
  const bar = page.locator(".phone-page:not([hidden]) custom-tab-bar");
  assert.equal(await bar.getByText("填").isVisible(), true);
  assert.equal(await page.locator(".phone-tabs").isVisible(), false);
  assert.deepEqual(await errors(page), []);
});

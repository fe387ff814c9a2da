import assert from "node:assert/strict";
import { test } from "node:test";
import { arrivedAt, callWx, textOf } from "../openPhone.ts";
import { stylesOf } from "../styles.ts";
import { desk } from "./desk.ts";

test("a page shows its data, lists, branches, templates, includes and WXS", async () => {
  const page = await desk.phone("/pages/syntax/index");
  await arrivedAt(page, "pages/syntax/index");
  assert.equal(await textOf(page, "#branch"), "少");
  assert.deepEqual(await page.locator(".item").allInnerTexts(), ["0:甲", "1:乙"]);
  assert.equal(await textOf(page, "#wxs"), "¥1.50 Number! String? Array? 2014");
  assert.equal(await textOf(page, ".template"), "模板=3");
  assert.equal(await textOf(page, "#included"), "共 2 项");
  assert.deepEqual(await page.locator(".nested").allInnerTexts(), ["1", "2"]);
  assert.deepEqual(await page.locator("[class*=generic]").allInnerTexts(), ["「甲」", "「乙」"]);
});

test("setData changes what is seen, by field and by path", async () => {
  const page = await desk.phone("/pages/syntax/index");
  assert.equal(await page.locator("#hidden").isVisible(), true);
  await page.locator("#more").click();
  assert.equal(await textOf(page, "#branch"), "二");
  assert.deepEqual(await page.locator(".item").allInnerTexts(), ["0:甲2", "1:乙"]);
  assert.equal(await textOf(page, ".template"), "模板=6");
  assert.equal(await page.locator("#hidden").isVisible(), false);
  await page.locator("#more").click();
  assert.equal(await textOf(page, "#branch"), "多");
});

test("model: binds a field both ways", async () => {
  const page = await desk.phone("/pages/syntax/index");
  await page.locator("#bound input").fill("小红");
  assert.equal(await textOf(page, "#nick"), "小红");
  await page.evaluate("getCurrentPages()[0].setData({ nick: '小明' })");
  assert.equal(await page.locator("#bound input").inputValue(), "小明");
});

test("a component shows its slots and tells the page of its events", async () => {
  const page = await desk.phone("/pages/syntax/index");
  assert.equal(await textOf(page, "app-card"), "标题 1头身选");
  await page.locator("app-card wx-button").click();
  assert.equal(await textOf(page, "app-card"), "标题 42头身选");
});

test("events bubble with mark, dataset and both targets, until something catches them", async () => {
  const page = await desk.phone("/pages/events/index");
  const seen = () => page.evaluate<unknown[]>("getCurrentPages()[0].seen.splice(0)");
  const places = async () =>
    (await seen()).map((event) => (event as { place?: string }).place ?? event);
  await page.locator("#inner").click();
  const [capture, middle, outer] = (await seen()) as [string, ...Record<string, unknown>[]];
  assert.equal(capture, "capture");
  assert.deepEqual(
    { ...middle, detail: undefined },
    {
      type: "tap",
      place: "middle",
      from: "inner",
      mark: { list: "a", row: 3 },
      detail: undefined,
    },
  );
  assert.equal(outer?.place, "outer");
  await page.locator("#caught").click();
  assert.deepEqual(await places(), ["capture", "caught"]);
  await page.locator("#guardee").click();
  assert.deepEqual(await places(), ["guard"]);
  await page.locator("#mutee").click();
  assert.deepEqual(await places(), ["mutee"]);
  await page.locator("#inner").click({ delay: 500 });
  assert.deepEqual(await places(), ["longpress"]);
});

test("the targets of an event are plain data with camel-cased datasets", async () => {
  const page = await desk.phone("/pages/events/index");
  await page.locator("#inner").click();
  const last = "JSON.stringify(getCurrentPages()[0].last.target)";
  const target = JSON.parse(await page.evaluate(last));
  assert.deepEqual(target.dataset, { place: "inner", deepName: { of: 1 } });
  assert.deepEqual(Object.keys(target).sort(), ["dataset", "id", "offsetLeft", "offsetTop"]);
});

test("WXS handles events, observes properties, sets styles and calls the page", async () => {
  const page = await desk.phone("/pages/events/index");
  const drag = page.locator("#drag");
  assert.match((await drag.getAttribute("class")) ?? "", /\bis-one\b/);
  const box = await drag.boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + 10, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 10);
  await page.mouse.up();
  assert.equal(await drag.evaluate((dom) => dom.style.transform), "translateX(30px)");
  assert.equal(await textOf(page, "#dragged"), "30");
});

test("units, ids, imports and tag names work in WXSS and in style attributes", async () => {
  const page = await desk.phone("/pages/styles/index");
  assert.deepEqual(await stylesOf(page, "#red", "width", "border-top-width"), ["187.5px", "2px"]);
  const blue = await stylesOf(page, "#blue", "color", "font-weight");
  assert.deepEqual(blue, ["rgb(0, 0, 255)", "700"]);
  // Half of what is between the bars: 812 - 24 - 44.
  assert.deepEqual(await stylesOf(page, "#sized", "width", "height"), ["150px", "372px"]);
});

test("a component keeps its styles, shares them, or takes a class from outside, as it says", async () => {
  const page = await desk.phone("/pages/styles/index");
  const isolated = "#styled [class*=inside]";
  assert.deepEqual(await stylesOf(page, isolated, "color", "letter-spacing"), [
    "rgb(0, 0, 0)",
    "2px",
  ]);
  assert.deepEqual(await stylesOf(page, "#styled", "display", "margin-top"), ["block", "37.5px"]);
  assert.deepEqual(await stylesOf(page, "#styled [class*=from-page]", "color"), ["rgb(0, 128, 0)"]);
  assert.deepEqual(await stylesOf(page, "#shared [class*=inside]", "color"), ["rgb(255, 0, 255)"]);
  assert.deepEqual(await stylesOf(page, "#red", "text-indent"), ["5px"]);
});

test("a tag that the browser has its own idea of is a component nevertheless", async () => {
  const page = await desk.phone("/pages/styles/index");
  assert.equal(await page.locator("#dialog").isVisible(), true);
});

test("a page's styles are in force only while it is seen", async () => {
  const page = await desk.phone("/pages/styles/index");
  await page.evaluate("wx.navigateTo({ url: '/pages/queries/index' })");
  await arrivedAt(page, "pages/queries/index");
  const inForce = () =>
    page.evaluate(
      `[...document.querySelectorAll("style[data-sheet]")]
        .filter(({ disabled }) => !disabled).map(({ dataset }) => dataset.sheet)`,
    );
  assert.deepEqual(await inForce(), ["app", "components/card/index", "pages/queries/index"]);
  await page.evaluate("wx.navigateBack()");
  await arrivedAt(page, "pages/styles/index");
  assert.ok(((await inForce()) as string[]).includes("components/styled/index"));
});

test("behaviors give a page data and methods, WeChat's own by name", async () => {
  const page = await desk.phone("/pages/queries/index");
  const counted = await page.evaluate(
    "(getCurrentPages()[0].count(), getCurrentPages()[0].data.counted)",
  );
  assert.equal(counted, 2);
  const form = await desk.phone("/pages/syntax/index");
  const picked = "getCurrentPages()[0].selectComponent('#picked').data";
  assert.deepEqual(await form.evaluate(`Object.keys(${picked}).sort()`), [
    "items",
    "name",
    "value",
  ]);
});

test("selector queries measure from the page's top left, across components too", async () => {
  const page = await desk.phone("/pages/queries/index");
  const results = await page.evaluate(`new Promise((done) => {
    const query = wx.createSelectorQuery();
    query.select("#first").fields({ id: true, dataset: true, mark: true, size: true });
    query.selectAll(".tile").boundingClientRect();
    query.select("#card >>> #inner").fields({ properties: ["hidden"], computedStyle: ["fontWeight"] });
    query.select(".nothing").boundingClientRect();
    query.selectViewport().scrollOffset();
    query.exec(done);
  })`);
  const [first, tiles, inner, nothing, viewport] = results as [
    object,
    { top: number }[],
    object,
    null,
    { scrollHeight: number },
  ];
  assert.deepEqual(first, {
    id: "first",
    dataset: { n: "1" },
    mark: { of: "tiles" },
    width: 100,
    height: 50,
  });
  assert.deepEqual(
    tiles.map(({ top }) => top),
    [0, 50, 1100],
  );
  assert.deepEqual(inner, { hidden: false, fontWeight: "700" });
  assert.equal(nothing, null);
  assert.ok(viewport.scrollHeight > 1150);
});

test("selector queries give what scrolls and what is drawn on, and refuse the rest by name", async () => {
  const page = await desk.phone("/pages/queries/index");
  const results = await page.evaluate(`new Promise((done) => {
    const query = wx.createSelectorQuery();
    query.select("#scroll").scrollOffset();
    query.select("#canvas").node();
    query.exec(([scroll, { node }]) => done([scroll.scrollTop, typeof node.getContext("2d").fillRect]));
  })`);
  assert.deepEqual(results, [40, "function"]);
  await page.evaluate("wx.createSelectorQuery().select('#first').node().exec()");
  await page.waitForFunction("__errors.length > 0");
  assert.match((await page.evaluate<string[]>("__errors"))[0] ?? "", /<wx-view> has no node/);
});

test("an intersection observer tells when something comes into the page's window", async () => {
  const page = await desk.phone("/pages/queries/index");
  await page.evaluate(`new Promise((done) => {
    globalThis.seen = [];
    getCurrentPages()[0].createIntersectionObserver().relativeToViewport()
      .observe("#last", ({ intersectionRatio }) => { seen.push(intersectionRatio); done(); });
  })`);
  await page.evaluate("wx.pageScrollTo({ selector: '#last', duration: 0 })");
  await page.waitForFunction("seen.length === 2");
  assert.deepEqual(await page.evaluate("seen"), [0, 1]);
});

test("pageScrollTo brings what a selector names to the top of the page's window, offset by pixels", async () => {
  const page = await desk.phone("/pages/queries/index");
  const topOf = (selector: string) =>
    page.evaluate<number>(`document.querySelector("${selector}").getBoundingClientRect().top`);
  const target = { selector: ".gap", offsetTop: -30, duration: 0 };
  assert.equal(await callWx(page, "pageScrollTo", target), "pageScrollTo:ok");
  const scroller = ".phone-page:not([hidden]) .phone-scroller";
  assert.equal(Math.round((await topOf(".gap")) - (await topOf(scroller))), 30);
  const none = await callWx(page, "pageScrollTo", { selector: ".none" });
  assert.equal(none, 'pageScrollTo:fail nothing on the page matches ".none"');
});

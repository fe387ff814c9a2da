import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { textIn } from "../../../support/browser.ts";
import { arrivedAt } from "../openPhone.ts";
import { desk, detailOf, hear, setData } from "./readEvents.ts";

const content = () => desk.phone("/pages/content/index");
const others = () => desk.phone("/pages/others/index");

/** One property of how the browser draws an element. */
function styleOf(page: Page, selector: string, property: string): Promise<string> {
  const [dom, name] = [selector, property].map((text) => JSON.stringify(text));
  return page.evaluate(
    `getComputedStyle(document.querySelector(${dom})).getPropertyValue(${name})`,
  );
}

/** The errors that the app has been told of, by their first line. */
async function errorsOf(page: Page): Promise<string[]> {
  const errors = await page.evaluate<string[]>("window.__errors");
  return errors.map((error) => error.split("\n")[0] ?? "");
}

test("a text keeps its lines and its entities; decode turns these, space keeps spaces", async () => {
  const page = await content();
  // biome-ignore lint/performance/useDomNodeTextContent: the lines as they are drawn
  assert.equal(await page.locator("#lines").innerText(), "a b\nc &lt;&nbsp;&amp;");
  assert.equal(await page.locator("#decoded").textContent(), "a  b\nc <\u00a0&");
  assert.equal(
    await page.locator("#spaced").textContent(),
    "a\u00a0\u00a0b\nc\u00a0&lt;&nbsp;&amp;",
  );
  await setData(page, { words: "x &gt; y" });
  await page.locator("#decoded", { hasText: "x > y" }).waitFor();
});

test("only a text with user-select may be selected", async () => {
  const page = await content();
  assert.equal(await styleOf(page, "#lines", "user-select"), "none");
  assert.equal(await styleOf(page, "#spaced", "user-select"), "text");
});

test("an image tells its own size when it is loaded, and fails by error", async () => {
  const page = await content();
  assert.deepEqual(await detailOf(page, "load picture"), { width: 2, height: 2 });
  await setData(page, { src: "/assets/none.png" });
  assert.match((await detailOf(page, "error picture")).errMsg, /none\.png/);
});

test("an image is 320 by 240 unless told, widthFix follows the picture, other modes fit or place it", async () => {
  const page = await content();
  await hear(page, "load picture");
  const size = async (selector: string) => {
    const box = await page.locator(selector).boundingBox();
    return [box?.width, box?.height];
  };
  assert.deepEqual(await size("#picture"), [320, 240]);
  assert.deepEqual(await size("#wide"), [100, 100]);
  assert.equal(await styleOf(page, "#picture img", "object-fit"), "fill");
  assert.equal(await styleOf(page, "#fit img", "object-fit"), "contain");
  assert.equal(await styleOf(page, "#corner img", "object-fit"), "none");
  assert.equal(await styleOf(page, "#corner img", "object-position"), "100% 100%");
});

test("an image shows an SVG out of its address, and a long press offers to save it", async () => {
  const page = await content();
  assert.deepEqual(await detailOf(page, "load svg"), { width: 8, height: 4 });
  await page.locator("#svg").click({ delay: 500 });
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "保存图片" }).click();
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), "picture.svg");
  assert.match(await textIn(saved), /^<svg .*<\/svg>$/);
  await page.locator("#svg").click();
  await hear(page, "tap svg");
});

test("an image without a menu takes no tap away, however long it is pressed", async () => {
  const page = await content();
  await page.locator("#picture").click({ delay: 500 });
  await hear(page, "tap picture");
  assert.equal(await page.getByRole("dialog").count(), 0);
});

test("an icon has its size and color", async () => {
  const page = await content();
  assert.deepEqual(
    await page.locator("#good svg").evaluate((svg) => [svg.clientWidth, svg.clientHeight]),
    [30, 30],
  );
  assert.equal(await page.locator("#good path").getAttribute("fill"), "rgb(7, 8, 9)");
});

test("a progress shows its percentage and tells when it has grown", async () => {
  const page = await content();
  assert.equal(await page.locator("#bar phone-percent").textContent(), "80%");
  assert.deepEqual(await detailOf(page, "activeend bar"), { curPercent: 80 });
  await setData(page, { percent: 30 });
  assert.deepEqual(await detailOf(page, "activeend bar"), { curPercent: 60 });
});

test("rich text draws trusted nodes and nothing that could act", async () => {
  const page = await content();
  const rich = await page.locator("#rich").evaluate((dom) => dom.innerHTML);
  assert.equal(rich, '<div class="rich" style="color: rgb(4, 5, 6)">1 &lt; 2</div>');
  const html = await page.locator("#html").evaluate((dom) => dom.innerHTML);
  assert.equal(html, '<p style="color: red">p<img src="/phone/app/assets/dot.png"></p>');
  await page.locator("#rich").click();
  await hear(page, "tap rich");
});

test("a navigator goes to its page with its query, and says when there is none", async () => {
  const page = await others();
  await page.locator("#nowhere").click();
  assert.match((await detailOf(page, "fail nowhere")).errMsg, /^navigateTo:fail/);
  await page.locator("#other").click();
  assert.match((await detailOf(page, "fail other")).errMsg, /target="miniProgram"/);
  await page.locator("#go").click();
  await arrivedAt(page, "pages/content/index");
  assert.deepEqual(await page.evaluate("getCurrentPages().at(-1).options"), { from: "others" });
  await hear(page, "success go");
});

test("a canvas gives a selector query the real canvas, and its touches their place on it", async () => {
  const page = await others();
  const drawn = await page.evaluate(`new Promise((answer) =>
    wx.createSelectorQuery().select("#canvas").fields({ node: true, size: true }).exec(([found]) => {
      const canvas = found.node;
      canvas.width = 4;
      const context = canvas.getContext("2d");
      context.fillStyle = "rgb(1, 2, 3)";
      context.fillRect(0, 0, 4, 4);
      const pixel = [...context.getImageData(1, 1, 1, 1).data];
      answer({ pixel, size: [found.width, found.height], image: canvas.createImage().tagName });
    }))`);
  assert.deepEqual(drawn, { pixel: [1, 2, 3, 255], size: [300, 150], image: "IMG" });
  await page.locator("#canvas").click({ position: { x: 20, y: 30 } });
  const [touched] = await hear(page, "touchstart canvas");
  const { x = 0, y = 0 } = touched?.touches?.[0] ?? {};
  assert.deepEqual([Math.round(x), Math.round(y)], [20, 30]);
});

test("a video has controls and a poster and tells what went wrong", async () => {
  const page = await others();
  const player = page.locator("#video video");
  assert.equal(await player.getAttribute("poster"), "/phone/app/assets/dot.png");
  assert.equal(await player.getAttribute("controls"), "");
  await player.evaluate((video) => video.setAttribute("src", "none.mp4"));
  await hear(page, "error video");
});

test("createVideoContext steers the video with that id, and says when there is none", async () => {
  const page = await others();
  await page.evaluate('wx.createVideoContext("video").playbackRate(2)');
  assert.equal(await page.evaluate('document.querySelector("#video video").playbackRate'), 2);
  await assert.rejects(page.evaluate('wx.createVideoContext("none")'), /no <video id="none">/);
});

test("a built-in that the phone lacks says so on the page and in the log", async () => {
  const page = await others();
  assert.match((await page.locator("#camera").textContent()) ?? "", /<camera>/);
  assert.ok((await errorsOf(page)).some((error) => /<camera>: the local phone lacks/.test(error)));
});

test("createAnimation moves what the animation property is given to", async () => {
  const page = await others();
  await page.locator("#animated").click();
  await page.waitForFunction(
    'getComputedStyle(document.querySelector("#animated")).opacity === "0.5"',
  );
  assert.equal(await styleOf(page, "#animated", "transform"), "matrix(1, 0, 0, 1, 20, 0)");
});

test("page-meta styles its page", async () => {
  const page = await others();
  assert.equal(await styleOf(page, "page", "background-color"), "rgb(3, 2, 1)");
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../support/browser.ts";

/** The inspector itself: it sees each fault, and no fault in what is as it should be. */

let browser: Browser;
let page: Page;

before(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 600 } });
});
after(() => browser?.close());

/** Anything with this attribute hears taps, as a node of the phone does. */
const hearing = `
  for (const dom of document.querySelectorAll("[data-tap]")) {
    dom.__wxElement = { _$eventTarget: { listeners: { tap: {} } } };
  }
  const element = document.querySelector("#page");
  window.__phone = { currentPage: () => ({ element, scroller: element.firstElementChild }) };
`;

async function faultsIn(html: string): Promise<string[]> {
  const scroller = `<div style="height: 600px; overflow: auto; background: #fff">${html}</div>`;
  await page.setContent(`<body style="margin: 0"><div id="page">${scroller}</div></body>`);
  await page.evaluate(hearing);
  await page.evaluate(readFileSync(join(import.meta.dirname, "inspect.js"), "utf8"));
  return page.evaluate("[...new Set(findFaults([]).map(({ kind }) => kind))]");
}

const button = 'data-tap role="button" style="width: 44px; height: 44px"';
const radio = (checked: boolean, style = "") =>
  `<div role="radio" aria-checked="${checked}" style="${style}">甲</div>`;
const bar = '<div style="position: fixed; bottom: 0; height: 60px; width: 320px">下</div>';

const faulty: Readonly<Record<string, readonly [html: string, kind: string]>> = {
  "a line that its box cuts off": [
    '<div style="width: 60px; overflow: hidden; white-space: nowrap">一二三四五六七八</div>',
    "text is cut off",
  ],
  "a line that leaves the screen": [
    '<div style="position: fixed; left: 300px; white-space: nowrap">一二三</div>',
    "text leaves the screen",
  ],
  "a page that is wider than the phone": [
    '<div style="width: 400px; height: 10px"></div>',
    "the page scrolls sideways",
  ],
  "words over words": [
    '<div>一二三</div><div style="margin-top: -16px">四五六</div>',
    "texts overlap",
  ],
  "one target over another": [
    `<div ${button}>甲</div><div ${button.replace("width", "margin-top: -20px; width")}>乙</div>`,
    "targets overlap",
  ],
  "words that stay under a bar": [
    `<div style="height: 570px"></div><div>一二三</div>${bar}`,
    "text stays under the bar",
  ],
  "a target that no thumb hits": [
    '<div data-tap role="button" style="width: 44px; height: 30px">甲</div>',
    "the target is small",
  ],
  "a target without a role": [`<div ${button.replace('role="button"', "")}>甲</div>`, "no role"],
  "a target without words": [`<div ${button}></div>`, "nothing to say aloud"],
  "faint words": ['<div style="color: #999">一二三</div>', "faint text"],
  "words made faint by their surroundings": [
    '<div style="opacity: 0.4"><div>一二三</div></div>',
    "faint text",
  ],
  "words on a picture": [
    '<div style="background: linear-gradient(red, blue)">一二三</div>',
    "text on a picture",
  ],
  "a choice told by colour alone": [
    radio(true, "color: #b00") + radio(false),
    "chosen by colour alone",
  ],
};

for (const [what, [html, kind]] of Object.entries(faulty)) {
  test(`it sees ${what}`, async () => {
    assert((await faultsIn(html)).includes(kind), String(await faultsIn(html)));
  });
}

const sound: Readonly<Record<string, string>> = {
  "words that scroll sideways in a box of their own":
    '<div style="width: 200px; overflow-x: auto; white-space: nowrap">一二三四五六七八九十一二三四</div>',
  "an excerpt that a tap opens":
    '<div data-tap role="link" style="height: 44px"><div style="display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 1; width: 60px">一二三四五六七八</div></div>',
  "what lies under a sheet": `<div>一二三</div>${bar.replace("height: 60px", "height: 580px; background: #fff")}`,
  "a target that only lies around one with a role":
    '<div data-tap style="height: 60px"><div role="link" aria-label="甲">甲</div></div>',
  "what says that it takes no tap": '<div data-tap role="text">甲</div>',
  "a choice that is ticked": radio(true, "font-weight: 600") + radio(false),
  "what cannot be pressed yet, however faint":
    '<div aria-disabled="true" style="color: #bbb">一二三</div>',
};

for (const [what, html] of Object.entries(sound)) {
  test(`it leaves alone ${what}`, async () => {
    assert.deepEqual(await faultsIn(html), []);
  });
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ensureChromium } from "./chromium.ts";

/**
 * Draws the tab bar's icons in `miniprogram/assets/`: glyphs of TDesign's icon font (MIT licence, as
 * `tdesign-icons-web-components` ships it), outlined for a tab and filled for the selected one. WeChat
 * takes only pictures here, 81×81 pixels. Run by hand when an icon or a colour changes.
 */

const root = join(import.meta.dirname, "..");
const font = join(root, "node_modules/tdesign-icons-web-components/lib/iconfont");

/** Which glyph stands for which tab; "-filled" is its selected twin. */
const glyphs = { home: "home", grid: "map", board: "leaderboard", me: "user" };

/** The colours of `tabBar` in app.json. */
const colours = JSON.parse(readFileSync(join(root, "miniprogram/app.json"), "utf8")).tabBar as {
  color: string;
  selectedColor: string;
};

const side = 81;

/** @returns the character that shows this glyph in the font */
function characterOf(glyph: string): string {
  const svg = readFileSync(join(font, "t.svg"), "utf8");
  const code = new RegExp(`glyph-name="${glyph}"\\s+unicode="&#x([0-9A-Fa-f]+);"`).exec(svg)?.[1];
  if (!code) throw new Error(`The icon font has no glyph "${glyph}".`);
  return String.fromCodePoint(Number.parseInt(code, 16));
}

const fontData = readFileSync(join(font, "t.woff")).toString("base64");

const drawing = (glyph: string, colour: string): string => `
  <style>
    @font-face { font-family: icons; src: url(data:font/woff;base64,${fontData}); }
    body { margin: 0; background: transparent; }
    div {
      width: ${side}px; height: ${side}px;
      font: 66px/${side}px icons; text-align: center; color: ${colour};
    }
  </style>
  <div>${characterOf(glyph)}</div>`;

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: side, height: side } });
for (const [tab, glyph] of Object.entries(glyphs)) {
  const states = [
    { file: `${tab}.png`, html: drawing(glyph, colours.color) },
    { file: `${tab}-selected.png`, html: drawing(`${glyph}-filled`, colours.selectedColor) },
  ];
  for (const { file, html } of states) {
    await page.setContent(html);
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    await page.screenshot({ path: join(root, "miniprogram/assets", file), omitBackground: true });
  }
}
await browser.close();

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/** What the theme promises to old eyes, on every page. */

const app = join(import.meta.dirname, "../../miniprogram");
const read = (file: string): string => readFileSync(join(app, file), "utf8");

type Package = { root: string; pages: string[] };
const { pages, subpackages } = JSON.parse(read("app.json")) as {
  pages: string[];
  subpackages: Package[];
};
const allPages = [
  ...pages,
  ...subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

test("text grows on every page: each begins with the tag that passes WeChat's size on", () => {
  const without = allPages
    .filter((page) => existsSync(join(app, `${page}.wxml`)))
    .filter((page) => !read(`${page}.wxml`).startsWith('<page-meta page-style="{{pageStyle}}" />'));
  assert.deepEqual(without, []);
});

/** The colours of `app.wxss` by name. */
const colours = new Map(
  [...read("app.wxss").matchAll(/--([\w-]+): #([0-9a-f]{3,6});/g)].map(([, name, hex = ""]) => [
    name,
    hex.length === 3 ? hex.replace(/./g, "$&$&") : hex,
  ]),
);

/** Relative luminance, as WCAG 2 defines it. */
function luminance(name: string): number {
  const hex = colours.get(name) ?? assert.fail(`the theme has no colour "${name}"`);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test("every ink has a contrast of at least 4.5 to 1 where it is written", () => {
  const written = [
    ...["ink", "ink-2", "ink-3", "accent"].flatMap((ink) => [
      [ink, "ground"],
      [ink, "card"],
    ]),
    ["accent", "accent-soft"],
    ["waiting", "waiting-soft"],
    ["good", "good-soft"],
    ["ink-2", "quiet-soft"],
    ["ink-2", "line"],
    ["card", "ink"],
    ["card", "accent"],
  ] as [string, string][];
  const tooFaint = written.filter(([ink, paper]) => contrast(ink, paper) < 4.5);
  assert.deepEqual(tooFaint, []);
});

test("the smallest text is 15 pixels, and every size grows", () => {
  const sizes = [...read("app.wxss").matchAll(/--fs-(?!scale)[\w-]+: (.+);/g)].map(
    ([, size = ""]) => Number(/^calc\((\d+)px \* var\(--fs-scale\)\)$/.exec(size)?.[1]),
  );
  assert(sizes.length > 0);
  assert(Math.min(...sizes) >= 15, String(sizes));
});

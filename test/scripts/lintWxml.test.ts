import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { lintWxml } from "../../scripts/lintWxml.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A Mini Program of these files. */
function app(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "lint-wxml-"));
  folders.push(folder);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

test("a template that WeChat compiles gives no complaint", () => {
  const files = { "pages/a.wxml": '<view wx:if="{{a}}">1</view>\n<view wx:else>2</view>' };
  assert.deepEqual(lintWxml(app(files)), []);
});

test("a mistake is named by file, line, column and in the compiler's words", () => {
  const [complaint] = lintWxml(app({ "pages/a.wxml": "<view>\n  <text>{{a?.b}}</text>\n</view>" }));
  assert.equal(complaint?.file, "pages/a.wxml");
  assert.deepEqual([complaint?.line, complaint?.column], [2, 9]);
  assert.match(complaint?.message ?? "", /unexpected token/);
});

test("every file with a mistake is named, not only the first", () => {
  const files = { "a.wxml": "<view>", "b.wxml": "<view></view>", "c.wxml": "</text>" };
  assert.deepEqual(
    lintWxml(app(files)).map(({ file }) => file),
    ["a.wxml", "c.wxml"],
  );
});

test("a mistake in WXS is named in the WXS file", () => {
  const files = {
    "a.wxml": '<wxs module="m" src="./m.wxs" /><view>{{m.f(1)}}</view>',
    "m.wxs": "module.exports = { f: function (x) { return x }\n",
  };
  assert.equal(lintWxml(app(files))[0]?.file, "m.wxs");
});

test("packages from npm are not looked at", () => {
  assert.deepEqual(lintWxml(app({ "miniprogram_npm/kit/a.wxml": "<view>" })), []);
});

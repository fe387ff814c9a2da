import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { packNpm } from "../../scripts/packNpm.ts";

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A Mini Program of these files, with these packages installed. */
function project(app: Record<string, string>, packages: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "pack-npm-"));
  folders.push(folder);
  const places = { appDir: join(folder, "app"), nodeModules: join(folder, "node_modules") };
  mkdirSync(places.nodeModules);
  for (const [file, text] of Object.entries(app)) write(join(places.appDir, file), text);
  for (const [file, text] of Object.entries(packages)) write(join(places.nodeModules, file), text);
  return places;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const uses = (name: string) => JSON.stringify({ usingComponents: { it: name } });

const kit = {
  "kit/package.json": JSON.stringify({ miniprogram: "dist" }),
  "kit/dist/button/button.json": uses("../icon/icon"),
  "kit/dist/button/button.js": 'import{a}from"tool";import"./props";Component({})',
  "kit/dist/button/props.js": "export{}",
  "kit/dist/button/button.wxml": '<wxs src="../common/say.wxs" module="_"/><icon/>',
  "kit/dist/button/button.wxss": '@import "../common/base.wxss";',
  "kit/dist/common/base.wxss": "",
  "kit/dist/common/say.wxs": 'var x = require("./more.wxs")',
  "kit/dist/common/more.wxs": "",
  "kit/dist/icon/icon.json": "{}",
  "kit/dist/icon/icon.js": "Component({})",
  "kit/dist/icon/icon.wxml": "",
  "kit/dist/table/table.json": "{}",
  "kit/dist/table/table.js": "",
  "kit/dist/table/table.wxml": "",
  "kit/dist/miniprogram_npm/tool/index.js": "",
};

test("a used component is packed with all that it needs, through every kind of file", () => {
  const files = packNpm(project({ "pages/a.json": uses("kit/button/button") }, kit));
  assert.deepEqual(files, [
    "kit/button/button.js",
    "kit/button/button.json",
    "kit/button/button.wxml",
    "kit/button/button.wxss",
    "kit/button/props.js",
    "kit/common/base.wxss",
    "kit/common/more.wxs",
    "kit/common/say.wxs",
    "kit/icon/icon.js",
    "kit/icon/icon.json",
    "kit/icon/icon.wxml",
    "kit/miniprogram_npm/tool/index.js",
  ]);
});

test("a component that is no longer used leaves the pack", () => {
  const places = project({ "pages/a.json": uses("kit/button/button") }, kit);
  packNpm(places);
  write(join(places.appDir, "pages/a.json"), uses("kit/table/table"));
  packNpm(places);
  assert.equal(existsSync(join(places.appDir, "miniprogram_npm/kit/button")), false);
  assert.equal(existsSync(join(places.appDir, "miniprogram_npm/kit/table/table.js")), true);
});

test("a module that a script imports is packed; what is imported as a type is not", () => {
  const script =
    'import { show } from "kit/icon/icon";\nimport type { T } from "kit/table/table";\n';
  const files = packNpm(project({ "pages/a.ts": script }, kit));
  assert(files.includes("kit/icon/icon.js"));
  assert(!files.includes("kit/table/table.js"));
});

test("a package of one file, made for anything, is packed where WeChat looks for it", () => {
  const plain = {
    "plain/package.json": JSON.stringify({ main: "dist/plain.js" }),
    "plain/dist/plain.js": "module.exports = 1",
  };
  const places = project({ "a.ts": 'import plain from "plain";\n' }, plain);
  assert.deepEqual(packNpm(places), ["plain/index.js"]);
  const packed = join(places.appDir, "miniprogram_npm/plain/index.js");
  assert.equal(readFileSync(packed, "utf8"), "module.exports = 1");
  write(join(places.nodeModules, "plain/dist/plain.js"), 'require("./more.js")');
  assert.throws(() => packNpm(places), /"plain" is not made for Mini Programs/);
});

test("what is used and not installed, not made for Mini Programs or not in its package is named", () => {
  const packing = (name: string) => () =>
    packNpm(project({ "a.json": uses(name) }, { ...kit, "plain/package.json": "{}" }));
  assert.throws(packing("nothing/button/button"), /"nothing\/button\/button": no such package/);
  assert.throws(packing("plain/button"), /"plain" is not made for Mini Programs/);
  assert.throws(packing("kit/buton/buton"), /"kit" has no "buton\/buton"/);
});

test("TDesign as it is installed can be packed: its button brings its icon and its own tslib", () => {
  const places = project({ "a.json": uses("tdesign-miniprogram/button/button") }, {});
  const nodeModules = join(import.meta.dirname, "../../node_modules");
  const files = packNpm({ ...places, nodeModules });
  assert(files.includes("tdesign-miniprogram/icon/icon.wxss"));
  assert(files.includes("tdesign-miniprogram/miniprogram_npm/tslib/index.js"));
  assert(!files.some((file) => file.startsWith("tdesign-miniprogram/table/")));
});

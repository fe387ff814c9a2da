import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { openCompiler } from "../../../../local/phone/compiler/compiler.ts";
import type { Program } from "../../../../local/phone/program.ts";
import { folderOf, onePage } from "../miniProgram.ts";
import { fixtureApp } from "../openPhone.ts";

type Files = Record<string, string>;

const compile = (files: Files): Promise<Program> =>
  openCompiler(folderOf(onePage(files))).compile();

/** What the compiler says, as `file:line:column message`. */
async function findings(files: Files): Promise<string[]> {
  const { diagnostics } = await compile(files);
  return diagnostics.map(({ file, line, column, message, level }) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(":");
    return `${level === "error" ? "" : `${level} `}${place} ${message}`;
  });
}

test("a whole Mini Program compiles without a word", async () => {
  const program = await openCompiler(fixtureApp).compile();
  assert.deepEqual(program.diagnostics, []);
  assert.equal(program.pages.at(-1), "packages/extra/pages/far/index");
  const using = program.components["pages/home/index"]?.usingComponents;
  assert.deepEqual(using, { "app-card": "/components/card/index" });
});

test("a missing or broken app.json is said by its place", async () => {
  assert.deepEqual(await findings({ "app.json": "{}" }), [
    'app.json needs at least one page in "pages"',
  ]);
  const [broken] = await findings({ "app.json": '{\n  "pages": [,]\n}' });
  assert.match(broken ?? "", /^app\.json:2:13 /);
});

test("what the phone lacks and app.json asks for is said by name", async () => {
  const app = JSON.stringify({ pages: ["pages/a/a"], plugins: { p: {} }, renderer: "skyline" });
  assert.deepEqual(await findings({ "app.json": app }), [
    'warning app.json "plugins" is not available on this phone',
    'warning app.json "renderer" is not available on this phone',
  ]);
});

test("a page of the tab bar must be a page", async () => {
  const tabBar = { list: [{ pagePath: "pages/b/b", text: "b" }] };
  const app = JSON.stringify({ pages: ["pages/a/a"], tabBar });
  assert.deepEqual(await findings({ "app.json": app }), [
    'app.json tabBar: "pages/b/b" is no page',
  ]);
});

test("WXML errors are said by line and column", async () => {
  const wxml = (text: string): Promise<string[]> => findings({ "pages/a/a.wxml": text });
  assert.deepEqual(await wxml("<view>\n  {{ a + }}\n</view>"), [
    "pages/a/a.wxml:2:10 unexpected character inside expression",
  ]);
  assert.deepEqual(await wxml("<view>\n<text>a"), [
    "pages/a/a.wxml:1:2 missing end tag",
    "pages/a/a.wxml:2:2 missing end tag",
  ]);
  assert.deepEqual(await wxml("<view />\n<view wx:foo='1' />"), [
    "pages/a/a.wxml:2:7 invalid attribute prefix",
  ]);
  assert.deepEqual(await wxml("<view>{{ '<b>' }}</view>\n <tabel />"), [
    "pages/a/a.wxml:2:2 <tabel> is neither one of WeChat's components nor in usingComponents",
  ]);
  assert.deepEqual(await wxml('<import src="./b.wxml" />'), [
    'pages/a/a.wxml there is no "pages/a/b.wxml"',
  ]);
});

test("an unknown tag is found behind scripts and in what is included, round a circle too", async () => {
  const wxs = '<wxs module="m" src="./m.wxs" />';
  const inline = '<wxs module="n">module.exports = {};</wxs>';
  const said = await findings({
    "pages/a/a.wxml": `${wxs}<tabel />${inline}<include src="./b.wxml" />`,
    "pages/a/b.wxml": '<include src="./a.wxml" /><chiar />',
    "pages/a/m.wxs": "module.exports = {};",
  });
  assert.deepEqual(
    said.map((line) => /^\S+ <\w+>/.exec(line)?.[0]),
    ["pages/a/a.wxml:1:33 <tabel>", "pages/a/b.wxml:1:27 <chiar>"],
  );
});

test("WXS must be WXS: what telephones do not know is an error, inside WXML too", async () => {
  const inline = '<view />\n<wxs module="m">\nvar a = 1;\nconst b = 2;\n</wxs>';
  const [constant] = await findings({ "pages/a/a.wxml": inline });
  assert.equal(constant, "pages/a/a.wxml:4:1 WXS knows no const");
  const [syntax] = await findings({
    "pages/a/a.wxml": '<wxs module="m" src="./m.wxs" />',
    "pages/a/m.wxs": "var a = ;",
  });
  assert.equal(syntax, 'pages/a/m.wxs:1:9 Unexpected ";"');
  const [lambda] = await findings({
    "pages/a/a.wxml": '<wxs module="m" src="./m.wxs" />',
    "pages/a/m.wxs": "var a = function (b = 1) {};\nmodule.exports = { c: (d) => d };",
  });
  assert.match(lambda ?? "", /^pages\/a\/m\.wxs:2:27 WXS knows no arrow functions/);
});

test("an app without any WXS died: its templates said that D is not defined", async () => {
  const { templates } = await compile({});
  assert.deepEqual(Object.keys(templates.each), ["pages/a/a"]);
  const open = new Function("wxs", `${templates.shared}; return ${templates.each["pages/a/a"]}`);
  assert.equal(typeof open({}), "function");
});

test("the debugger finds the line of the app's own script where an error came from", async () => {
  const script = "type Lines = 1;\ntype More = 2;\nthrow new Error('here');";
  const folder = folderOf(onePage({ "pages/a/a.ts": script }));
  const compiler = openCompiler(folder);
  const { modules } = await compiler.compile();
  const { code, source } = modules["pages/a/a"] ?? { code: "", source: "" };
  const run = new Function("absent", `"use strict";return function () {${code}\n}`)();
  const [, line, column] = stackOf(run).match(/<anonymous>:(\d+):(\d+)/) ?? [];
  const map = new SourceMap(JSON.parse(compiler.sourceMap(source ?? "") ?? "{}"));
  const found = map.findEntry(Number(line) - 1, Number(column) - 1);
  assert("originalLine" in found);
  assert.deepEqual([found.originalSource, found.originalLine], ["pages/a/a.ts", 2]);
});

function stackOf(run: () => void): string {
  try {
    run();
    return "";
  } catch (error) {
    return String((error as Error).stack);
  }
}

test("WXSS errors, missing imports and local pictures are said by their place", async () => {
  const wxss = (text: string): Promise<string[]> => findings({ "pages/a/a.wxss": text });
  assert.deepEqual(await wxss(".a {}\n.b { color red }"), [
    "pages/a/a.wxss:2:6 Unknown word color",
  ]);
  assert.deepEqual(await wxss('@import "./b.wxss";'), [
    'pages/a/a.wxss:1:1 @import: there is no "./b.wxss"',
  ]);
  assert.deepEqual(await wxss(".a { background: url(/a.png) }"), [
    'pages/a/a.wxss:1:6 WXSS cannot load "/a.png": use a data URL or <image>',
  ]);
});

test("script errors and modules that are nowhere are said by their place", async () => {
  assert.deepEqual(await findings({ "pages/a/a.js": "Page({\n  data: {,\n});" }), [
    'pages/a/a.js:2:10 Expected identifier but found ","',
  ]);
  const missing = await findings({ "pages/a/a.js": 'require("./b"); require("no-package");' });
  assert.deepEqual(missing, [
    'pages/a/a.js cannot find module "./b"',
    'pages/a/a.js cannot find module "no-package"',
  ]);
  const json = JSON.stringify({ usingComponents: { b: "/b/b" } });
  assert.deepEqual(await findings({ "pages/a/a.json": json }), [
    'pages/a/a.json there is no component at "/b/b"',
  ]);
});

test("types are erased: what is imported as a type only is not looked for", async () => {
  const script = 'import type { Member } from "../../../core/member";\nPage({} as Member);';
  const files = { "pages/a/a.ts": script };
  assert.deepEqual(await findings(files), []);
});

test("a packed package goes before one in node_modules, and a plain one is bundled", async () => {
  const folder = folderOf({
    "node_modules/built/package.json": '{"name": "built", "miniprogram": "dist"}',
    "node_modules/built/dist/index.js": 'exports.from = "node_modules";',
    "node_modules/built/dist/part.js": 'module.exports = require("./index");',
    "node_modules/plain/package.json": '{"name": "plain", "main": "main.js"}',
    "node_modules/plain/main.js": 'exports.is = require("./inner");',
    "node_modules/plain/inner.js": "module.exports = 7;",
    ...Object.fromEntries(
      Object.entries(
        onePage({
          "miniprogram_npm/packed/index.js": 'exports.from = "miniprogram_npm";',
          "pages/a/a.js": 'require("packed"); require("built/part"); require("plain");',
        }),
      ).map(([name, text]) => [`app/${name}`, text]),
    ),
  });
  const { diagnostics, modules } = await openCompiler(path.join(folder, "app")).compile();
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(modules["pages/a/a"]?.requires, {
    packed: "miniprogram_npm/packed/index",
    "built/part": "miniprogram_npm/built/part",
    plain: "npm:plain",
  });
  assert.match(modules["miniprogram_npm/built/index"]?.code ?? "", /node_modules/);
  assert.match(modules["npm:plain"]?.code ?? "", /exports = 7/);
});

test("classes, hosts, tags and units of a component's WXSS are translated, keyframes kept", async () => {
  const { sheets, scopes } = await compile({
    "pages/a/a.json": JSON.stringify({ usingComponents: { b: "../../b/b" } }),
    "b/b.json": '{"component": true}',
    "b/b.wxml": "<view />",
    "b/b.js": "Component({});",
    "b/b.wxss":
      ":host .x > view.y { margin: 1rpx -15rpx; height: calc(50vh - 2px) }\n@keyframes k { from { top: 0 } }",
  });
  const scope = scopes["b/b"];
  const host = `[wx-host=${scope}]`;
  assert.equal(
    sheets["b/b"],
    `${host} .${scope}--x > wx-view.${scope}--y { margin: 0.133334vw -2vw; height: calc(50cqh - 2px) }\n@keyframes k { from { top: 0 } }`,
  );
});

test("a page shares its styles even when it is made by Component(), unless it says otherwise", async () => {
  const scopeOf = async (json: object): Promise<string | undefined> =>
    (await compile({ "pages/a/a.json": JSON.stringify(json) })).scopes["pages/a/a"];
  assert.equal(await scopeOf({ component: true }), undefined);
  assert.equal(await scopeOf({ styleIsolation: "page-isolated" }), "c1-a");
});

test("imports of sheets are put in place, once each way round a circle", async () => {
  const { sheets, diagnostics } = await compile({
    "pages/a/a.wxss": '@import "../b.wxss";\n.a { color: red }',
    "pages/b.wxss": '@import "/pages/a/a.wxss";\n.b { color: blue }',
  });
  assert.deepEqual(diagnostics, []);
  assert.equal(sheets["pages/a/a"]?.replace(/\s+/g, " "), ".b { color: blue } .a { color: red }");
});

test("the next compilation sees what changed and keeps the rest", async () => {
  const folder = folderOf(onePage({ "pages/a/b.js": "exports.b = 1;" }));
  const compiler = openCompiler(folder);
  const before = await compiler.compile();
  writeFileSync(path.join(folder, "pages/a/a.js"), 'require("./b");\nPage({ data: { n: 2 } });');
  const after = await compiler.compile();
  assert.doesNotMatch(before.modules["pages/a/a"]?.code ?? "", /n: 2/);
  assert.match(after.modules["pages/a/a"]?.code ?? "", /n: 2/);
  assert.ok(after.modules["pages/a/b"]);
});

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { arrivedAt, callWx, type Desk, fixtureApp, openDesk, textOf } from "../openPhone.ts";

let desk: Desk;
let appDir: string;
before(async () => {
  appDir = mkdtempSync(path.join(tmpdir(), "phone-reload-"));
  cpSync(fixtureApp, appDir, { recursive: true });
  desk = await openDesk(appDir, { watch: true });
});
after(() => desk.close());

/** Changes a file of the app and waits until the phone has loaded it. */
async function edit(page: Page, file: string, change: (text: string) => string): Promise<void> {
  const reloaded = page.waitForEvent("load");
  const name = path.join(appDir, file);
  writeFileSync(name, change(readFileSync(name, "utf8")));
  await reloaded;
}

test("a changed file reaches the phone, which stays at its page", async () => {
  const page = await desk.phone();
  await callWx(page, "navigateTo", { url: "/pages/life/index?id=9" });
  await edit(page, "pages/life/index.wxml", (text) => `${text}\n<view id="new">新</view>`);
  await arrivedAt(page, "pages/life/index");
  assert.equal(await textOf(page, "#new"), "新");
  assert.equal(await textOf(page, "#query"), "9");
});

/** Another program makes folders and removes them at once, as one that packs or switches branches. */
const comeAndGo = `
  const { mkdirSync, rmSync } = require("node:fs");
  for (let round = 0; round < 400; round++) {
    for (const name of ["a", "b", "c"]) mkdirSync(process.argv[1] + "/" + name + "/d/e", { recursive: true });
    rmSync(process.argv[1], { recursive: true });
  }`;

test("folders that came and went at once ended the server", async () => {
  const page = await desk.phone("/pages/life/index");
  await promisify(execFile)(process.execPath, ["-e", comeAndGo, path.join(appDir, "packed")]);
  await new Promise((quiet) => setTimeout(quiet, 500)); // the reloads of all that are over
  await edit(page, "pages/life/index.wxml", (text) => `${text}\n<view id="alive">在</view>`);
  assert.equal(await textOf(page, "#alive"), "在");
});

test("a mistake is shown on the phone by its place until it is mended", async () => {
  const page = await desk.phone("/pages/styles/index");
  await edit(page, "pages/styles/index.js", () => "Page({ data: { });");
  const said = await textOf(page, ".phone-diagnostics");
  assert.match(said, /^pages\/styles\/index\.js:1:17 Expected "}" but found "\)"/);
  assert.equal(desk.phones.diagnostics()[0]?.file, "pages/styles/index.js");
  await edit(page, "pages/styles/index.js", () => "throw new Error('not today');");
  assert.match(await textOf(page, ".phone-diagnostics"), /^Error: not today/);
  await edit(page, "pages/styles/index.js", () => "Page({ data: { width: 20 } });");
  await arrivedAt(page, "pages/styles/index");
  assert.deepEqual(desk.phones.diagnostics(), []);
});

test("the server answers for the phones only, and shows no source of the app", async () => {
  const status = async (address: string): Promise<number> =>
    (await fetch(`${desk.origin}${address}`)).status;
  assert.equal(await status("/phone/app/assets/dot.png"), 200);
  assert.equal(await status("/phone/app/app.js"), 404);
  assert.equal(await status("/phone/app/../app.json"), 404);
  assert.equal(await status("/phone/app/%2e%2e/%2e%2e/etc/passwd"), 404);
  assert.equal(await status("/phone/%e0%a4%a"), 404);
  assert.equal(await status("/phone/upload"), 404);
  assert.equal(await status("/health"), 404);
});

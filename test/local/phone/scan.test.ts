import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import type { Frame, Locator, Page } from "playwright-core";
import qrcode from "qrcode-generator";
import { folderOf } from "./miniProgram.ts";
import { type Desk, openDesk } from "./openPhone.ts";

const root = path.join(import.meta.dirname, "../../..");

/** A page that shows `text` as a code and has a button that scans. */
const appDir = folderOf({
  "app.json": JSON.stringify({ pages: ["pages/a/a"] }),
  "pages/a/a.json": JSON.stringify({
    usingComponents: { "qr-code": "/components/qr-code/index" },
  }),
  "pages/a/a.wxml": `
    <view bindtap="scan" style="line-height: 44px">扫一扫</view>
    <view id="result">{{result}}</view>
    <qr-code text="{{text}}" label="我的码" />
    <canvas id="canvas" type="2d" style="width: 200px; height: 200px" />
    <view style="height: 2000px" />`,
  "pages/a/a.js": `Page({
    data: { text: "", result: "" },
    scan() {
      const tell = (outcome) => this.setData({ result: JSON.stringify(outcome) });
      wx.scanCode({ success: tell, fail: tell });
    },
  });`,
});

/** A phone, alone in its window or in a frame beside others. */
type Phone = Page | Frame;

let desk: Desk;
let left: Phone;
let middle: Phone;
let right: Phone;

before(async () => {
  const component = path.join(root, "miniprogram/components/qr-code");
  cpSync(component, path.join(appDir, "components/qr-code"), { recursive: true });
  desk = await openDesk(appDir, { npmDir: path.join(root, "node_modules") });
  [left, middle, right] = await sideBySide("左", "中", "右");
});
after(async () => {
  await desk.close();
  rmSync(appDir, { recursive: true });
});
beforeEach(() => show({}));

/** Phones beside each other in one window, by the titles of their frames. */
async function sideBySide(...titles: [string, string, string]): Promise<[Frame, Frame, Frame]> {
  const page = await (await desk.phone()).context().newPage();
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 1200, height: 840 });
  const frames = titles.map((title) => {
    const query = new URLSearchParams({ id: title, openid: `o-${title}` });
    const style = "width: 375px; height: 812px";
    return `<iframe title="${title}" style="${style}" src="/phone/index.html?${query}"></iframe>`;
  });
  const body = `<!doctype html><meta charset="utf-8">${frames.join("")}`;
  await page.route("**/desk", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`${desk.origin}/desk`);
  const [first, second, third] = page.frames().slice(1);
  assert.ok(first && second && third);
  for (const frame of [first, second, third]) await frame.locator("page").waitFor();
  return [first, second, third];
}

/** What the phones show as codes; nothing where nothing is said. */
async function show(texts: { left?: string; middle?: string }): Promise<void> {
  for (const [phone, text = ""] of [[left, texts.left], [middle, texts.middle], [right]] as const) {
    const data = JSON.stringify({ text, result: "" });
    await phone.evaluate(`new Promise((done) => getCurrentPages()[0].setData(${data}, done))`);
  }
}

const finder = (phone: Phone): Locator => phone.getByRole("dialog", { name: "扫一扫" });

const codesOn = (phone: Phone): Locator => finder(phone).locator(".wx-scan-code");

/** What the app on a phone was told of its last scan. */
async function resultOn(phone: Phone): Promise<Record<string, string>> {
  const result = phone.locator("#result:not(:empty)");
  await result.waitFor();
  return JSON.parse((await result.textContent()) ?? "");
}

test("one phone shows a code, the other scans it and gets exactly its text", async () => {
  const text = "v1:签到/支部党员大会?t=1730000000&c=🌾%20 终";
  await show({ left: text });
  await right.getByText("扫一扫").click();
  await codesOn(right).click();
  assert.deepEqual(await resultOn(right), {
    errMsg: "scanCode:ok",
    result: text,
    scanType: "QR_CODE",
    charSet: "utf-8",
    rawData: Buffer.from(text).toString("base64"),
  });
  assert.equal(await finder(right).count(), 0);
  assert.deepEqual(await right.evaluate("window.__errors"), []);
});

test("a code of a Mini Program answers the path of its page, and no text", async () => {
  await show({ left: "wxacode:pages/detail/index?scene=a%3D1" });
  await right.getByText("扫一扫").click();
  await codesOn(right).click();
  const { path, scanType, result } = await resultOn(right);
  assert.deepEqual([path, scanType, result], ["pages/detail/index?scene=a%3D1", "WX_CODE", ""]);
});

test("a code that is seen waits for a tap, and the person may give up", async () => {
  await show({ left: "one" });
  await right.getByText("扫一扫").click();
  await codesOn(right).waitFor();
  assert.equal(await right.locator("#result").textContent(), "");
  await right.getByRole("button", { name: "取消" }).click();
  assert.deepEqual(await resultOn(right), { errMsg: "scanCode:fail cancel" });
});

test("several codes are offered with the phone that shows each, long ones shortened", async () => {
  await show({ left: "x".repeat(300), middle: "short" });
  await right.getByText("扫一扫").click();
  await codesOn(right).nth(1).waitFor();
  const offered = await codesOn(right).allTextContents();
  assert.deepEqual(offered, [`左${"x".repeat(40)}…`, "中short"]);
  await codesOn(right).first().click();
  assert.equal((await resultOn(right)).result, "x".repeat(300));
});

test("the camera keeps looking: a code that appears, changes or goes is noticed", async () => {
  await right.getByText("扫一扫").click();
  await finder(right).getByText("在旁边的手机上打开二维码").waitFor();
  await show({ left: "first" });
  await codesOn(right).getByText("first").waitFor();
  await show({ left: "second" });
  await codesOn(right).getByText("second").waitFor();
  assert.equal(await codesOn(right).count(), 1);
  await show({});
  await codesOn(right).waitFor({ state: "detached" });
  await right.getByRole("button", { name: "取消" }).click();
});

test("a code is not seen scrolled away, under a dialog or on a page that is left", async () => {
  await show({ left: "hidden" });
  const scroll = (to: number) => `wx.pageScrollTo({ scrollTop: ${to}, duration: 0 })`;
  const hidings = [
    [scroll(150), scroll(0)],
    ['void wx.showModal({ title: "?" })', 'document.querySelector(".wx-modal-cancel").click()'],
    ['wx.navigateTo({ url: "/pages/a/a" })', "wx.navigateBack()"],
  ] as const;
  await right.getByText("扫一扫").click();
  for (const [hide, unhide] of hidings) {
    await codesOn(right).getByText("hidden").waitFor();
    await left.evaluate(hide);
    await codesOn(right).waitFor({ state: "detached" });
    await left.evaluate(unhide);
  }
  await codesOn(right).getByText("hidden").click();
});

test("a code drawn on a canvas is seen as well", async () => {
  await show({ left: "drawn" });
  await left.waitForFunction('document.querySelector("page img").naturalWidth > 0');
  await left.evaluate(`new Promise((drawn) =>
    wx.createSelectorQuery().select("#canvas").node(({ node }) => {
      node.width = node.height = 200;
      node.getContext("2d").drawImage(document.querySelector("page img"), 0, 0, 200, 200);
      drawn();
    }).exec())`);
  await show({});
  await right.getByText("扫一扫").click();
  await codesOn(right).getByText("drawn").click();
  assert.equal((await resultOn(right)).result, "drawn");
});

/** A code of digits followed by bytes, which need not be UTF-8. */
function svgOf(digits: string, bytes: string): string {
  const code = qrcode(0, "M");
  code.addData(digits, "Numeric");
  code.addData(bytes, "Byte");
  code.make();
  return code.createSvgTag({ cellSize: 4, margin: 16 });
}

/** Chooses a picture in the finder that is open. */
async function choose(page: Page, mimeType: string, buffer: Buffer): Promise<void> {
  const field = finder(page).locator("input[type=file]");
  await field.setInputFiles({ name: "picture", mimeType, buffer });
}

test("a phone alone in its window reads a picture that the person chooses", async () => {
  const page = await desk.phone();
  await page.evaluate('getCurrentPages()[0].setData({ text: "在图片里" })');
  const picture = await page.getByRole("img", { name: "我的码" }).screenshot();
  await page.getByText("扫一扫").click();
  await finder(page).getByText("旁边没有别的手机").waitFor();
  assert.equal(await codesOn(page).count(), 0);
  await choose(page, "image/png", Buffer.from("no picture"));
  await finder(page).getByText("图片里没有二维码").waitFor();
  await choose(page, "image/png", picture);
  assert.equal((await resultOn(page)).result, "在图片里");
});

test("a code whose text is not UTF-8 throughout is no code", async () => {
  const page = await desk.phone();
  await page.getByText("扫一扫").click();
  await choose(page, "image/svg+xml", Buffer.from(svgOf("12", "\xff\xfe")));
  await finder(page).getByText("图片里没有二维码").waitFor();
  await choose(page, "image/svg+xml", Buffer.from(svgOf("12", " ok")));
  assert.equal((await resultOn(page)).result, "12 ok");
});

test("only from the camera means no pictures, and kinds of code that are not read are refused by name", async () => {
  const page = await desk.phone();
  await page.evaluate(
    "void (window.asked = wx.scanCode({ onlyFromCamera: true }).catch((e) => e))",
  );
  await finder(page).waitFor();
  assert.equal(await finder(page).locator("input").count(), 0);
  await page.getByRole("button", { name: "取消" }).click();
  assert.deepEqual(await page.evaluate("window.asked"), { errMsg: "scanCode:fail cancel" });
  const refused = await page.evaluate('wx.scanCode({ scanType: ["barCode"] }).catch((e) => e)');
  const words = 'scanCode:fail scanType "barCode" is not available on this phone';
  assert.deepEqual(refused, { errMsg: words });
});

test("a code is a square of the size that its page wants, and is read out by its label", async () => {
  const page = await desk.phone();
  await page.evaluate('getCurrentPages()[0].setData({ text: "square" })');
  const code = page.getByRole("img", { name: "我的码" });
  const sizeOf = async () => {
    const { width, height } = (await code.boundingBox()) ?? {};
    return [width, height];
  };
  assert.deepEqual(await sizeOf(), [240, 240]);
  await page.evaluate('document.querySelector("page").style.setProperty("--qr-size", "120px")');
  assert.deepEqual(await sizeOf(), [120, 120]);
});

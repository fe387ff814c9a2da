import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { contacts, groups } from "../../../local/demo/groups.ts";
import { atFirst } from "../../../local/demo/people.ts";
import { serveDemo } from "../../../local/demo/routes.ts";
import { openPhones, type Phones } from "../../../local/phone/server/phones.ts";
import { openBrowser } from "../../support/browser.ts";
import { ask, openCloud } from "../cloud/support.ts";
import { folderOf } from "./miniProgram.ts";

/** WeChat around a small Mini Program: over a single phone, and beside the phones of the desk. */

const app = {
  "app.json": JSON.stringify({ pages: ["pages/a/a", "pages/b/b"] }),
  "app.js": `
    globalThis.opened = [];
    App({ onShow: ({ path, scene, shareTicket = "" }) => opened.push({ path, scene, shareTicket }) });`,
  "pages/a/a.json": JSON.stringify({ navigationBarTitleText: "甲页" }),
  "pages/a/a.wxml": `
    <view style="background: rgb(200, 30, 30); height: 200px">红</view>
    <button id="chat" open-type="contact" session-from="from a" show-message-card
      send-message-title="这一条" send-message-path="/pages/b/b?id=7" bindcontact="back">客服</button>
    <button id="share" open-type="share">转发</button>
    <button id="allow" bindtap="allow">允许通知</button>
    <text id="back">{{returned}}</text>`,
  "pages/a/a.js": `Page({
    data: { returned: "" },
    back({ detail: { path, query } }) {
      this.setData({ returned: JSON.stringify({ path, query }) });
    },
    onShareAppMessage: () => ({ title: "打扫河边", path: "/pages/b/b?id=8" }),
    allow: () => wx.requestSubscribeMessage({ tmplIds: ["T1"] }),
  });`,
  "pages/b/b.wxml": `<text id="id">乙页 {{id}}</text>`,
  "pages/b/b.js": "Page({ onLoad({ id }) { this.setData({ id }); } });",
};

const templates = [{ id: "T1", title: "审核结果", fields: { thing1: "内容" } }];
const [{ openid: member }, { openid: secretary }] = atFirst;

let phones: Phones;
let cloud: Awaited<ReturnType<typeof openCloud>>;
let page: Page;
let close = async (): Promise<void> => {};

before(async () => {
  phones = await openPhones({ appDir: folderOf(app) });
  const routes = [serveDemo, phones.handle];
  const more = { pushFunction: "pushed", countSubscriptions: true };
  cloud = await openCloud({ ...more, routes, contacts, groups, templates });
  const browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  page.setDefaultTimeout(15_000);
  close = async () => {
    await browser.close();
    await phones.close();
  };
});
after(() => close());

const wechat = (api: string, data: object) => ask(cloud, "wechat", { api, data });

const reply = (touser: string, content: string) =>
  wechat("customerServiceMessage.send", { touser, msgtype: "text", text: { content } });

test("a contact button opens the chat over the phone; a tapped card comes back to the page", async () => {
  const of = new URLSearchParams({ id: "one", openid: "oAnna" });
  await page.goto(`${cloud.url}/phone/index.html?${of}`);
  await page.locator("#chat").click();
  const chat = page.frameLocator(".phone-wechat");
  await chat.getByLabel("要说的话").fill("待办");
  await chat.getByRole("button", { name: "发送", exact: true }).click();
  await chat.locator(".is-mine .bubble", { hasText: "待办" }).waitFor();
  await reply("oAnna", "没有待办的了");
  await chat.locator(".line:not(.is-mine) .bubble", { hasText: "没有待办的了" }).waitFor();
  await wechat("customerServiceMessage.setTyping", { touser: "oAnna", command: "Typing" });
  await chat.getByText("对方正在输入…").waitFor();
  await chat.getByRole("button", { name: "可能要发送的小程序" }).click();
  await chat.getByRole("button", { name: "这一条" }).click();
  await page.locator("#id", { hasText: "乙页 7" }).waitFor();
  assert.equal(await page.locator(".phone-wechat").count(), 0);
  const opened = await page.evaluate<object[]>("opened");
  assert.deepEqual(opened.at(-1), { path: "pages/b/b", scene: 1073, shareTicket: "" });
});

test("closing the chat comes back without a page", async () => {
  const of = new URLSearchParams({ id: "one", openid: "oAnna", path: "/pages/a/a" });
  await page.goto(`${cloud.url}/phone/index.html?${of}`);
  await page.locator("#chat").click();
  await page.frameLocator(".phone-wechat").getByRole("button", { name: "关闭" }).click();
  await page.locator("#back", { hasText: '{"path":"","query":{}}' }).waitFor();
});

/** A phone of the desk and the WeChat beside it. */
function person(index: number): { phone: FrameLocator; window: FrameLocator; unread: string } {
  const of = `.phone >> nth=${index} >>`;
  return {
    phone: page.frameLocator(`${of} .frame iframe`),
    window: page.frameLocator(`${of} .wechat iframe`),
    unread: `${of} .unread`,
  };
}

const openWeChat = (index: number) => page.locator(".open-wechat").nth(index).click();

test("on the desk, a message is allowed by its title, counted, and opens its page from the notices", async () => {
  await page.goto(cloud.url);
  const { phone, window, unread } = person(0);
  await phone.locator("#allow").click();
  await phone.getByText("审核结果").waitFor();
  await phone.getByRole("button", { name: "允许", exact: true }).click();
  await phone.locator(".wx-subscribe").waitFor({ state: "detached" });
  const data = { thing1: { value: "打扫河边已通过" } };
  const message = { touser: member, templateId: "T1", page: "pages/b/b?id=9", data };
  const { errCode } = await wechat("subscribeMessage.send", message);
  assert.equal(errCode, 0);
  await page.locator(unread, { hasText: "1" }).waitFor();
  await openWeChat(0);
  await window.getByRole("button", { name: "服务通知" }).click();
  await window.getByRole("button", { name: "打扫河边已通过" }).click();
  await phone.locator("#id", { hasText: "乙页 9" }).waitFor();
  const opened = await phone.locator("body").evaluate("opened");
  assert.deepEqual((opened as object[]).at(-1), {
    path: "pages/b/b",
    scene: 1014,
    shareTicket: "",
  });
  assert.equal(await page.locator(unread).isVisible(), false);
});

test("a card shared into a group shows the page, changes its line, and opens for others with its ticket", async () => {
  await page.goto(cloud.url);
  const { phone } = person(0);
  const { activityId } = await wechat("updatableMessage.createActivityId", {});
  const parameterList = [
    { name: "member_count", value: "0" },
    { name: "room_limit", value: "1" },
  ];
  const menu = {
    ...{ withShareTicket: true, isUpdatableMessage: true, activityId },
    templateInfo: { parameterList },
  };
  await phone.locator("#share").waitFor();
  await phone.locator("body").evaluate((_, told) => {
    const { wx } = globalThis as unknown as { wx: { updateShareMenu(told: object): unknown } };
    return wx.updateShareMenu(told);
  }, menu);
  await phone.locator("#share").click();
  await phone.getByRole("button", { name: "第一党支部群（示例）" }).click();
  await phone.getByText("已转发：打扫河边").waitFor();

  const other = person(1);
  await openWeChat(1);
  await other.window.getByRole("button", { name: "第一党支部群（示例）" }).click();
  await other.window.getByText("成员正在加入，当前 0/1 人").waitFor();
  assert.match(
    String(await other.window.locator(".card-picture").getAttribute("src")),
    /^data:image\/jpeg;base64,.{2000}/,
  );
  const [path, version] = ["pages/b/b?id=10", "release"];
  await wechat("updatableMessage.setUpdatableMsg", {
    ...{ activityId, targetState: 1 },
    templateInfo: {
      parameterList: [
        { name: "path", value: path },
        { name: "version_type", value: version },
      ],
    },
  });
  await other.window.getByRole("button", { name: "打扫河边" }).click();
  await other.phone.locator("#id", { hasText: "乙页 8" }).waitFor();
  const opened = (await other.phone.locator("body").evaluate("opened")) as {
    scene: number;
    shareTicket: string;
  }[];
  assert.equal(opened.at(-1)?.scene, 1044);
  assert.match(opened.at(-1)?.shareTicket ?? "", /^[\da-f-]{36}$/);
  await other.window.getByRole("button", { name: "已开始" }).click();
  await other.phone.locator("#id", { hasText: "乙页 10" }).waitFor();
});

test("the chat stands beside the phone, and what it says to one person is not heard by another", async () => {
  await page.goto(cloud.url);
  const { phone, window } = person(1);
  await phone.locator("#chat").click();
  await window.getByRole("heading", { name: "客服消息" }).waitFor();
  await window.getByLabel("要说的话").fill("通过 1");
  await window.getByLabel("要说的话").press("Enter");
  await window.getByText("通过 1").waitFor();
  await reply(secretary, "已通过 1 条");
  await window.getByText("已通过 1 条").waitFor();
  assert.equal(cloud.wechat.seenBy(member).chat.lines.length, 0);
  assert.equal(await page.locator(person(0).unread).isVisible(), false);
});

test("cards of which the phone's WeChat knows nothing are refused by name", async () => {
  for (const name of ["isPrivateMessage", "toDoActivityId", "useForChatTool"]) {
    const errMsg = await person(0)
      .phone.locator("body")
      .evaluate((_, option) => {
        const { wx } = globalThis as unknown as {
          wx: { updateShareMenu(told: object): Promise<{ errMsg: string }> };
        };
        return wx.updateShareMenu({ [option]: true }).catch((error: { errMsg: string }) => error);
      }, name)
      .then((answer) => answer.errMsg);
    assert.equal(errMsg, `updateShareMenu:fail the local phone lacks ${name}`);
  }
});

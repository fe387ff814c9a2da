import assert from "node:assert/strict";
import { test } from "node:test";
import { phone } from "./phoneWithCloud.ts";

/** Runs JavaScript in the app. */
const run = <T>(code: string) => phone.page.evaluate<T>(code);

const button = (name: string) => phone.page.getByRole("button", { name, exact: true });

/** Begins a call that waits for the person; `answer()` gives what it became. */
async function ask(name: string, args: string): Promise<() => Promise<unknown>> {
  await run(`void (window.asked = wx.${name}(${args}).then((r) => r, (f) => f))`);
  return () => run("window.asked");
}

/** What the fixture's page shows of its last call. */
async function shown(): Promise<Record<string, unknown>> {
  const result = phone.page.locator("#result:not(:empty)");
  await result.waitFor();
  const text = (await result.textContent()) ?? "";
  await run('getCurrentPages().at(-1).setData({ result: "" })');
  return JSON.parse(text);
}

test("without callbacks a call returns a promise, with one it returns nothing and calls it", async () => {
  const told = await run(`new Promise((done) => {
    const said = [];
    const returned = wx.setStorage({
      key: "a",
      data: 1,
      success: (result) => said.push(["success", result.errMsg]),
      complete: (result) => {
        said.push(["complete", result.errMsg]);
        done({ said, returned: String(returned) });
      },
    });
    said.push(["returned"]);
  })`);
  assert.deepEqual(told, {
    said: [["returned"], ["success", "setStorage:ok"], ["complete", "setStorage:ok"]],
    returned: "undefined",
  });
  assert.deepEqual(await phone.call("getStorage", '{ key: "a" }'), {
    errMsg: "getStorage:ok",
    data: 1,
  });
});

test("storage keeps values and dates over a reload, and each person's apart", async () => {
  await run('wx.setStorageSync("list", [1, { two: 2 }])');
  await run('wx.setStorageSync("day", new Date(86400000))');
  await phone.open();
  assert.deepEqual(await run('wx.getStorageSync("list")'), [1, { two: 2 }]);
  assert.equal(await run('wx.getStorageSync("day").getTime()'), 86400000);
  await phone.open({ openid: "oBob" });
  assert.equal(await run('wx.getStorageSync("list")'), "");
  await phone.open();
});

test("storage lists its keys, forgets them, and says what is not there", async () => {
  await run("wx.clearStorageSync()");
  await run('wx.setStorageSync("one", "1")');
  assert.deepEqual(await run("wx.getStorageInfoSync()"), {
    keys: ["one"],
    currentSize: 1,
    limitSize: 10240,
  });
  await phone.call("removeStorage", '{ key: "one" }');
  assert.equal(await run('wx.getStorageSync("one")'), "");
  const missing = await phone.call("getStorage", '{ key: "one" }');
  assert.equal(missing.errMsg, "getStorage:fail data not found");
});

test("storage refuses more than 1 MB a key, no key, and encryption by name", async () => {
  const large = await phone.call("setStorage", '{ key: "a", data: "x".repeat(1024 * 1024) }');
  assert.equal(large.errMsg, "setStorage:fail entry size limit reached: 1MB");
  assert.match((await phone.call("setStorage", "{ data: 1 }")).errMsg, /parameter\.key/);
  assert.match((await phone.call("setStorage", '{ key: "a", encrypt: true }')).errMsg, /encrypt/);
  const thrown = `(() => { try { wx.setStorageSync("", 1) } catch (e) { return e.message } })()`;
  assert.match(await run(thrown), /^setStorageSync:fail/);
});

test("the phone tells its sizes, and the text size that its address says", async () => {
  await phone.open({ fontScale: "1.3" });
  const base = await run<Record<string, unknown>>("wx.getAppBaseInfo()");
  assert.equal(base.fontSizeScaleFactor, 1.3);
  const info = await run<Record<string, number>>("wx.getWindowInfo()");
  assert.equal(info.screenWidth, 375);
  assert.equal(info.screenHeight, 812);
  assert.ok((info.windowHeight ?? 0) < 812);
  const system = await run<Record<string, unknown>>("wx.getSystemInfoSync()");
  assert.equal(system.windowWidth, 375);
  assert.equal(system.platform, "devtools");
  const capsule = await run<Record<string, number>>("wx.getMenuButtonBoundingClientRect()");
  assert.equal(capsule.right, (capsule.left ?? 0) + (capsule.width ?? 0));
  await phone.open();
  assert.equal(await run("wx.getAppBaseInfo().fontSizeScaleFactor"), 1);
});

test("the page that holds the phone takes its signal away, and the app is told", async () => {
  await run("wx.onNetworkStatusChange((status) => { window.status_ = status })");
  await run("window.phone.setOnline(false)");
  assert.deepEqual(await run("window.status_"), { isConnected: false, networkType: "none" });
  assert.equal((await phone.call("getNetworkType")).networkType, "none");
  await run("window.phone.setOnline(true)");
  assert.deepEqual(await run("window.status_"), { isConnected: true, networkType: "wifi" });
});

test("a modal asks in WeChat's words and tells which button was tapped", async () => {
  let answer = await ask("showModal", '{ title: "删除", content: "真的吗" }');
  const dialog = phone.page.getByRole("dialog", { name: "删除" });
  assert.equal(await dialog.getByText("真的吗").isVisible(), true);
  await button("取消").click();
  assert.deepEqual(await answer(), { errMsg: "showModal:ok", confirm: false, cancel: true });
  answer = await ask("showModal", '{ content: "好", showCancel: false, confirmText: "知道了" }');
  assert.equal(await button("取消").count(), 0);
  await button("知道了").click();
  assert.deepEqual(await answer(), { errMsg: "showModal:ok", confirm: true, cancel: false });
});

test("an editable modal gives back its text; a label of five characters is refused", async () => {
  const answer = await ask(
    "showModal",
    '{ title: "退回", editable: true, placeholderText: "理由" }',
  );
  await phone.page.getByPlaceholder("理由").fill("照片不清");
  await button("确定").click();
  assert.equal(((await answer()) as { content: string }).content, "照片不清");
  const long = await phone.call("showModal", '{ confirmText: "一二三四五" }');
  assert.match(long.errMsg, /^showModal:fail confirmText length/);
});

test("toasts and the loading notice share one place, and go", async () => {
  const status = phone.page.getByRole("status");
  await phone.call("showLoading", '{ title: "加载中", mask: true }');
  assert.equal(await status.getByText("加载中").isVisible(), true);
  await phone.call("showToast", '{ title: "成功", duration: 60000 }');
  assert.equal(await status.count(), 1);
  assert.equal(await status.getByText("成功").isVisible(), true);
  await phone.call("hideLoading");
  assert.equal(await status.count(), 0);
  await phone.call("showToast", '{ title: "一闪", icon: "none", duration: 50 }');
  await status.waitFor({ state: "detached" });
});

test("an action sheet tells the index, or that the person gave up", async () => {
  let answer = await ask("showActionSheet", '{ itemList: ["甲", "乙"] }');
  await button("乙").click();
  assert.deepEqual(await answer(), { errMsg: "showActionSheet:ok", tapIndex: 1 });
  answer = await ask("showActionSheet", '{ itemList: ["甲"] }');
  await button("取消").click();
  assert.deepEqual(await answer(), { errMsg: "showActionSheet:fail cancel" });
  const many = await phone.call("showActionSheet", '{ itemList: Array(7).fill("x") }');
  assert.match(many.errMsg, /^showActionSheet:fail parameter error/);
});

test("a call is confirmed first", async () => {
  const answer = await ask("makePhoneCall", '{ phoneNumber: "13800138000" }');
  await button("呼叫 13800138000").click();
  assert.deepEqual(await answer(), { errMsg: "makePhoneCall:ok" });
});

test("what was copied can be pasted", async () => {
  await phone.call("setClipboardData", '{ data: "邀请码" }');
  assert.equal((await phone.call("getClipboardData")).data, "邀请码");
});

test("the screen is kept on by the browser's wake lock, and let go", async () => {
  await run(`(() => {
    const { wakeLock } = navigator;
    const request = wakeLock.request.bind(wakeLock);
    wakeLock.request = async (type) => (window.lock = await request(type));
  })()`);
  const on = await phone.call("setKeepScreenOn", "{ keepScreenOn: true }");
  assert.equal(on.errMsg, "setKeepScreenOn:ok");
  assert.equal(await run("window.lock.released"), false);
  await phone.call("setKeepScreenOn", "{ keepScreenOn: false }");
  assert.equal(await run("window.lock.released"), true);
});

test("a browser without a wake lock cannot keep the screen on, and says so", async () => {
  await run("delete Navigator.prototype.wakeLock");
  const { errMsg } = await phone.call("setKeepScreenOn", "{ keepScreenOn: true }");
  assert.equal(errMsg, "setKeepScreenOn:fail not available on this phone");
  await phone.open();
});

test("subscribing is asked for by a tap only, and each template is answered", async () => {
  await phone.page.getByText("订阅", { exact: true }).click();
  await phone.page.getByLabel("second").uncheck();
  await button("允许").click();
  assert.deepEqual(await shown(), {
    errMsg: "requestSubscribeMessage:ok",
    first: "accept",
    second: "reject",
  });
  await phone.page.getByText("等一会再订阅").click();
  assert.deepEqual(await shown(), {
    errMsg: "requestSubscribeMessage:fail can only be invoked by user TAP gesture.",
  });
});

test("a tap on a modal's button is a tap, and refusing refuses all", async () => {
  await phone.page.getByText("先问再订阅").click();
  await button("确定").click();
  await button("拒绝").click();
  const { first, second } = await shown();
  assert.deepEqual([first, second], ["reject", "reject"]);
});

test("login gives a code, settings are empty, and an update never comes", async () => {
  assert.match((await phone.call("login")).code, /^\w+$/);
  assert.equal((await phone.call("checkSession")).errMsg, "checkSession:ok");
  assert.deepEqual((await phone.call("getSetting", "{}")).authSetting, {});
  const update = await run("new Promise((told) => wx.getUpdateManager().onCheckForUpdate(told))");
  assert.deepEqual(update, { hasUpdate: false });
});

test("bytes become base64 and back", async () => {
  const text = await run("wx.arrayBufferToBase64(new Uint8Array([104, 105]).buffer)");
  assert.equal(text, "aGk=");
  assert.deepEqual(await run('[...new Uint8Array(wx.base64ToArrayBuffer("aGk="))]'), [104, 105]);
});

test("what the phone lacks fails by its name", async () => {
  for (const name of ["getUserProfile", "setScreenBrightness", "saveFileToDisk"]) {
    assert.equal((await phone.call(name, "{}")).errMsg, `${name}:fail not available on this phone`);
  }
  const thrown = (code: string) =>
    run<string>(`(() => { try { ${code} } catch (error) { return error.message } })()`);
  await run("wx.cloud.init()");
  assert.equal(
    await thrown("wx.cloud.database()"),
    "wx.cloud.database: not available on this phone",
  );
  assert.match(await thrown('wx.getFileSystemManager().readFileSync("a")'), /readFileSync/);
});

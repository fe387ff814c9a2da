import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { textIn } from "../../../support/browser.ts";
import { phone } from "./phoneWithCloud.ts";

beforeEach(async () => {
  await phone.page.evaluate('window.phone.setOnline(true); wx.cloud.init({ env: "local" })');
});

const run = <T>(code: string) => phone.page.evaluate<T>(code);

/** A picture as a camera would give it: `width` by `height` and not of one color. */
async function picture(width: number, height: number): Promise<Buffer> {
  const url = await run<string>(`(() => {
    const canvas = document.createElement("canvas");
    canvas.width = ${width};
    canvas.height = ${height};
    const context = canvas.getContext("2d");
    for (let x = 0; x < ${width}; x += 10) {
      context.fillStyle = "hsl(" + x + ", 80%, 50%)";
      context.fillRect(x, 0, 10, ${height});
    }
    return canvas.toDataURL("image/jpeg", 1);
  })()`);
  return Buffer.from(url.split(",")[1] ?? "", "base64");
}

/** Begins a call that opens the computer's file chooser and chooses pictures there. */
async function choose(name: string, args: string, count: number): Promise<Record<string, unknown>> {
  const buffer = await picture(400, 200);
  const files = Array.from({ length: count }, (_, at) => ({
    name: `photo-${at}.jpg`,
    mimeType: "image/jpeg",
    buffer,
  }));
  // Browsers open a file chooser only shortly after a click; nothing stands down there.
  await phone.page.mouse.click(200, 780);
  const [chooser] = await Promise.all([
    phone.page.waitForEvent("filechooser"),
    run(`void (window.chosen = wx.${name}(${args}))`),
  ]);
  await chooser.setFiles(files);
  return run("window.chosen");
}

/** Chooses one picture. @returns its temporary path */
async function choosePicture(): Promise<string> {
  const { tempFiles } = await choose("chooseMedia", '{ count: 1, mediaType: ["image"] }', 1);
  return (tempFiles as { tempFilePath: string }[])[0]?.tempFilePath ?? "";
}

const quoted = (path: string) => JSON.stringify(path);

test("a function of the cloud is called as the person who holds the phone", async () => {
  const { result, errMsg, requestID } = await phone.call(
    "cloud.callFunction",
    '{ name: "who", data: { day: new Date(0), nothing: undefined } }',
  );
  assert.equal(errMsg, "cloud.callFunction:ok");
  assert.equal(result.wx.OPENID, "oAnna");
  assert.deepEqual(result.event.day, "1970-01-01T00:00:00.000Z");
  assert.match(requestID, /^[\w-]{36}$/);
});

test("a function that fails or is not there gives WeChat's code and words", async () => {
  const failed = await phone.call(
    "cloud.callFunction",
    '{ name: "failing", data: { how: "throws" } }',
  );
  assert.equal(failed.errCode, -504002);
  assert.match(
    failed.errMsg,
    /^cloud\.callFunction:fail Error: errCode: -504002 functions execute fail \| errMsg: .*out of stamps/s,
  );
  assert.equal((await phone.call("cloud.callFunction", '{ name: "nobody" }')).errCode, -501000);
});

test("a call before init says so", async () => {
  await phone.open();
  await assert.rejects(run('wx.cloud.callFunction({ name: "who" })'), /call wx\.cloud\.init first/);
});

test("without a signal every call to the cloud fails, and one under way as well", async () => {
  await run("window.phone.setOnline(false)");
  const failed = await phone.call("cloud.callFunction", '{ name: "who" }');
  assert.match(failed.errMsg, /^cloud\.callFunction:fail .*no network/);
  assert.match(
    (await phone.call("cloud.uploadFile", '{ cloudPath: "a.png", filePath: "/assets/dot.png" }'))
      .errMsg,
    /^cloud\.uploadFile:fail .*no network/,
  );
  await run("window.phone.setOnline(true)");
  await run('void (window.slow = wx.cloud.callFunction({ name: "slow" }).catch((e) => e.errMsg))');
  await run("window.phone.setOnline(false)");
  assert.match(await run("window.slow"), /no network/);
});

test("chosen pictures become temporary files with size and kind, no more than were asked for", async () => {
  const { tempFiles, type, errMsg } = (await choose("chooseMedia", "{ count: 2 }", 3)) as {
    tempFiles: Record<string, unknown>[];
    type: string;
    errMsg: string;
  };
  assert.equal(errMsg, "chooseMedia:ok");
  assert.equal(type, "image");
  assert.equal(tempFiles.length, 2);
  const { tempFilePath, width, height, fileType, size } = tempFiles[0] ?? {};
  assert.match(String(tempFilePath), /^wxfile:\/\/tmp_\w+\.jpg$/);
  assert.deepEqual([width, height, fileType], [400, 200, "image"]);
  assert.ok(Number(size) > 1000);
});

test("the older choosers give paths, and files of any kind their names", async () => {
  const old = await choose("chooseImage", "{ count: 1 }", 1);
  assert.equal((old.tempFilePaths as string[]).length, 1);
  const any = await choose("chooseMessageFile", '{ count: 5, type: "all" }', 2);
  const names = (any.tempFiles as { name: string }[]).map(({ name }) => name);
  assert.deepEqual(names, ["photo-0.jpg", "photo-1.jpg"]);
});

test("an image shows a temporary file, and what is known of it can be asked", async () => {
  const path = await choosePicture();
  await run(`getCurrentPages().at(-1).setData({ src: ${quoted(path)} })`);
  await phone.page.waitForFunction('document.querySelector("#picture img").naturalWidth === 400');
  const info = await phone.call("getImageInfo", `{ src: ${quoted(path)} }`);
  assert.deepEqual(info, {
    errMsg: "getImageInfo:ok",
    width: 400,
    height: 200,
    path,
    orientation: "up",
    type: "jpeg",
  });
});

test("compressing makes a smaller file of the width that was asked for", async () => {
  const src = quoted(await choosePicture());
  const size = async (path: string) =>
    (await phone.call("getFileInfo", `{ filePath: ${quoted(path)} }`)).size as number;
  const { tempFilePath } = await phone.call(
    "compressImage",
    `{ src: ${src}, quality: 30, compressedWidth: 100 }`,
  );
  const { width, height } = await phone.call("getImageInfo", `{ src: ${quoted(tempFilePath)} }`);
  assert.deepEqual([width, height], [100, 50]);
  assert.ok((await size(tempFilePath)) < (await size(JSON.parse(src))));
});

test("an upload goes to the cloud, and its id is an address, an image and a download", async () => {
  const path = await choosePicture();
  const { fileID, statusCode } = await phone.call(
    "cloud.uploadFile",
    `{ cloudPath: "photos/one.jpg", filePath: ${quoted(path)} }`,
  );
  assert.equal(statusCode, 200);
  assert.match(fileID, /^cloud:\/\/.*photos\/one\.jpg$/);
  const { fileList } = await phone.call(
    "cloud.getTempFileURL",
    `{ fileList: [${quoted(fileID)}] }`,
  );
  assert.equal(fileList[0].fileID, fileID);
  assert.equal(fileList[0].status, 0);
  assert.equal((await fetch(fileList[0].tempFileURL)).status, 200);
  await run(`getCurrentPages().at(-1).setData({ src: ${quoted(fileID)} })`);
  await phone.page.waitForFunction('document.querySelector("#picture img").naturalWidth === 400');
  const { tempFilePath } = await phone.call("cloud.downloadFile", `{ fileID: ${quoted(fileID)} }`);
  assert.match(tempFilePath, /^wxfile:\/\/tmp_\w+\.jpg$/);
  const deleted = await phone.call("cloud.deleteFile", `{ fileList: [${quoted(fileID)}] }`);
  assert.equal(deleted.fileList[0].status, 0);
});

test("with callbacks an upload gives a task that tells its progress and can be aborted", async () => {
  const path = quoted(await choosePicture());
  const told = await run<{ progress: number[]; errMsg: string }>(`new Promise((done) => {
    const progress = [];
    const task = wx.cloud.uploadFile({
      cloudPath: "photos/two.jpg",
      filePath: ${path},
      complete: ({ errMsg }) => done({ progress, errMsg }),
    });
    task.onProgressUpdate(({ progress: percent }) => progress.push(percent));
  })`);
  assert.equal(told.errMsg, "cloud.uploadFile:ok");
  assert.equal(told.progress.at(-1), 100);
  const aborted = await run(`new Promise((done) => {
    const task = wx.cloud.uploadFile({ cloudPath: "a", filePath: ${path}, fail: done });
    task.abort();
  }).then(({ errMsg }) => errMsg)`);
  assert.match(String(aborted), /^cloud\.uploadFile:fail .*abort/);
});

test("a saved file survives a reload, is listed, and can be taken away; a temporary one does not", async () => {
  const temporary = await choosePicture();
  const kept = quoted(await choosePicture());
  const { savedFilePath } = await phone.call("saveFile", `{ tempFilePath: ${kept} }`);
  assert.match(savedFilePath, /^wxfile:\/\/store_\w+\.jpg$/);
  await phone.open();
  await run(`getCurrentPages().at(-1).setData({ src: ${quoted(savedFilePath)} })`);
  await phone.page.waitForFunction('document.querySelector("#picture img").naturalWidth === 400');
  const { fileList } = await phone.call("getSavedFileList");
  assert.deepEqual(
    fileList.map(({ filePath }: { filePath: string }) => filePath),
    [savedFilePath],
  );
  const gone = await phone.call("getFileInfo", `{ filePath: ${quoted(temporary)} }`);
  assert.match(gone.errMsg, /^getFileInfo:fail no such file or directory/);
  await phone.call("removeSavedFile", `{ filePath: ${quoted(savedFilePath)} }`);
  assert.deepEqual((await phone.call("getSavedFileList")).fileList, []);
});

test("the file system writes below the app's own folder only, and reads in each encoding", async () => {
  const own = quoted("wxfile://usr/notes.txt");
  const system = (method: string, args: string) =>
    phone.call(`getFileSystemManager().${method}`, args);
  const written = await system("writeFile", `{ filePath: ${own}, data: "你好", encoding: "utf8" }`);
  assert.equal(written.errMsg, "writeFile:ok");
  await phone.open();
  const text = await system("readFile", `{ filePath: ${own}, encoding: "utf8" }`);
  assert.equal(text.data, "你好");
  const bytes = await system("readFile", `{ filePath: ${own}, encoding: "base64" }`);
  assert.equal(bytes.data, Buffer.from("你好").toString("base64"));
  const outside = await system("writeFile", '{ filePath: "wxfile://tmp_a", data: "" }');
  assert.match(outside.errMsg, /^writeFile:fail permission denied/);
  await system("unlink", `{ filePath: ${own} }`);
  assert.match((await system("access", `{ path: ${own} }`)).errMsg, /^access:fail no such file/);
});

/** Taps the page's button that hands this file on. @returns what the page was told */
async function shareFile(file: { filePath: string; fileName?: string }): Promise<string> {
  await run(`getCurrentPages().at(-1).setData({ file: ${JSON.stringify(file)}, result: "" })`);
  await phone.page.getByText("转发文件").click();
  const result = phone.page.locator("#result:not(:empty)");
  await result.waitFor();
  return JSON.parse((await result.textContent()) ?? "").errMsg;
}

test("a file handed on becomes a download, and the page around the phone is given it", async () => {
  const filePath = "wxfile://usr/mine.json";
  const write = `{ filePath: "${filePath}", data: '{"分":3}', encoding: "utf8" }`;
  await phone.call("getFileSystemManager().writeFile", write);
  await run(`void (window.handedOn = new Promise((told) =>
    window.addEventListener("message", async ({ data }) => {
      const { file, ...who } = data;
      if (who.type === "phone:file") told({ ...who, name: file.name, text: await file.text() });
    })))`);
  const saving = phone.page.waitForEvent("download");
  assert.equal(await shareFile({ filePath, fileName: "我的.json" }), "shareFileMessage:ok");
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), "我的.json");
  assert.equal(await textIn(saved), '{"分":3}');
  const told = { type: "phone:file", id: "left", openid: "oAnna", name: "我的.json" };
  assert.deepEqual(await run("window.handedOn"), { ...told, text: '{"分":3}' });
  const another = phone.page.waitForEvent("download");
  await shareFile({ filePath });
  assert.equal((await another).suggestedFilename(), "mine.json");
});

test("a document that is opened becomes a download; what WeChat's viewer does not open is refused", async () => {
  const filePath = "wxfile://usr/list.docx";
  await phone.call("getFileSystemManager().writeFile", `{ filePath: "${filePath}", data: "x" }`);
  const saving = phone.page.waitForEvent("download");
  const opened = await phone.call("openDocument", `{ filePath: "${filePath}", showMenu: true }`);
  assert.equal(opened.errMsg, "openDocument:ok");
  assert.equal((await saving).suggestedFilename(), "list.docx");
  const refused = await phone.call("openDocument", '{ filePath: "wxfile://usr/mine.json" }');
  assert.equal(refused.errMsg, 'openDocument:fail filetype "json" not supported');
});

test("a file is handed on by a tap only, and only one of the phone's own that is there", async () => {
  const untapped = await phone.call("shareFileMessage", '{ filePath: "wxfile://usr/mine.json" }');
  const words = "shareFileMessage:fail can only be invoked by user TAP gesture.";
  assert.equal(untapped.errMsg, words);
  assert.match(await shareFile({ filePath: "wxfile://usr/none" }), /:fail no such file/);
  assert.match(
    await shareFile({ filePath: "cloud://a/b" }),
    /:fail .* is not a file of this phone/,
  );
});

test("a preview shows the pictures one by one over the whole screen, and closes by a tap", async () => {
  const path = quoted(await choosePicture());
  await phone.call("previewImage", `{ urls: ["/assets/dot.png", ${path}], current: ${path} }`);
  const viewer = phone.page.getByRole("dialog", { name: "预览" });
  await viewer.getByText("2/2").waitFor();
  await viewer.getByRole("button", { name: "‹" }).click();
  await viewer.getByText("1/2").waitFor();
  await viewer.getByRole("img").click();
  await viewer.waitFor({ state: "detached" });
});

test("privacy is asked for once, by WeChat or by the app, before an API that needs it", async () => {
  await run("window.__phone.config.__usePrivacyCheck__ = true");
  assert.equal((await phone.call("getPrivacySetting")).needAuthorization, true);
  await run("void (window.asked = wx.chooseMedia({}).catch(({ errMsg }) => errMsg))");
  await phone.page.getByRole("button", { name: "拒绝" }).click();
  assert.equal(await run("window.asked"), "chooseMedia:fail privacy permission is not authorized");
  await run(`wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
    window.referrer = referrer;
    window.agreed = () => resolve({ event: "agree", buttonId: "agree-button" });
  })`);
  await run("void (window.asked = wx.getClipboardData())");
  await phone.page.locator("#agree-button").click();
  await run("window.agreed()");
  assert.equal((await run<{ errMsg: string }>("window.asked")).errMsg, "getClipboardData:ok");
  assert.equal(await run("window.referrer"), "getClipboardData");
  assert.equal((await phone.call("getPrivacySetting")).needAuthorization, false);
});

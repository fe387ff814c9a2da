import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileBytesMax } from "../../../local/cloud/storage/storage.ts";
import { type Answer, ask, openCloud, sdkOf, temporaryFolder } from "./support.ts";

const cloud = await openCloud();
const sdk = sdkOf(cloud);
const files = (event: object) => ask(cloud, "files", event);
const upload = (cloudPath: string, text: string) => files({ way: "upload", cloudPath, text });

/** The answer about the only file that was asked about. */
async function only(answer: Promise<Answer>): Promise<Answer> {
  const { fileList } = (await answer) as { fileList: Answer[] };
  assert.equal(fileList.length, 1);
  return fileList[0] ?? {};
}

const addressOf = async (file: unknown) =>
  String((await only(files({ way: "addresses", fileList: [file] }))).tempFileURL);

const missing = "cloud://local.local/not/there.txt";

test("what a function uploads, another downloads by its id", async () => {
  const { fileID } = await upload("letters/一封信 #1?100%.txt", "你好");
  assert.equal(fileID, "cloud://local.local/letters/一封信 #1?100%.txt");
  assert.deepEqual(await files({ way: "download", fileID }), { text: "你好" });
});

test("a function uploads from a stream, as WeChat's own example does", async () => {
  const file = join(temporaryFolder(), "long.txt");
  writeFileSync(file, "x".repeat(300_000));
  const { fileID } = await files({ way: "uploadStream", cloudPath: "long.txt", file });
  const { text } = await files({ way: "download", fileID });
  assert.equal(String(text).length, 300_000);
});

test("a second upload to a path replaces the first", async () => {
  await upload("note.txt", "first");
  const { fileID } = await upload("note.txt", "second");
  assert.deepEqual(await files({ way: "download", fileID }), { text: "second" });
});

test("an address serves the file with the content type that its name says", async () => {
  const types = { "a.jpg": "image/jpeg", "b.MP4": "video/mp4", c: "application/octet-stream" };
  for (const [cloudPath, type] of Object.entries(types)) {
    const { fileID } = await upload(cloudPath, "bytes");
    const response = await fetch(await addressOf(fileID));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get("content-type"), type);
    assert.equal(await response.text(), "bytes");
  }
});

test("getFileInfo of @cloudbase/node-sdk tells size and type", async () => {
  const { fileID } = await upload("info.txt", "12345");
  const { fileList } = await sdk.getFileInfo({ fileList: [String(fileID)] });
  assert.equal(fileList[0]?.size, 5);
  assert.equal(fileList[0]?.mime, "text/plain");
});

test("an address holds for maxAge seconds, and for a day when nothing is said", async () => {
  const { fileID } = await upload("brief.txt", "brief");
  const brief = await addressOf({ fileID, maxAge: 1 });
  const long = await addressOf(fileID);
  await pause(1100);
  const response = await fetch(brief);
  assert.equal(response.status, 403);
  assert.match(await response.text(), /<Message>This address has expired/);
  assert.equal((await fetch(long)).status, 200);
  const day = Number(new URL(long).searchParams.get("expires")) - Date.now() / 1000;
  assert.ok(day > 86_000 && day <= 86_400);
  const longest = await addressOf({ fileID, maxAge: 1_000_000 });
  assert.ok(Number(new URL(longest).searchParams.get("expires")) - Date.now() / 1000 <= 86_400);
});

test("an address that was altered is refused", async () => {
  const { fileID } = await upload("mine.txt", "mine");
  const { fileID: otherId } = await upload("other.txt", "other");
  const [mine, other] = [new URL(await addressOf(fileID)), new URL(await addressOf(otherId))];
  const stretched = new URL(mine);
  stretched.searchParams.set("expires", "9999999999");
  for (const address of [`${mine.origin}${other.pathname}${mine.search}`, stretched.href]) {
    assert.equal((await fetch(address)).status, 403);
  }
  // An address for reading is none for writing.
  assert.equal((await fetch(mine, { method: "PUT", body: "theirs" })).status, 403);
});

test("deleted is deleted: from then on the file does not exist", async () => {
  const { fileID } = await upload("old.txt", "old");
  const address = await addressOf(fileID);
  assert.equal((await only(files({ way: "remove", fileList: [fileID] }))).status, 0);
  assert.equal((await fetch(address)).status, 404);
  assert.equal((await only(files({ way: "addresses", fileList: [fileID] }))).status, -503003);
});

test("a file that does not exist is told in the list, beside those that do", async () => {
  const { fileID } = await upload("here.txt", "here");
  const fileList = [fileID, missing, "cloud://other.local/here.txt"];
  for (const way of ["addresses", "remove"]) {
    const answer = (await files({ way, fileList })) as { fileList: Answer[] };
    assert.deepEqual(
      answer.fileList.map(({ fileID, status }) => [fileID, status]),
      [
        [fileID, 0],
        [missing, -503003],
        ["cloud://other.local/here.txt", -503003],
      ],
    );
  }
  const { errMsg } = await files({ way: "download", fileID: missing });
  assert.match(String(errMsg), /downloadFile:fail/);
});

test("a path that would lead elsewhere, or that CloudBase refuses, is refused", async () => {
  const paths = [
    "/a.txt",
    "a//b.txt",
    "../a.txt",
    "a/../../b.txt",
    "a/./b",
    "a/",
    "a\nb",
    "",
    "x".repeat(851),
  ];
  for (const cloudPath of paths) {
    const put = sdk.uploadFile({ cloudPath, fileContent: Buffer.from("x") });
    await assert.rejects(put, { code: "INVALID_PARAM" }, JSON.stringify(cloudPath));
  }
  const { fileID } = await upload("x".repeat(850), "longest");
  assert.deepEqual(await files({ way: "download", fileID }), { text: "longest" });
});

test("one request names at most 50 files", async () => {
  const fifty = Array(50).fill(missing);
  assert.equal((await sdk.getTempFileURL({ fileList: fifty })).fileList.length, 50);
  const more = { fileList: [...fifty, missing] };
  await assert.rejects(sdk.getTempFileURL(more), { code: "INVALID_PARAM" });
  await assert.rejects(sdk.deleteFile(more), { code: "INVALID_PARAM" });
});

test("a file that is too large is refused, and nothing is kept of it", async () => {
  const put = sdk.uploadFile({ cloudPath: "huge", fileContent: Buffer.alloc(fileBytesMax + 1) });
  await assert.rejects(put, { code: "STORAGE_REQUEST_FAIL", message: /EntityTooLarge/ });
  const { fileList } = await sdk.getTempFileURL({ fileList: ["cloud://local.local/huge"] });
  assert.equal(fileList[0]?.code, "STORAGE_FILE_NONEXIST");
});

test("what the storage cannot do here is refused by name", async () => {
  const copy = sdk.copyFile({ fileList: [{ srcPath: "a/x.txt", dstPath: "b/x.txt" }] });
  await assert.rejects(copy, { message: /does not know the action storage\.batchCopyFile/ });
});

/** What the phone asks of the storage, by HTTP. */
async function phone(path: string, body: string): Promise<Answer> {
  const headers = { "x-wx-openid": "oAnna" };
  const response = await fetch(`${cloud.url}/phone/${path}`, { method: "POST", headers, body });
  return { status: response.status, ...((await response.json()) as object) };
}

test("the phone uploads, gets addresses and deletes by HTTP, and functions see the same files", async () => {
  const { fileID } = await phone(`upload?path=${encodeURIComponent("照片/1.jpg")}`, "bytes");
  assert.equal(fileID, "cloud://local.local/照片/1.jpg");
  assert.deepEqual(await files({ way: "download", fileID }), { text: "bytes" });
  const fileList = [{ fileID, maxAge: 60 }, missing];
  const { fileList: found } = (await phone("tempurls", JSON.stringify({ fileList }))) as {
    fileList: [Answer, Answer];
  };
  const { tempFileURL, ...rest } = found[0];
  assert.deepEqual(rest, { fileID, maxAge: 60, status: 0, errMsg: "ok" });
  assert.equal(await (await fetch(String(tempFileURL))).text(), "bytes");
  assert.deepEqual(found[1], {
    ...{ fileID: missing, tempFileURL: "" },
    ...{ status: -503003, errMsg: "storage file not exists" },
  });
  const removed = await phone("delete", JSON.stringify({ fileList: [fileID] }));
  assert.deepEqual(removed, { status: 200, fileList: [{ fileID, status: 0, errMsg: "ok" }] });
});

test("the phone's bad requests get a clear sentence", async () => {
  for (const [path, body] of [
    ["upload", "bytes"],
    ["upload?path=../x", "bytes"],
    ["tempurls", "{"],
    ["tempurls", "{}"],
    ["tempurls", '{"fileList":[1]}'],
    ["tempurls", `{"fileList":[{"fileID":"${missing}","maxAge":"long"}]}`],
    ["delete", "null"],
  ] as const) {
    const { status, code, message } = await phone(path, body);
    assert.deepEqual([status, code], [400, "INVALID_PARAM"], path + body);
    assert.match(String(message), /\.$|JSON/);
  }
});

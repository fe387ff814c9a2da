import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startCloud } from "../../../local/cloud/cloud.ts";
import { instancesMax } from "../../../local/cloud/functions/pool.ts";
import { StartError } from "../../../local/cloud/server.ts";
import { ask, functionsDir, openCloud, sdkOf, temporaryFolder } from "./support.ts";

const declaration = { collections: [{ name: "arrivals", indexes: [] }] };
const notice = { touser: "oBen", templateId: "T1", data: { thing1: { value: "到了" } } };

test("a port that is taken gets one clear sentence, and nothing is left open", async () => {
  const { url } = await openCloud();
  const port = Number(new URL(url).port);
  const dataDir = temporaryFolder();
  const error = { message: `Port ${port} is in use by another program.` };
  await assert.rejects(startCloud({ dataDir, port, declaration }), error);
  await (await startCloud({ dataDir, declaration })).close();
});

test("a folder that cannot be made gets one clear sentence", async () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  await assert.rejects(
    startCloud({ dataDir: join(file, "data"), declaration }),
    (error) =>
      error instanceof StartError && /^The folder \S+ cannot be written to: /.test(error.message),
  );
});

test("documents, files, addresses and the outbox survive a restart", async () => {
  const options = { dataDir: temporaryFolder(), functionsDir, declaration };
  const first = await startCloud(options);
  await sdkOf(first).database().collection("arrivals").add({ who: "Anna" });
  await ask(first, "files", { way: "upload", cloudPath: "a.txt", text: "kept" });
  await ask(first, "wechat", { api: "subscribeMessage.send", data: notice });
  const fileList = ["cloud://local.local/a.txt"];
  const address = (await sdkOf(first).getTempFileURL({ fileList })).fileList[0]?.tempFileURL;
  const messages = first.outbox();
  await first.close();
  // What a process that is killed while it writes leaves behind.
  appendFileSync(join(options.dataDir, "outbox.jsonl"), '{"n":2,"at":"20');

  const second = await openCloud(options);
  const { data } = await sdkOf(second).database().collection("arrivals").get();
  assert.deepEqual(
    data.map(({ who }: { who: string }) => who),
    ["Anna"],
  );
  const moved = new URL(String(address));
  assert.equal(await (await fetch(second.url + moved.pathname + moved.search)).text(), "kept");
  assert.equal(messages.length, 1);
  assert.deepEqual(second.outbox(), messages);
  await ask(second, "wechat", { api: "subscribeMessage.send", data: notice });
  assert.deepEqual(
    second.outbox().map(({ n }) => n),
    [1, 2],
  );
});

test("a program with sdkEnvironment reaches the cloud through wx-server-sdk, as whom it says", async () => {
  const cloud = await openCloud();
  const program = `
    const cloud = require("wx-server-sdk");
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    cloud.callFunction({ name: "who" }).then(({ result }) => {
      console.log(JSON.stringify([cloud.getWXContext().OPENID, result.wx.OPENID]));
    });`;
  const env = { PATH: process.env.PATH, ...cloud.sdkEnvironment({ openid: "oSeeder" }) };
  const child = spawn(process.execPath, ["-e", program], { env, cwd: import.meta.dirname });
  let output = "";
  for await (const chunk of child.stdout) output += chunk;
  assert.deepEqual(JSON.parse(output), ["oSeeder", "oSeeder"]);
});

test("closing ends calls under way and everything that runs", async () => {
  const cloud = await startCloud({ dataDir: temporaryFolder(), functionsDir, declaration });
  const events = await fetch(`${cloud.url}/outbox/events`);
  const rest = (ms: number) => cloud.call("failing", { how: "rests", ms });
  // More than there are instances: the last ones wait for their turn.
  const underWay = Array.from({ length: instancesMax + 2 }, () => assert.rejects(rest(60_000)));
  await pause(100);
  await cloud.close();
  await Promise.all(underWay);
  await assert.rejects(events.text());
  await assert.rejects(fetch(`${cloud.url}/health`));
});

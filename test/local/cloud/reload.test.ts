import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { eventually, openCloud, temporaryFolder } from "./support.ts";

const functionsDir = temporaryFolder();
const cloud = await openCloud({ functionsDir });

/** Writes the files of the function `name`, by their names. */
function write(name: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(join(functionsDir, name), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    writeFileSync(join(functionsDir, name, file), text);
  }
}

const answering = (answer: string) => ({ "index.js": `exports.main = () => ${answer};` });

test("the call after a change runs the new code", async () => {
  write("changing", answering("1"));
  assert.equal(await cloud.call("changing", {}), 1);
  write("changing", answering("22"));
  assert.equal(await cloud.call("changing", {}), 22);
});

test("a change of a file beside index.js counts too", async () => {
  write("parts", { "part.js": "module.exports = 1;", ...answering("require('./part')") });
  assert.equal(await cloud.call("parts", {}), 1);
  write("parts", { "part.js": "module.exports = 22;" });
  assert.equal(await cloud.call("parts", {}), 22);
});

test("code that is still being written is not run before it is whole", async () => {
  write("slowlyWritten", answering("1"));
  assert.equal(await cloud.call("slowlyWritten", {}), 1);
  write("slowlyWritten", { "index.js": "exports.main = () => {" });
  const called = cloud.call("slowlyWritten", {});
  write("slowlyWritten", { "index.js": "exports.main = () => { return 22; };" });
  assert.equal(await called, 22);
});

test("a call under way ends with the code that it began with", async () => {
  const [begun, goOn] = [join(functionsDir, "begun"), join(functionsDir, "goOn")];
  write("lasting", {
    "index.js": `
      const fs = require("node:fs");
      exports.main = async () => {
        fs.writeFileSync(${JSON.stringify(begun)}, "");
        while (!fs.existsSync(${JSON.stringify(goOn)})) {
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
        return "old";
      };`,
  });
  const underWay = cloud.call("lasting", {});
  await eventually(() => existsSync(begun) || undefined);
  write("lasting", answering('"new"'));
  assert.equal(await cloud.call("lasting", {}), "new");
  writeFileSync(goOn, "");
  assert.equal(await underWay, "old");
  assert.equal(await cloud.call("lasting", {}), "new");
});

test("the call says what is wrong with code that cannot be loaded, and mending it heals", async () => {
  const wrong = [
    ["exports.main = () => {", /SyntaxError/],
    ["throw new Error('no ink');", /no ink/],
    ["require('not-installed');", /Cannot find module 'not-installed'/],
    ["exports.handler = () => 1;", /must export a function named main/],
  ] as const;
  for (const [text, message] of wrong) {
    write("broken", { "index.js": text });
    const refusal = { code: "FUNCTIONS_EXECUTE_FAIL", message };
    await assert.rejects(cloud.call("broken", {}), refusal);
    await assert.rejects(cloud.call("broken", {}), refusal);
  }
  write("broken", answering('"mended"'));
  assert.equal(await cloud.call("broken", {}), "mended");
});

test("the call says what is wrong with config.json, and mending it heals", async () => {
  write("configured", { ...answering("1"), "config.json": '{ "timeout": 61 }' });
  const message = /config\.json of the function configured: timeout/;
  await assert.rejects(cloud.call("configured", {}), { message });
  write("configured", { "config.json": '{ "timeout": 60 }' });
  assert.equal(await cloud.call("configured", {}), 1);
});

test("a function added while the cloud runs can be called", async () => {
  await assert.rejects(cloud.call("added", {}), { code: "FUNCTION_NOT_FOUND" });
  write("added", answering("1"));
  assert.equal(await cloud.call("added", {}), 1);
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import tcb from "@cloudbase/node-sdk";
import { type Cloud, type CloudOptions, startCloud } from "../../../local/cloud/cloud.ts";

/** Small functions that do one thing each. */
export const functionsDir = join(import.meta.dirname, "functions-fixture");

const toDo: (() => unknown)[] = [];

after(async () => {
  for (const step of toDo.reverse()) await step();
});

/** A folder that is gone when the tests of the file are through. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "cloud-"));
  toDo.push(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A cloud with the functions of the fixture, closed when the tests of the file are through. */
export async function openCloud(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const names = ["arrivals", "pushes"];
  const cloud = await startCloud({
    dataDir: temporaryFolder(),
    functionsDir,
    declaration: { collections: names.map((name) => ({ name, indexes: [] })) },
    ...options,
  });
  toDo.push(() => cloud.close());
  return cloud;
}

/** @cloudbase/node-sdk, as a program outside of functions uses it. Its errors keep their `code`. */
export function sdkOf(cloud: Cloud) {
  const { SCF_NAMESPACE: env = "" } = cloud.sdkEnvironment();
  const serviceUrl = `${cloud.url}/admin`;
  return tcb.init({ env, secretId: "local", secretKey: "local", serviceUrl });
}

/** What the function answered, as far as a test looks at it. */
export type Answer = Readonly<Record<string, unknown>>;

/** Calls a function as the phone of `openid` does. */
export async function ask(cloud: Cloud, name: string, event: object, openid = "oAnna") {
  return (await cloud.call(name, event, { openid })) as Answer;
}

/** Asks again until there is an answer: for what happens a moment later. */
export async function eventually<T>(ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(25);
  }
  throw new Error("It has not happened for ten seconds.");
}

export function readLog(dataDir: string): string {
  return readFileSync(join(dataDir, "functions.log"), "utf8");
}

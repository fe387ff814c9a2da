import { setTimeout as pause } from "node:timers/promises";
import { CloudError } from "../wire.ts";
import type { Identity } from "./caller.ts";
import { callEnvironment, type Environment } from "./environment.ts";
import { type Context, memoryMegabytes, startInstance } from "./instance.ts";
import { openLog } from "./log.ts";
import { openPool, type Pool } from "./pool.ts";
import { findSource, type Settings, type Source } from "./source.ts";

/** CloudBase's limit for what a function is asked, as text. */
export const eventBytesMax = 100 * 1024;

/** SCF's limit for what a function answers, and WeChat's narrower one where a phone asked. */
const resultBytesMax = { phone: 1024 * 1024, other: 6 * 1024 * 1024 };

/** How long the files of a function must rest after a change before they are loaded. */
const settlingMs = 50;

/** @property event JSON text of an object */
export type Invocation = Readonly<{
  name: string;
  event: string;
  requestId: string;
  identity: Identity;
}>;

export type Functions = Readonly<{
  /**
   * Runs a function.
   * @returns the result as JSON text
   * @throws CloudError `FUNCTION_NOT_FOUND`, `EXCEED_MAX_PAYLOAD_SIZE`, `FUNCTIONS_EXECUTE_FAIL` or
   *   `FUNCTIONS_TIME_LIMIT_EXCEEDED`
   */
  invoke(invocation: Invocation): Promise<string>;
  /** @throws CloudError as `invoke` does when there is no such function */
  settingsOf(name: string): Settings;
  close(): Promise<void>;
}>;

/**
 * @property folder like `cloudfunctions/`: each folder in it with an `index.js` is a function
 * @property environment variables that every instance has; asked for when it starts
 */
export type FunctionsOptions = Readonly<{
  folder: string | undefined;
  environment: () => Environment;
  appid: string;
  env: string;
  logFile: string;
}>;

export function openFunctions(options: FunctionsOptions): Functions {
  const log = openLog(options.logFile);
  const pools = new Map<string, Pool>();
  const stamps = new Map<string, string>();

  /** After a change, looks again until the files stay as they are: a bundler may still be writing. */
  async function settledSource(name: string): Promise<Source> {
    let source = findSource(options.folder, name);
    let known = stamps.get(name) ?? source.stamp;
    while (known !== source.stamp) {
      await pause(settlingMs);
      known = source.stamp;
      source = findSource(options.folder, name);
    }
    stamps.set(name, source.stamp);
    return source;
  }

  function poolOf(name: string): Pool {
    const pool =
      pools.get(name) ??
      openPool((source, onExit) =>
        startInstance(source, options.environment(), {
          onOutput: (output) => log.write(name, output),
          onExit,
        }),
      );
    pools.set(name, pool);
    return pool;
  }

  return {
    async invoke({ name, event, requestId, identity }) {
      refuseLarge("The event", event, eventBytesMax);
      const source = await settledSource(name);
      const environment = callEnvironment(options.appid, { ...identity, function: name });
      const context = contextOf(source, requestId, options.env, environment);
      const pool = poolOf(name);
      const instance = await pool.take(source);
      try {
        const result = await instance.run({ requestId, event, environment, context });
        const fromPhone = identity.source === "wx_client";
        refuseLarge("The result", result, resultBytesMax[fromPhone ? "phone" : "other"]);
        return result;
      } finally {
        pool.giveBack(instance);
      }
    },
    settingsOf: (name) => findSource(options.folder, name).settings,
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.end()));
      log.close();
    },
  };
}

function refuseLarge(what: string, text: string, most: number): void {
  const length = Buffer.byteLength(text);
  if (length <= most) return;
  const message = `${what} has ${length} bytes; at most ${most} are allowed.`;
  throw new CloudError("EXCEED_MAX_PAYLOAD_SIZE", message);
}

function contextOf(
  { name, settings }: Source,
  requestId: string,
  env: string,
  environment: Environment,
): Context {
  return {
    request_id: requestId,
    function_name: name,
    function_version: "$LATEST",
    namespace: env,
    memory_limit_in_mb: memoryMegabytes,
    time_limit_in_ms: settings.timeout * 1000,
    environment: JSON.stringify(environment),
  };
}

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { CloudError } from "../wire.ts";
import type { Environment } from "./environment.ts";
import type { Source } from "./source.ts";

/** What a function gets as its second argument, as far as SCF documents it. */
export type Context = Readonly<{
  request_id: string;
  function_name: string;
  function_version: string;
  namespace: string;
  memory_limit_in_mb: number;
  time_limit_in_ms: number;
  /** JSON text of the environment of this call. */
  environment: string;
}>;

/** @property event JSON text */
export type Call = Readonly<{
  requestId: string;
  event: string;
  environment: Environment;
  context: Context;
}>;

/** One line or more that a function wrote to its console. */
export type Output = Readonly<{ requestId?: string; level: "info" | "error"; text: string }>;

type Done = { kind: "done"; result: string };
type Failure = { kind: "failed"; code: string; message: string; stack: string };
type Outcome = Done | Failure;

/** What `instance.cjs` tells. */
type Told =
  | (Output & { kind: "log" })
  | { kind: "ready" }
  | Done
  | { kind: "failed"; error: { message: string; stack: string } }
  | { kind: "worn" };

export type Instance = Readonly<{
  stamp: string;
  /** False when it has ended, or must not be given another call. */
  fit(): boolean;
  /**
   * Runs one call; give it no other before this one has ended.
   * @returns the result as JSON text
   * @throws CloudError when the function fails, crashes or takes too long
   */
  run(call: Call): Promise<string>;
  end(): Promise<unknown>;
}>;

/** What CloudBase gives a function unless its owner asks for more; ours cannot be changed. */
export const memoryMegabytes = 256;

/** As in SCF, loading does not count as time of the call, and is limited apart. */
const loadingMs = 65_000;

type Listeners = Readonly<{ onOutput(output: Output): void; onExit(): void }>;

/** Starts a thread, which loads the function at once. */
export function startInstance(
  source: Source,
  environment: Environment,
  { onOutput, onExit }: Listeners,
): Instance {
  const worker = new Worker(join(import.meta.dirname, "instance.cjs"), {
    workerData: { entry: source.entry },
    env: { ...environment },
    execArgv: [], // or each thread would load the loader that this process was started with
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  let fit = true;
  let onLoaded: (loaded: "loaded") => void = () => undefined;
  const loaded = new Promise<"loaded">((resolve) => {
    onLoaded = resolve;
  });
  let settle: (outcome: Outcome) => void = () => undefined;
  worker.on("message", (told: Told) => {
    if (told.kind === "log") onOutput(told);
    else if (told.kind === "ready") onLoaded("loaded");
    else if (told.kind === "worn") fit = false;
    else if (told.kind === "done") settle(told);
    else settle(failure(told.error.message, told.error.stack));
  });
  worker.on("error", ({ message }) => settle(failure(message)));
  worker.on("exit", () => {
    fit = false;
    onLoaded("loaded");
    settle(failure("Process exited before completing request"));
    onExit();
  });
  return {
    stamp: source.stamp,
    fit: () => fit,
    async run(call) {
      const ended = new Promise<Outcome>((resolve) => {
        settle = resolve;
      });
      worker.postMessage(call);
      const loading = await inTime(loaded, loadingMs);
      const outcome =
        loading === "loaded" ? await inTime(ended, call.context.time_limit_in_ms) : loading;
      if (outcome.kind === "done") return outcome.result;
      if (outcome.code === tooLong) {
        fit = false;
        void worker.terminate();
      }
      onOutput({ requestId: call.requestId, level: "error", text: outcome.stack });
      throw new CloudError(outcome.code, outcome.message);
    },
    end: () => worker.terminate(),
  };
}

const tooLong = "FUNCTIONS_TIME_LIMIT_EXCEEDED";

function failure(message: string, stack = message, code = "FUNCTIONS_EXECUTE_FAIL"): Failure {
  return { kind: "failed", code, message, stack };
}

/** What the promise gives, unless it takes longer than `ms`. */
async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | Failure> {
  const message = `Invoking task timed out after ${ms / 1000} seconds`;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Failure>((resolve) => {
    timer = setTimeout(() => resolve(failure(message, message, tooLong)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

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

/** What `instance.cjs` tells. */
type Told =
  | (Output & { kind: "log" })
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
  let settle: ((outcome: Done | Failure) => void) | undefined;
  worker.on("message", (told: Told) => {
    if (told.kind === "log") onOutput(told);
    else if (told.kind === "worn") fit = false;
    else if (told.kind === "done") settle?.(told);
    else settle?.({ kind: "failed", code: failed, ...told.error });
  });
  worker.on("error", ({ message }) =>
    settle?.({ kind: "failed", code: failed, message, stack: message }),
  );
  worker.on("exit", () => {
    fit = false;
    const message = "Process exited before completing request";
    settle?.({ kind: "failed", code: failed, message, stack: message });
    onExit();
  });
  return {
    stamp: source.stamp,
    fit: () => fit,
    run: (call) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          fit = false;
          settle?.(timeOut(call));
          void worker.terminate();
        }, call.context.time_limit_in_ms);
        settle = (outcome) => {
          clearTimeout(timer);
          settle = undefined;
          if (outcome.kind === "done") return resolve(outcome.result);
          onOutput({ requestId: call.requestId, level: "error", text: outcome.stack });
          reject(new CloudError(outcome.code, outcome.message));
        };
        worker.postMessage(call);
      }),
    end: () => worker.terminate(),
  };
}

const failed = "FUNCTIONS_EXECUTE_FAIL";

function timeOut({ context }: Call): Failure {
  const message = `Invoking task timed out after ${context.time_limit_in_ms / 1000} seconds`;
  return { kind: "failed", code: "FUNCTIONS_TIME_LIMIT_EXCEEDED", message, stack: message };
}

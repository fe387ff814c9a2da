/**
 * One warm instance of a function: a worker thread that runs one call after another. Plain CommonJS,
 * because a thread must start fast, without a loader.
 *
 * It is told calls `{requestId, event, environment, context}`, `event` being JSON text, and tells
 *   {kind: "ready"}                         the code is loaded, or cannot be
 *   {kind: "log", requestId, level, text}   what the function wrote to its console
 *   {kind: "done", result}                  JSON text
 *   {kind: "failed", error}                 {message, stack}
 *   {kind: "worn"}                          an error was left to itself: give me no other call
 */
const { AsyncLocalStorage } = require("node:async_hooks");
const { parentPort, workerData } = require("node:worker_threads");

/** The id of the request that the running code belongs to, however late it runs. */
const request = new AsyncLocalStorage();

/** The id of the request under way. */
let current;
let main;
let loadError;

for (const [stream, level] of [
  [process.stdout, "info"],
  [process.stderr, "error"],
]) {
  stream.write = (text, ...rest) => {
    tellLog(level, String(text));
    rest.find((callback) => typeof callback === "function")?.();
    return true;
  };
}

process.on("uncaughtException", blame);
process.on("unhandledRejection", blame);

try {
  main = require(workerData.entry).main;
  if (typeof main !== "function") throw new Error("index.js must export a function named main");
} catch (error) {
  loadError = error;
}
parentPort.postMessage({ kind: "ready" });

parentPort.on("message", async (call) => {
  current = call.requestId;
  setEnvironment(call.environment);
  try {
    if (loadError) throw loadError;
    const result = await request.run(current, () => main(JSON.parse(call.event), call.context));
    // What a caller gets is JSON, as over CloudBase's wire: `undefined` arrives as null.
    finish({ kind: "done", result: JSON.stringify(result) ?? "null" });
  } catch (error) {
    finish({ kind: "failed", error: describe(error) });
  }
});

function finish(message) {
  current = undefined;
  parentPort.postMessage(message);
}

/**
 * An error that nobody caught ends the call that it belongs to, as in production. One that an earlier
 * call left behind must not harm the call under way.
 */
function blame(error) {
  parentPort.postMessage({ kind: "worn" });
  if (current !== undefined && request.getStore() === current) {
    finish({ kind: "failed", error: describe(error) });
    process.exit(1);
  }
  tellLog("error", `Uncaught: ${describe(error).stack}`);
}

function tellLog(level, text) {
  const requestId = request.getStore() ?? current;
  parentPort.postMessage({ kind: "log", requestId, level, text });
}

function describe(error) {
  if (error instanceof Error) return { message: String(error), stack: error.stack ?? "" };
  const text = typeof error === "string" ? error : (JSON.stringify(error) ?? String(error));
  return { message: text, stack: text };
}

let set = [];

/** Nothing of the call before may be left: it came from somebody else. */
function setEnvironment(environment) {
  for (const key of set) delete process.env[key];
  set = Object.keys(environment);
  Object.assign(process.env, environment);
}

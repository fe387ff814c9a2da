// One warm instance of a function: a thread that serves one call at a time and has an environment of
// its own. Plain CommonJS, because a worker starts for every instance and a loader would double that
// time. What is said to it and what it tells: `instance.ts`.
const { format } = require("node:util");
const { parentPort, workerData } = require("node:worker_threads");

/** The call under way; what is written to the console between two calls belongs to the last. */
let requestId;

for (const [level, names] of [
  ["info", ["debug", "info", "log"]],
  ["error", ["error", "warn", "trace"]],
]) {
  for (const name of names) {
    console[name] = (...values) =>
      parentPort.postMessage({ kind: "log", requestId, level, text: format(...values) });
  }
}

// A mistake outside of any call's own promise: whoever is being served is told, and nobody else is
// served by what is left of this instance.
process.on("uncaughtException", (error) => {
  parentPort.postMessage({ kind: "worn" });
  fail(error);
});

/** Loading is the cold start; when it fails, every call says why. */
let loading;
try {
  loading = { main: require(workerData.entry).main };
} catch (error) {
  loading = { error };
}

parentPort.on("message", async (call) => {
  requestId = call.requestId;
  for (const name of Object.keys(process.env)) {
    if (/^(WX_|TCB_SOURCE$|TRIGGER_SRC$)/.test(name)) delete process.env[name];
  }
  Object.assign(process.env, call.environment);
  try {
    if (loading.error) throw loading.error;
    if (typeof loading.main !== "function") throw new Error("exports.main is not a function");
    const result = await loading.main(JSON.parse(call.event), call.context);
    // What a caller gets is JSON, as over CloudBase's wire: `undefined` arrives as null.
    parentPort.postMessage({ kind: "done", result: JSON.stringify(result) ?? "null" });
  } catch (error) {
    fail(error);
  }
});

function fail(error) {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: "" };
  parentPort.postMessage({ kind: "failed", error: { message, stack: stack || message } });
}

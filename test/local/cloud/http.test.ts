import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import { openCloud } from "./support.ts";

const cloud = await openCloud({
  routes: [
    (asked, response) => {
      if (asked.url !== "/ours") return false;
      response.end("ours");
      return true;
    },
  ],
});

async function post(path: string, body?: string, headers: Record<string, string> = {}) {
  const response = await fetch(cloud.url + path, {
    method: "POST",
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return { response, status: response.status, body: JSON.parse(await response.text()) };
}

test("the cloud says that it is there", async () => {
  const response = await fetch(`${cloud.url}/health`);
  assert.deepEqual(await response.json(), { ok: true, env: "local" });
});

test("a call answers exactly what the function returned, and the id of the request", async () => {
  const headers = { "x-wx-openid": "oAnna", "x-wx-unionid": "uAnna" };
  const { status, body, response } = await post("/call/who", '{"a":1}', headers);
  assert.equal(status, 200);
  assert.equal(body.event.a, 1);
  assert.equal(body.wx.OPENID, "oAnna");
  assert.equal(body.wx.UNIONID, "uAnna");
  assert.equal(response.headers.get("x-request-id"), body.context.request_id);
  assert.equal(response.headers.get("content-type"), "application/json; charset=utf-8");
});

test("a call without a body has an empty event, and without an openid no caller", async () => {
  const { body } = await post("/call/who");
  assert.deepEqual(body.event, { userInfo: { appId: "wx0123456789abcdef" } });
  assert.equal("OPENID" in body.wx, false);
});

test("each wrong request gets its status, a code and one sentence", async () => {
  const wrong = [
    ["/call/who", "{", 400, "INVALID_PARAM", /not JSON/],
    ["/call/who", "[1]", 400, "INVALID_PARAM", /must be a JSON object/],
    ["/call/nobody", "{}", 404, "FUNCTION_NOT_FOUND", /could not be found\. \(nobody\)/],
    ["/call/..%2Fwho", "{}", 404, "FUNCTION_NOT_FOUND", /could not be found/],
    [
      "/call/who",
      `{"a":"${"x".repeat(102_400)}"}`,
      413,
      "EXCEED_MAX_PAYLOAD_SIZE",
      /at most 102400/,
    ],
    ["/call/failing", '{"how":"throws"}', 500, "FUNCTIONS_EXECUTE_FAIL", /^Error: out of stamps$/],
    ["/call/slow", "{}", 504, "FUNCTIONS_TIME_LIMIT_EXCEEDED", /timed out after 1 seconds/],
    ["/trigger/clock/weekly", undefined, 400, "INVALID_PARAM", /has no trigger weekly/],
    ["/nothing", "{}", 404, "NOT_FOUND", /Nothing is served at \/nothing/],
  ] as const;
  for (const [path, event, status, code, message] of wrong) {
    const answer = await post(path, event);
    assert.deepEqual([answer.status, answer.body.code], [status, code], path);
    assert.match(answer.body.message, message);
  }
  const got = await fetch(`${cloud.url}/call/who`);
  assert.equal(got.status, 405);
});

test("an openid that cannot be WeChat's is refused: of digits only, the SDK makes a number", async () => {
  for (const openid of ["", "12345", "o Anna", "o".repeat(65)]) {
    const { status, body } = await post("/call/who", "{}", { "x-wx-openid": openid });
    assert.equal(status, 400, openid);
    assert.match(body.message, /x-wx-openid/);
  }
});

test("a timer is run by HTTP", async () => {
  const { status, body } = await post("/trigger/clock/nightly");
  assert.equal(status, 200);
  assert.equal(body.event.TriggerName, "nightly");
});

test("other things are served at the same address", async () => {
  assert.equal(await (await fetch(`${cloud.url}/ours`)).text(), "ours");
});

/** Asks with headers that fetch does not let one set. */
function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${cloud.url}/health`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test("pages of this computer may use the server, and no others, by whatever name they reach it", async () => {
  const { port } = new URL(cloud.url);
  assert.equal(
    await statusWith({ host: `localhost:${port}`, origin: "http://localhost:5173" }),
    200,
  );
  assert.equal(await statusWith({ host: `evil.example:${port}` }), 403);
  assert.equal(await statusWith({ host: "127.0.0.1.evil.example" }), 403);
  assert.equal(await statusWith({ origin: "https://evil.example" }), 403);
  assert.equal(await statusWith({ origin: "null" }), 403);
});

test("an action that the local cloud does not know is refused by name", async () => {
  const { status, body } = await post("/admin", '{"action":"notification.send"}');
  assert.equal(status, 200);
  assert.equal(body.code, "INVALID_PARAM");
  assert.equal(body.message, "The local cloud does not know the action notification.send.");
  assert.match(body.requestId, /^[\da-f-]{36}$/);
});

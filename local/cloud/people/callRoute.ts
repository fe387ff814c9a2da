import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type Caller, openidShape } from "../functions/caller.ts";
import { eventBytesMax } from "../functions/functions.ts";
import { addressOf, parseJson, RequestError, type Route, readBody } from "../http.ts";

/** @returns JSON text */
type Run = (name: string, event: object, caller: Caller, requestId: string) => Promise<string>;

/** `POST /call/<function>`: what the phone's `wx.cloud.callFunction` does, open to scripts and tests. */
export function callRoute(run: Run): Route {
  return async (request, response) => {
    const name = /^\/call\/([^/]+)$/.exec(addressOf(request).pathname)?.[1];
    if (name === undefined) return false;
    requirePost(request);
    const requestId = randomUUID();
    response.setHeader("x-request-id", requestId);
    const caller = callerOf(request);
    const event = await readEvent(request);
    const result = await run(name, event, caller, requestId);
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(result);
    return true;
  };
}

/** @throws RequestError 405 */
export function requirePost(request: IncomingMessage): void {
  if (request.method === "POST") return;
  throw new RequestError(405, "METHOD_NOT_ALLOWED", `Use POST, not ${request.method}.`);
}

/**
 * Who the headers `x-wx-openid` and `x-wx-unionid` say is calling; nobody when they are missing.
 * @throws RequestError 400 when they cannot be WeChat's: of digits only, the SDK would make a number
 */
export function callerOf({ headers }: IncomingMessage): Caller {
  const openid = idIn("x-wx-openid", headers["x-wx-openid"]);
  const unionid = idIn("x-wx-unionid", headers["x-wx-unionid"]);
  return {
    ...(openid === undefined ? {} : { openid }),
    ...(unionid === undefined ? {} : { unionid }),
  };
}

function idIn(header: string, value: string | string[] | undefined): string | undefined {
  if (value === undefined || (typeof value === "string" && openidShape.test(value))) {
    return value;
  }
  const rule = "1 to 64 letters, digits, '_' or '-', not digits only";
  throw new RequestError(400, "INVALID_PARAM", `The header ${header} must be ${rule}.`);
}

/** Without a body, the event is `{}`, as for a `callFunction` without data. */
async function readEvent(request: IncomingMessage): Promise<object> {
  const body = await readBody(request, eventBytesMax);
  const event = body.length === 0 ? {} : parseJson(body);
  if (typeof event === "object" && event !== null && !Array.isArray(event)) return event;
  throw new RequestError(400, "INVALID_PARAM", "The event must be a JSON object.");
}

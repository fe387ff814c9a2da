import { readFileSync } from "node:fs";
import { addressOf, type Route, sendJson } from "../http.ts";
import { requirePost } from "./callRoute.ts";

type Options = Readonly<{
  env: string;
  logFile: string;
  /** @returns JSON text */
  trigger(functionName: string, triggerName: string): Promise<string>;
}>;

/** What somebody does who looks after the cloud: is it there, what do functions print, run a timer. */
export function operationRoute({ env, logFile, trigger }: Options): Route {
  return async (request, response) => {
    const { pathname } = addressOf(request);
    if (request.method === "GET" && pathname === "/health") {
      sendJson(response, { ok: true, env });
      return true;
    }
    if (request.method === "GET" && pathname === "/log") {
      response.setHeader("content-type", "text/plain; charset=utf-8");
      response.end(readFileSync(logFile));
      return true;
    }
    const [, functionName, triggerName] = /^\/trigger\/([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
    if (functionName === undefined || triggerName === undefined) return false;
    requirePost(request);
    const result = await trigger(functionName, triggerName);
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(result);
    return true;
  };
}

import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { atFirst, demoPeople } from "./people.ts";

const files: Record<string, readonly [name: string, type: string]> = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/demo/desk.js": ["desk.js", "text/javascript; charset=utf-8"],
  "/demo/wechat.js": ["wechat.js", "text/javascript; charset=utf-8"],
  "/demo/desk.css": ["desk.css", "text/css; charset=utf-8"],
};

/** The page with the three phones, and who can be shown on them. @returns whether it was ours */
export function serveDemo(request: IncomingMessage, response: ServerResponse): boolean {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (request.method !== "GET") return false;
  if (pathname === "/demo/people") {
    response.setHeader("content-type", "application/json; charset=utf-8");
    response.end(JSON.stringify({ people: demoPeople(), atFirst }));
    return true;
  }
  const file = files[pathname];
  if (!file) return false;
  const [name, type] = file;
  response.setHeader("content-type", type);
  response.end(readFileSync(join(import.meta.dirname, "desk", name)));
  return true;
}

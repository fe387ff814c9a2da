import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { RequestError, type Route, sendJson } from "./http.ts";
import { CloudError } from "./wire.ts";

/** The cloud cannot start: the message is one sentence for the person who started it. */
export class StartError extends Error {}

/** @property url for example `http://127.0.0.1:40123`, without a slash at the end */
export type Server = { url: string; close(): Promise<void> };

/**
 * As long as web servers keep an idle connection, and longer than Node's 5 s: a function that computes that
 * long meanwhile would send its next request into one that is closed.
 */
const keepAliveMs = 75_000;

/**
 * Listens on 127.0.0.1 only and gives each request to the first route that takes it.
 * @param port 0 for any free port
 * @throws StartError when the port is taken or may not be used
 */
export async function serve(port: number, routes: readonly Route[]): Promise<Server> {
  const server = createServer((request, response) => void answer(routes, request, response));
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new StartError(portSentence(port, error))));
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portSentence(port: number, error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE") return `Port ${port} is in use by another program.`;
  if (error.code === "EACCES") return `Port ${port} may not be used by this account.`;
  return `Cannot listen on port ${port}: ${error.message}`;
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    refuseForeigners(request);
    for (const route of routes) if (await route(request, response)) return;
    throw new RequestError(404, "NOT_FOUND", `Nothing is served at ${request.url}.`);
  } catch (error) {
    if (response.headersSent || request.socket.destroyed) return void response.destroy();
    if (error instanceof RequestError || error instanceof CloudError) {
      const status = error instanceof RequestError ? error.status : statuses.get(error.code);
      return sendJson(response, { code: error.code, message: error.message }, status ?? 500);
    }
    console.error(error);
    sendJson(response, { code: "SYS_ERR", message: String(error) }, 500);
  }
}

/** What CloudBase's codes are in HTTP. */
const statuses = new Map([
  ["INVALID_PARAM", 400],
  ["FUNCTION_NOT_FOUND", 404],
  ["EXCEED_MAX_PAYLOAD_SIZE", 413],
  ["FUNCTIONS_TIME_LIMIT_EXCEEDED", 504],
]);

/**
 * Anybody who reaches this server can speak as any user, so a web page from elsewhere must not reach
 * it: neither through a name that it makes point to 127.0.0.1 (Host) nor across origins (Origin).
 */
function refuseForeigners({ headers }: IncomingMessage): void {
  const host = `http://${headers.host}`;
  for (const address of [host, headers.origin ?? host]) {
    if (URL.canParse(address) && localNames.has(new URL(address).hostname)) continue;
    throw new RequestError(403, "INVALID_HOST", "Only pages of this computer may use this server.");
  }
}

const localNames = new Set(["127.0.0.1", "localhost"]);

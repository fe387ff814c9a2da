import type { ServerResponse } from "node:http";
import { addressOf, RequestError, type Route, sendJson } from "../http.ts";
import type { Message, Outbox } from "../openapi/outbox.ts";

/** `GET /outbox` and `GET /outbox/events`: what WeChat would have delivered. */
export function outboxRoute(outbox: Outbox): Route {
  return (request, response) => {
    const { pathname, searchParams } = addressOf(request);
    const live = pathname === "/outbox/events";
    if (request.method !== "GET" || (pathname !== "/outbox" && !live)) return false;
    // A browser that was cut off asks again with the number of the last message it got.
    const after = request.headers["last-event-id"] ?? searchParams.get("after");
    if (live) follow(outbox, response, after === null ? outbox.after().length : numberIn(after));
    else sendJson(response, { messages: outbox.after(numberIn(after ?? 0)) });
    return true;
  };
}

function numberIn(after: unknown): number {
  const number = Number(after);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new RequestError(400, "INVALID_PARAM", "after must be the number of a message.");
}

/** Server-sent events, one a message: first those after the given one, then each as it comes. */
function follow(outbox: Outbox, response: ServerResponse, after: number): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.flushHeaders();
  const send = (message: Message) =>
    response.write(`id: ${message.n}\ndata: ${JSON.stringify(message)}\n\n`);
  for (const message of outbox.after(after)) send(message);
  response.on("close", outbox.listen(send));
}

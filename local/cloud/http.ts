import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * One thing that the server can serve. Answers the request and returns true, or returns false and
 * leaves the request untouched for the next route.
 */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean | Promise<boolean>;

/** Refuses an HTTP request: answered as `{code, message}` with `status`. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The address asked for; only `pathname` and `searchParams` mean anything. */
export function addressOf(request: IncomingMessage): URL {
  return new URL(`http://localhost${request.url?.startsWith("/") ? request.url : "/"}`);
}

/**
 * Reads the whole body. Reads on to the end even when it is too large, because a client that is
 * still sending would otherwise see a broken connection in place of the refusal.
 * @throws RequestError 413 when the body is longer than `maxBytes`
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length <= maxBytes) chunks.push(chunk as Buffer);
  }
  if (length > maxBytes) {
    const message = `The body has ${length} bytes; at most ${maxBytes} are allowed.`;
    throw new RequestError(413, "EXCEED_MAX_PAYLOAD_SIZE", message);
  }
  return Buffer.concat(chunks);
}

/** @throws RequestError 400 when the text is not JSON */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RequestError(400, "INVALID_PARAM", `The body is not JSON: ${reason}`);
  }
}

/** Sends `value` as JSON. The exact content type matters: the SDKs tell JSON from bytes by it. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const text = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(text);
}

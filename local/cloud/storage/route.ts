import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { extname } from "node:path";
import mimeDb from "mime-db/db.json" with { type: "json" };
import { addressOf, RequestError, type Route, readBody } from "../http.ts";
import type { Addresses } from "./addresses.ts";
import { fileBytesMax, type Storage } from "./storage.ts";

/** `/files/…`: where signed addresses lead. Refuses in XML, as the storage behind CloudBase does. */
export function filesRoute(storage: Storage, addresses: Addresses): Route {
  return async (request, response) => {
    const put = request.method === "PUT";
    if (!put && request.method !== "GET" && request.method !== "HEAD") return false;
    const checked = addresses.check(put ? "PUT" : "GET", addressOf(request));
    if (!checked) return false;
    if ("refused" in checked) {
      sendError(response, 403, "AccessDenied", checked.refused);
    } else if (put) {
      try {
        await storage.write(checked.path, await readBody(request, fileBytesMax));
        response.end();
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        sendError(response, 400, "EntityTooLarge", error.message);
      }
    } else {
      const bytes = await storage.read(checked.path);
      if (!bytes) sendError(response, 404, "NoSuchKey", "The file does not exist.");
      else sendFile(response, checked.path, bytes);
    }
    return true;
  };
}

function sendFile(response: ServerResponse, path: string, bytes: Buffer): void {
  response.writeHead(200, {
    "content-type": contentTypeOf(path),
    "content-length": bytes.length,
    // What somebody uploaded is served from the origin of the pages: it must not run as one of them.
    "content-security-policy": "sandbox",
    "x-content-type-options": "nosniff",
  });
  response.end(bytes); // of HEAD, Node sends the headers only
}

const types = new Map(
  Object.entries(mimeDb as Record<string, { extensions?: string[] }>).flatMap(
    ([type, { extensions = [] }]) => extensions.map((extension) => [extension, type] as const),
  ),
);

function contentTypeOf(path: string): string {
  return types.get(extname(path).slice(1).toLowerCase()) ?? "application/octet-stream";
}

function sendError(response: ServerResponse, status: number, code: string, message: string): void {
  const id = randomUUID();
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code>` +
      `<Message>${message}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
  );
}

import type { ServerResponse } from "node:http";

/** Tells open phones that the Mini Program was compiled anew. */
export type Changes = Readonly<{
  /** Keeps `response` open as a stream of server-sent events. */
  listen(response: ServerResponse): void;
  tell(): void;
  close(): void;
  /** The script of a shared worker: see `worker`. */
  worker: string;
}>;

export function openChanges(): Changes {
  const listeners = new Set<ServerResponse>();
  return {
    listen(response) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
      response.write("retry: 1000\n\n");
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
    },
    tell() {
      for (const response of listeners) response.write("data: changed\n\n");
    },
    close() {
      for (const response of listeners) response.end();
    },
    worker,
  };
}

/**
 * A browser opens at most six connections to one origin, and a stream of events holds one for good: all
 * phones of a browser therefore share one stream, through a shared worker. `changes.js?of=<address>` does
 * the same for another stream; its ports get the data of each event, and "open" whenever it is (again) open.
 */
const worker = `
const ports = new Set();
const tell = (data) => {
  for (const port of ports) port.postMessage(data);
};
onconnect = ({ ports: [port] }) => ports.add(port);
const of = new URL(location.href).searchParams.get("of");
const stream = new EventSource(of ?? "changes");
stream.onmessage = ({ data }) => tell(data);
if (of) stream.onopen = () => tell("open");
`;

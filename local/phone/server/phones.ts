import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { openCompiler } from "../compiler/compiler.ts";
import { iconFolder } from "../compiler/icons.ts";
import type { Diagnostic, Program } from "../program.ts";
import { type Answer, readAsset } from "./assets.ts";
import { openChanges } from "./changes.ts";
import { bundleHost } from "./hostBundle.ts";
import { pageText } from "./pageText.ts";
import { watchFolder } from "./watchFolder.ts";

export type Phones = Readonly<{
  /**
   * Answers what belongs to the phones; false when the address is somebody else's, among them
   * `/phone/upload`, `/phone/tempurls` and `/phone/delete`, which are the cloud's.
   */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
  /** What the compiler said of the Mini Program as it is now. */
  diagnostics(): readonly Diagnostic[];
}>;

/**
 * Serves the Mini Program in `appDir` to phones: `/phone/index.html?openid=o123&id=left&path=/pages/…`
 * is one phone filling its window.
 * @param options.npmDir where packages are that DevTools has not packed into `miniprogram_npm`; by
 *   default the nearest `node_modules` at or above `appDir`
 * @param options.watch compile anew when a file changes, and tell the open phones
 */
export async function openPhones(options: {
  appDir: string;
  npmDir?: string;
  watch?: boolean;
}): Promise<Phones> {
  const compiler = openCompiler(options.appDir, options.npmDir);
  const [host, firstProgram] = await Promise.all([bundleHost(), compiler.compile()]);
  let program: Program = firstProgram;
  const changes = openChanges();
  const watcher = options.watch
    ? watchFolder(options.appDir, async () => {
        program = await compiler.compile();
        changes.tell();
      })
    : undefined;

  /** The generated files, by name under `/phone/`. */
  const generated: Readonly<Record<string, () => Answer>> = {
    "index.html": () => ({ type: html, body: pageText("host", "Mini Program") }),
    "wechat.html": () => ({ type: html, body: pageText("wechat", "微信") }),
    "program.json": () => ({ type: "application/json", body: JSON.stringify(program) }),
    "changes.js": () => ({ type: "text/javascript; charset=utf-8", body: changes.worker }),
  };

  async function find(name: string): Promise<Answer | undefined> {
    const file = generated[name]?.() ?? host.get(name);
    if (file) return file;
    const map = name.startsWith("maps/") && compiler.sourceMap(name.slice("maps/".length));
    if (map) return { type: "application/json", body: map };
    if (name.startsWith("app/")) return readAsset(options.appDir, name.slice("app/".length));
    const icons = iconFolder();
    return icons && name.startsWith("icons/")
      ? readAsset(icons, name.slice("icons/".length))
      : undefined;
  }

  return {
    async handle(request, response) {
      const name = request.method === "GET" ? nameIn(request.url ?? "") : undefined;
      if (name === undefined) return false;
      if (name === "changes") {
        changes.listen(response);
        return true;
      }
      const answer = await find(name);
      if (answer) send(request, response, answer);
      return answer !== undefined;
    },
    async close() {
      watcher?.close();
      changes.close();
    },
    diagnostics: () => program.diagnostics,
  };
}

const html = "text/html; charset=utf-8";

/** What stands after `/phone/` in an address; undefined when it is somebody else's, or cannot be read. */
function nameIn(url: string): string | undefined {
  const [, name] = /^\/phone\/([^?#]*)/.exec(url) ?? [];
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

/** The browser keeps what it has, with the code compiled from it, for as long as the body is the same. */
function send(request: IncomingMessage, response: ServerResponse, { type, body }: Answer): void {
  const etag = `"${createHash("sha1").update(body).digest("base64url")}"`;
  const isKept = request.headers["if-none-match"] === etag;
  response.writeHead(isKept ? 304 : 200, {
    "content-type": type,
    "cache-control": "no-cache",
    etag,
  });
  response.end(isKept ? undefined : body);
}

import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { openCompiler } from "../compiler/compiler.ts";
import { iconFolder } from "../compiler/icons.ts";
import type { Diagnostic, Program } from "../program.ts";
import { openChanges } from "./changes.ts";
import { bundleHost } from "./hostBundle.ts";
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

type Answer = { type: string; body: string | Buffer };

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
    "index.html": () => ({ type: "text/html; charset=utf-8", body: page }),
    "host.js": () => ({ type: "text/javascript; charset=utf-8", body: host.script }),
    "host.js.map": () => ({ type: "application/json", body: host.sourceMap }),
    "host.css": () => ({ type: "text/css; charset=utf-8", body: host.style }),
    "program.json": () => ({ type: "application/json", body: JSON.stringify(program) }),
    "changes.js": () => ({ type: "text/javascript; charset=utf-8", body: changes.worker }),
  };

  async function find(name: string): Promise<Answer | undefined> {
    const file = generated[name];
    if (file) return file();
    if (name.startsWith("app/")) return readAsset(options.appDir, name.slice("app/".length));
    const icons = iconFolder();
    return icons && name.startsWith("icons/")
      ? readAsset(icons, name.slice("icons/".length))
      : undefined;
  }

  return {
    async handle(request, response) {
      const { pathname } = new URL(request.url ?? "/", "http://phone");
      if (!pathname.startsWith("/phone/") || request.method !== "GET") return false;
      const name = decodeURIComponent(pathname.slice("/phone/".length));
      if (name === "changes") {
        changes.listen(response);
        return true;
      }
      const answer = await find(name);
      if (!answer) return false;
      response.writeHead(200, { "content-type": answer.type, "cache-control": "no-cache" });
      response.end(answer.body);
      return true;
    },
    async close() {
      watcher?.close();
      changes.close();
    },
    diagnostics: () => program.diagnostics,
  };
}

/** What a Mini Program shows or plays from its own folder. Its sources are nobody's to fetch. */
const assetTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".eot": "application/vnd.ms-fontobject",
};

async function readAsset(folder: string, name: string): Promise<Answer | undefined> {
  const file = path.join(folder, path.posix.normalize(`/${name}`));
  const type = assetTypes[path.extname(file).toLowerCase()];
  if (!type || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return { type, body: await readFile(file) };
}

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,user-scalable=no">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="host.css">
<title>Mini Program</title>
</head>
<body><script src="host.js"></script></body>
</html>
`;

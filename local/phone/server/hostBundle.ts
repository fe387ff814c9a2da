import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Answer } from "./assets.ts";

/**
 * What runs a Mini Program in the browser, bundled from `../host`, by file name: `host.js`, `host.css`,
 * and pieces that a phone fetches only when it needs them; `wechat.js`, `wechat.css` for the window that
 * stands for WeChat around it.
 */
export type HostBundle = ReadonlyMap<string, Answer>;

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".map": "application/json",
};

export async function bundleHost(): Promise<HostBundle> {
  const { outputFiles } = await build({
    entryPoints: {
      host: fileURLToPath(new URL("../host/main.ts", import.meta.url)),
      wechat: fileURLToPath(new URL("../host/wechat/main.ts", import.meta.url)),
    },
    bundle: true,
    write: false,
    outdir: "/",
    format: "esm",
    splitting: true,
    target: "es2022",
    sourcemap: true,
    // The map library's style sheet names pictures of its own controls.
    loader: { ".png": "dataurl" },
    define: { "process.env.NODE_ENV": '"development"' },
    logLevel: "silent",
  });
  return new Map(
    outputFiles.map(({ path: file, text }) => [
      path.basename(file),
      { type: types[path.extname(file)] ?? "application/octet-stream", body: text },
    ]),
  );
}

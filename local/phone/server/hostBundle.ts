import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** What runs a Mini Program in the browser, bundled from `../host`. */
export type HostBundle = Readonly<{ script: string; style: string; sourceMap: string }>;

export async function bundleHost(): Promise<HostBundle> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../host/main.ts", import.meta.url))],
    bundle: true,
    write: false,
    outdir: "/",
    format: "iife",
    target: "es2022",
    entryNames: "host",
    sourcemap: true,
    define: { "process.env.NODE_ENV": '"development"' },
    logLevel: "silent",
  });
  const text = (extension: string): string =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text ?? "";
  return { script: text(".js"), style: text(".css"), sourceMap: text(".js.map") };
}

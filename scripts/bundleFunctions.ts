import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, context } from "esbuild";

const root = join(import.meta.dirname, "..");

/** Where the doors are: every folder is one function. */
export const functionsDir = join(root, "cloudfunctions");

/**
 * Bundles each function whole into the `index.js` that CloudBase runs: nothing is installed there, and
 * what runs on a laptop is byte for byte what is deployed. CloudBase offers Node 16 and 18.
 */
function options(): BuildOptions {
  const names = readdirSync(functionsDir, { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .map((folder) => folder.name);
  return {
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(functionsDir, name, "index.ts")]),
    ),
    outdir: functionsDir,
    bundle: true,
    platform: "node",
    target: "node16",
    format: "cjs",
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "warning",
  };
}

export const bundleFunctions = (): Promise<unknown> => build(options());

/** Bundles again whenever a source changes. @returns how to stop */
export async function watchFunctions(): Promise<() => Promise<void>> {
  const watching = await context(options());
  await watching.rebuild();
  await watching.watch();
  return () => watching.dispose();
}

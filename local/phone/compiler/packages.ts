import path from "node:path";
import { build } from "esbuild";

/**
 * A package without a Mini Program build, bundled whole into one CommonJS module as DevTools does.
 * @param npmDir the `node_modules` folder that holds it
 * @throws esbuild's error when something in it cannot be resolved or read
 */
export async function bundlePackage(name: string, npmDir: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `module.exports = require(${JSON.stringify(name)})`,
      resolveDir: path.dirname(npmDir),
    },
    bundle: true,
    write: false,
    format: "cjs",
    platform: "browser",
    target: "es2020",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

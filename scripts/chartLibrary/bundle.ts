import { join } from "node:path";
import { build } from "esbuild";

/** Where the phone finds it; `chart-library.d.ts` beside it says its types, and git ignores it. */
const bundled = join(import.meta.dirname, "../../miniprogram/packages/figures/chart-library.js");

/**
 * Bundles the parts of chart.js that we draw with into the subpackage of the charts. DevTools packs
 * packages whole and into the main package: 400 KB there instead of 150 KB here.
 */
export const bundleChartLibrary = (): Promise<unknown> =>
  build({
    entryPoints: [join(import.meta.dirname, "entry.ts")],
    outfile: bundled,
    bundle: true,
    minify: true,
    platform: "neutral",
    format: "cjs",
    target: "es2017",
    logLevel: "warning",
  });

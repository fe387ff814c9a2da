import type { ChartConfiguration } from "chart.js";

/**
 * The parts of chart.js that our charts are drawn with. `npm run build` makes the script beside this file
 * (`scripts/chartLibrary`), as DevTools would pack all of chart.js into the main package.
 * @param canvas a node of `<canvas type="2d">`
 */
export declare function drawChart(
  canvas: WechatMiniprogram.Canvas,
  configuration: ChartConfiguration,
): Readonly<{ destroy(): void }>;

import { builtin } from "./builtin.ts";
import { registerContext } from "./contexts.ts";
import { flag, text } from "./properties.ts";

/** What WeChat's canvas has beside the browser's. */
type PhoneCanvas = HTMLCanvasElement & {
  createImage(): HTMLImageElement;
  createImageData(width: number, height: number): ImageData;
  createPath2D(path?: Path2D): Path2D;
  requestAnimationFrame(callback: FrameRequestCallback): number;
  cancelAnimationFrame(handle: number): void;
};

/**
 * A canvas to draw on: a selector query's `node` answers the real one. The old interface by
 * `canvas-id` is lacking: `type` must be `2d` or `webgl`.
 */
export const canvas = builtin({
  tag: "canvas",
  properties: { type: text(), canvasId: text(), disableScroll: flag() },
  mount({ dom, platform, values, on }) {
    const drawing = Object.assign(document.createElement("canvas"), {
      createImage: () => new Image(),
      createImageData: (width: number, height: number) => new ImageData(width, height),
      createPath2D: (path?: Path2D) => new Path2D(path),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    }) satisfies PhoneCanvas;
    dom.append(drawing);
    registerContext(dom, drawing);
    on("touchmove", (event) => values().disableScroll && event.preventDefault());
    return {
      attached() {
        if (values().type) return;
        const errMsg = 'canvas:fail the local phone lacks canvases without type="2d" or "webgl"';
        platform.phone.report({ errMsg });
      },
    };
  },
});

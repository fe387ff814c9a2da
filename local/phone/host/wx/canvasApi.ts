import { ApiFailure, api } from "../api.ts";
import { orFail } from "./orFail.ts";
import type { Platform } from "./platform.ts";

type Cut = Readonly<{
  canvas?: HTMLCanvasElement;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  destWidth?: number;
  destHeight?: number;
  fileType?: "png" | "jpg";
  /** 0 to 1. */
  quality?: number;
}>;

/** Pictures out of canvases of `type="2d"`; those named by `canvasId` are lacking. */
export function canvasWx({ files }: Platform): Record<string, unknown> {
  return {
    canvasToTempFilePath: api<Cut>("canvasToTempFilePath", async (cut) => {
      const { canvas, x = 0, y = 0, fileType = "png", quality = 1 } = cut;
      if (!canvas) throw new ApiFailure("the local phone needs the canvas itself, not canvasId");
      const { width = canvas.width - x, height = canvas.height - y } = cut;
      const { destWidth = width, destHeight = height } = cut;
      const drawn = new OffscreenCanvas(destWidth, destHeight);
      drawn.getContext("2d")?.drawImage(canvas, x, y, width, height, 0, 0, destWidth, destHeight);
      const type = fileType === "jpg" ? "image/jpeg" : "image/png";
      const blob = await orFail(() => drawn.convertToBlob({ type, quality }));
      return { tempFilePath: files.keep(blob, fileType) };
    }),
    createOffscreenCanvas: ({ width = 300, height = 150 } = {}) =>
      Object.assign(new OffscreenCanvas(width, height), { createImage: () => new Image() }),
  };
}

import { decode } from "jpeg-js";
import { PNG } from "pngjs";
import cloud from "wx-server-sdk";
import type { PhotoPrints } from "../core/kernel/ports.ts";
import { type Picture, printOf } from "../core/signals/printOf.ts";

/** What WeChat's own check of pictures takes. */
const bytesMost = 10 * 1024 * 1024;

/** The phone sends photos up to 1,600 wide; decoding takes 30 to 40 bytes of memory a pixel. */
const megapixelsMost = 5;

/** As jpeg-js counts it, which is half of what it takes. */
const memoryMostInMB = 128;

/** Smaller is an icon and no photo. */
const sideLeast = 64;

/**
 * Prints of JPEG and PNG files. Anything else has none (HEIC, WebP, a broken file, one too large to
 * decode here), and so has a file that could not be fetched: a signal that is missing is no error.
 *
 * The orientation that EXIF may note is not heeded: the pixels count as they are stored. The phone
 * compresses every photo before it sends it, and a copy that is turned is not recognised.
 */
export const photoPrints: PhotoPrints = {
  async of(fileId) {
    try {
      const { fileContent } = await cloud.downloadFile({ fileID: fileId });
      const picture = pictureIn(fileContent);
      return picture && Math.min(picture.width, picture.height) >= sideLeast
        ? printOf(picture)
        : undefined;
    } catch (error) {
      console.error("photoPrint", fileId, error instanceof Error ? error.message : error);
      return undefined;
    }
  },
};

function pictureIn(bytes: Buffer): Picture | undefined {
  if (bytes.length > bytesMost) return undefined;
  if (bytes.toString("hex", 0, 3) === "ffd8ff") {
    return decode(bytes, {
      useTArray: true,
      maxResolutionInMP: megapixelsMost,
      maxMemoryUsageInMB: memoryMostInMB,
    });
  }
  return bytes.toString("hex", 0, 8) === "89504e470d0a1a0a" ? pngIn(bytes) : undefined;
}

/** pngjs has no limits, so the header is read before; it unpacks interlaced ones without an end. */
function pngIn(bytes: Buffer): Picture | undefined {
  const [width, height, interlaced] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[28]];
  if (width * height > megapixelsMost * 1e6 || interlaced === 1) return undefined;
  return PNG.sync.read(bytes);
}

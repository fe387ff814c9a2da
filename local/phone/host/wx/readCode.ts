import type { QRCode } from "jsqr";
import type { Size } from "./images.ts";

/** A code in a photograph is found at one of these sizes: pixels of the longer side, best first. */
const photoSides = [1000, 2000, 500];

/**
 * Reads the QR code in a picture, drawn at `size`.
 * @returns its text; undefined when there is none, or none whose text is UTF-8
 * @throws DOMException for a picture that failed to load, or of another origin: it may be shown, not read
 */
export async function readCode(
  picture: CanvasImageSource,
  { width, height }: Size,
): Promise<string | undefined> {
  // A quarter of a megabyte that most phones never need.
  const { default: findCode } = await import("jsqr");
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new Error("this browser cannot draw");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const found = findCode(data, width, height);
  return found && isWhole(found) ? found.data : undefined;
}

/** Reads the QR code in a file that a person chose. @returns as `readCode`, and for what is no picture */
export async function readCodeIn(file: Blob): Promise<string | undefined> {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    const isPicture = await picture.decode().then(
      () => true,
      () => false,
    );
    for (const side of isPicture ? photoSides : []) {
      const text = await readCode(picture, scaledTo(side, picture));
      if (text !== undefined) return text;
    }
    return undefined;
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

/** Sizes in the proportions of `of` whose longer side is `side`, in whole pixels. */
export function scaledTo(side: number, of: Size): Size {
  const scale = side / Math.max(of.width, of.height, 1);
  const scaled = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: scaled(of.width), height: scaled(of.height) };
}

/** jsQR leaves out the part of a text that is not UTF-8, and half a text is a wrong one. */
function isWhole({ chunks }: QRCode): boolean {
  return chunks.every((chunk) => !("text" in chunk) || chunk.text !== "");
}

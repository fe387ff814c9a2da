/** Sizes of a picture in its own pixels. */
export type Size = Readonly<{ width: number; height: number }>;

/** @throws when the blob is no picture that the browser can read */
export async function sizeOfImage(blob: Blob): Promise<Size> {
  const bitmap = await createImageBitmap(blob);
  const size = { width: bitmap.width, height: bitmap.height };
  bitmap.close();
  return size;
}

/**
 * Draws a picture anew, smaller or coarser.
 * @param options.quality 0 to 100; counts for JPEG only
 * @param options.width pixels; the picture's own by default, or what its proportions give
 */
export async function redrawImage(
  blob: Blob,
  options: { type: "image/jpeg" | "image/png"; quality: number; width?: number; height?: number },
): Promise<Blob> {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = fitted(bitmap, options);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("this browser cannot draw");
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: options.type, quality: options.quality / 100 });
}

function fitted(from: Size, wanted: { width?: number; height?: number }): Size {
  const byHeight =
    wanted.height === undefined ? from.width : (wanted.height * from.width) / from.height;
  const width = wanted.width ?? byHeight;
  const height = wanted.height ?? (width * from.height) / from.width;
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

/** What a film's first picture and length are. @throws when the browser cannot play it */
export async function examineVideo(
  blob: Blob,
): Promise<Size & Readonly<{ duration: number; thumb: Blob }>> {
  const player = document.createElement("video");
  player.muted = true;
  player.src = URL.createObjectURL(blob);
  await new Promise((resolve, reject) => {
    player.onloadeddata = resolve;
    player.onerror = () => reject(new Error("the browser cannot play this film"));
  });
  const { videoWidth: width, videoHeight: height, duration } = player;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext("2d")?.drawImage(player, 0, 0);
  URL.revokeObjectURL(player.src);
  return { width, height, duration, thumb: await canvas.convertToBlob({ type: "image/jpeg" }) };
}

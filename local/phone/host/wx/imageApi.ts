import { api } from "../api.ts";
import { download } from "./download.ts";
import { redrawImage, sizeOfImage } from "./images.ts";
import { orFail } from "./orFail.ts";
import type { Platform } from "./platform.ts";

type Compression = Readonly<{
  src: string;
  quality?: number;
  compressedWidth?: number;
  compressedHeight?: number;
}>;

/** What can be done with a picture that is already there. */
export function imageWx({ files }: Platform): Record<string, unknown> {
  return {
    compressImage: api<Compression>("compressImage", async (options) => {
      const { src, quality = 80, compressedWidth, compressedHeight } = options;
      const redrawn = await orFail(async () =>
        redrawImage(await files.read(src), {
          type: "image/jpeg",
          quality,
          ...(compressedWidth === undefined ? {} : { width: compressedWidth }),
          ...(compressedHeight === undefined ? {} : { height: compressedHeight }),
        }),
      );
      return { tempFilePath: files.keep(redrawn, "jpg") };
    }),
    getImageInfo: api<{ src: string }>("getImageInfo", async ({ src }) => {
      const blob = await orFail(() => files.read(src));
      const size = await orFail(() => sizeOfImage(blob));
      const type = blob.type.split("/")[1] ?? "unknown";
      const path = src.startsWith("wxfile://") ? src : files.keep(blob, type);
      return { ...size, path, orientation: "up", type };
    }),
    saveImageToPhotosAlbum: api<{ filePath: string }>(
      "saveImageToPhotosAlbum",
      async ({ filePath }) => {
        const picture = await orFail(() => files.read(filePath));
        download(picture, filePath.split("/").at(-1) ?? "");
        return undefined;
      },
    ),
  };
}

import { ApiFailure, api } from "../api.ts";
import { extensionOf } from "./files.ts";
import { examineVideo, sizeOfImage } from "./images.ts";
import { pickFiles } from "./pickFiles.ts";
import type { Platform } from "./platform.ts";

type MediaWish = Readonly<{ count?: number; mediaType?: readonly ("image" | "video" | "mix")[] }>;

/** WeChat lets no more be chosen at once. */
const mediaMax = 20;
const messageFilesMax = 100;

type MediaFile = Readonly<{
  tempFilePath: string;
  /** Bytes. */
  size: number;
  fileType: "image" | "video";
  width: number;
  height: number;
  /** Seconds. */
  duration: number;
  thumbTempFilePath: string;
}>;

/** Choosing pictures, films and files of the computer that stands for the telephone. */
export function mediaWx(platform: Platform): Record<string, unknown> {
  const choose = async (api: string, accept: string, count: number): Promise<File[]> => {
    await platform.privacy.require(api);
    const chosen = await pickFiles({ accept, multiple: count > 1 });
    if (chosen.length === 0) throw new ApiFailure("cancel");
    return chosen.slice(0, count);
  };
  return {
    chooseMedia: api<MediaWish>("chooseMedia", async ({ count = 9, mediaType }) => {
      const types = mediaType ?? ["image", "video"];
      const wanted = types.includes("mix") ? ["image", "video"] : types;
      const accept = wanted.map((type) => `${type}/*`).join(",");
      const chosen = await choose("chooseMedia", accept, Math.min(count, mediaMax));
      const tempFiles = await Promise.all(chosen.map((file) => mediaFile(platform, file)));
      const kinds = new Set(tempFiles.map(({ fileType }) => fileType));
      return { tempFiles, type: kinds.size > 1 ? "mix" : tempFiles[0]?.fileType };
    }),
    chooseImage: api<{ count?: number }>("chooseImage", async ({ count = 9 }) => {
      const chosen = await choose("chooseImage", "image/*", Math.min(count, mediaMax));
      const tempFiles = chosen.map((file) => ({ path: keep(platform, file), size: file.size }));
      return { tempFilePaths: tempFiles.map(({ path }) => path), tempFiles };
    }),
    chooseMessageFile: api<{ count?: number; type?: string; extension?: string[] }>(
      "chooseMessageFile",
      async ({ count = messageFilesMax, type = "all", extension = [] }) => {
        const accept = type === "file" ? extension.map(dotted).join(",") : accepts[type];
        const chosen = await choose("chooseMessageFile", accept ?? "", count);
        return { tempFiles: chosen.map((file) => messageFile(platform, file)) };
      },
    ),
  };
}

const accepts: Readonly<Record<string, string>> = { image: "image/*", video: "video/*" };

const dotted = (extension: string) => `.${extension.replace(/^\./, "")}`;

function keep({ files }: Platform, file: File): string {
  return files.keep(file, extensionOf(file.name, "bin"));
}

async function mediaFile(platform: Platform, file: File): Promise<MediaFile> {
  const common = { tempFilePath: keep(platform, file), size: file.size };
  if (!file.type.startsWith("video/")) {
    const size = await sizeOfImage(file).catch(() => ({ width: 0, height: 0 }));
    return { ...common, ...size, fileType: "image", duration: 0, thumbTempFilePath: "" };
  }
  const { thumb, ...film } = await examineVideo(file);
  const thumbTempFilePath = platform.files.keep(thumb, "jpg");
  return { ...common, ...film, fileType: "video", thumbTempFilePath };
}

function messageFile(platform: Platform, file: File): object {
  const kind = file.type.split("/")[0] ?? "";
  return {
    name: file.name,
    path: keep(platform, file),
    size: file.size,
    time: Math.floor(file.lastModified / 1000),
    type: kind === "image" || kind === "video" ? kind : "file",
  };
}

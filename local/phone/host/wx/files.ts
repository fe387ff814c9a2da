import type { Phone } from "../phone.ts";
import { openSavedFiles, type SavedFile } from "./savedFiles.ts";

/**
 * The files of one phone. A path names each: `wxfile://tmp_…` dies with the page,
 * `wxfile://store_…` and what is written below `USER_DATA_PATH` survive it.
 */
export type Files = Readonly<{
  /** Keeps `blob` until the phone is loaded anew. @returns its path */
  keep(blob: Blob, extension: string): string;
  /** @throws Error `no such file or directory …`; `src` as for `urlOf` */
  read(src: string): Promise<Blob>;
  /**
   * The address at which the browser finds what a Mini Program calls `src`: a temporary or saved
   * file, `cloud://…`, a file of the Mini Program, or an address of the web.
   * @param from the component in whose template it stands, for files named relative to it
   */
  urlOf(src: string, from?: string): Promise<string>;
  /** Keeps a blob for good. @throws Error when the phone's 200 MB are full */
  save(blob: Blob, path: string): Promise<void>;
  /** Forgets a file. @throws Error when there is none */
  remove(path: string): Promise<void>;
  saved(): Promise<readonly SavedFile[]>;
}>;

/** The folder of an app's own files. */
export const userDataPath = "wxfile://usr";

/** WeChat's limit of what one Mini Program may keep. */
const savedBytesMax = 200 * 1024 * 1024;

export function createFiles(phone: Phone): Files {
  const store = openSavedFiles(`${phone.storagePrefix}files`);
  const temporary = new Map<string, Blob>();
  const urls = new Map<string, string>();

  async function find(path: string): Promise<Blob> {
    const blob = temporary.get(path) ?? (await store.get(path))?.blob;
    if (!blob) throw new Error(`no such file or directory "${path}"`);
    return blob;
  }

  async function urlOf(src: string, from?: string): Promise<string> {
    if (src.startsWith("cloud://")) return cloudUrl(phone, src);
    if (!src.startsWith("wxfile://")) return phone.assetUrl(src, from);
    const known = urls.get(src);
    if (known) return known;
    const url = URL.createObjectURL(await find(src));
    urls.set(src, url);
    return url;
  }

  function forgetUrl(path: string): void {
    const url = urls.get(path);
    if (url) URL.revokeObjectURL(url);
    urls.delete(path);
  }

  return {
    keep(blob, extension) {
      const path = `wxfile://tmp_${randomName()}.${extension}`;
      temporary.set(path, blob);
      return path;
    },
    async read(src) {
      if (src.startsWith("wxfile://")) return find(src);
      const response = await fetch(await urlOf(src));
      if (!response.ok) throw new Error(`no such file or directory "${src}"`);
      return response.blob();
    },
    urlOf,
    async save(blob, path) {
      const sizes = (await store.list()).map(({ filePath, size }) =>
        filePath === path ? 0 : size,
      );
      const used = sizes.reduce((sum, size) => sum + size, 0);
      if (used + blob.size > savedBytesMax) {
        throw new Error("the maximum size of the file storage limit is exceeded");
      }
      forgetUrl(path);
      await store.put(path, blob);
    },
    async remove(path) {
      await find(path);
      forgetUrl(path);
      temporary.delete(path);
      await store.remove(path);
    },
    saved: store.list,
  };
}

/** A name that no other file has. */
export function randomName(): string {
  return crypto.randomUUID().replaceAll("-", "");
}

/** The last part of a path after its dot, or `fallback`. */
export function extensionOf(path: string, fallback: string): string {
  return /\.(\w+)(?:\?.*)?$/.exec(path)?.[1] ?? fallback;
}

/** Asks the cloud where a file of its storage can be fetched for the time being. */
async function cloudUrl(phone: Phone, fileID: string): Promise<string> {
  const response = await fetch(`${phone.cloudUrl}/phone/tempurls`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-wx-openid": phone.openid },
    body: JSON.stringify({ fileList: [fileID] }),
  });
  const { fileList } = (await response.json()) as { fileList?: { tempFileURL?: string }[] };
  const url = fileList?.[0]?.tempFileURL;
  if (!url) throw new Error(`the cloud has no file "${fileID}"`);
  return url;
}

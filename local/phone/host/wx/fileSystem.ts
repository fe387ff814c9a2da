import { ApiFailure, api } from "../api.ts";
import { extensionOf, type Files, randomName, userDataPath } from "./files.ts";
import { orFail } from "./orFail.ts";
import type { Platform } from "./platform.ts";
import { refuseOthers } from "./refuseOthers.ts";

type Encoding = "utf8" | "utf-8" | "base64" | "binary" | "hex" | undefined;

/**
 * `wx.getFileSystemManager()` and the older calls for saved files. Folders and the calls that
 * answer at once (`readFileSync`) are lacking: the browser keeps files where only a promise reaches
 * them.
 */
export function fileWx({ files }: Platform): Record<string, unknown> {
  const manager = refuseOthers("FileSystemManager", managerOf(files));
  return {
    env: { USER_DATA_PATH: userDataPath },
    getFileSystemManager: () => manager,
    saveFile: manager.saveFile,
    getSavedFileList: manager.getSavedFileList,
    removeSavedFile: manager.removeSavedFile,
    getFileInfo: manager.getFileInfo,
    getSavedFileInfo: api<{ filePath: string }>("getSavedFileInfo", async ({ filePath }) => {
      const saved = (await files.saved()).find((file) => file.filePath === filePath);
      if (!saved) throw new ApiFailure(`no such file or directory "${filePath}"`);
      return { size: saved.size, createTime: saved.createTime };
    }),
  };
}

function managerOf(files: Files) {
  const remove = (name: string, field: "filePath" | "path" = "filePath") =>
    api<Record<string, string>>(name, async (options) => {
      await orFail(() => files.remove(options[field] ?? ""));
      return undefined;
    });
  const sizeOf = async (path: string) => (await orFail(() => files.read(path))).size;
  return {
    access: api<{ path: string }>("access", async ({ path }) => {
      await sizeOf(path);
      return undefined;
    }),
    readFile: api<{ filePath: string; encoding?: Encoding }>(
      "readFile",
      async ({ filePath, encoding }) => {
        const blob = await orFail(() => files.read(filePath));
        return { data: decode(await blob.arrayBuffer(), encoding) };
      },
    ),
    writeFile: api<{ filePath: string; data: string | ArrayBuffer; encoding?: Encoding }>(
      "writeFile",
      async ({ filePath, data, encoding }) => {
        requireOwn(filePath);
        await orFail(() => files.save(new Blob([encode(data, encoding)]), filePath));
        return undefined;
      },
    ),
    saveFile: api<{ tempFilePath: string; filePath?: string }>(
      "saveFile",
      async ({ tempFilePath, filePath }) => {
        const blob = await orFail(() => files.read(tempFilePath));
        const extension = extensionOf(tempFilePath, "bin");
        const path = filePath ?? `wxfile://store_${randomName()}.${extension}`;
        if (filePath) requireOwn(filePath);
        await orFail(() => files.save(blob, path));
        if (tempFilePath.startsWith("wxfile://tmp")) await files.remove(tempFilePath);
        return { savedFilePath: path };
      },
    ),
    copyFile: api<{ srcPath: string; destPath: string }>(
      "copyFile",
      async ({ srcPath, destPath }) => {
        requireOwn(destPath);
        await orFail(async () => files.save(await files.read(srcPath), destPath));
        return undefined;
      },
    ),
    unlink: remove("unlink"),
    removeSavedFile: remove("removeSavedFile"),
    getSavedFileList: api<object>("getSavedFileList", async () => ({
      fileList: (await files.saved()).filter(({ filePath }) => filePath.includes("://store_")),
    })),
    getFileInfo: api<{ filePath: string }>("getFileInfo", async ({ filePath }) => ({
      size: await sizeOf(filePath),
    })),
  };
}

/** An app writes below its own folder only. */
function requireOwn(path: string): void {
  if (!path.startsWith(`${userDataPath}/`)) {
    throw new ApiFailure(`permission denied, open "${path}"`);
  }
}

function decode(bytes: ArrayBuffer, encoding: Encoding): ArrayBuffer | string {
  if (encoding === undefined) return bytes;
  if (encoding === "utf8" || encoding === "utf-8") return new TextDecoder().decode(bytes);
  const array = [...new Uint8Array(bytes)];
  if (encoding === "hex") return array.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const binary = array.map((byte) => String.fromCharCode(byte)).join("");
  if (encoding === "binary") return binary;
  if (encoding === "base64") return btoa(binary);
  throw new ApiFailure(`invalid encoding "${encoding}"`);
}

function encode(data: string | ArrayBuffer, encoding: Encoding): BlobPart {
  if (typeof data !== "string" || !encoding || encoding.startsWith("utf")) return data;
  if (encoding === "hex") {
    const pairs = data.match(/../g) ?? [];
    return new Uint8Array(pairs.map((pair) => Number.parseInt(pair, 16)));
  }
  if (encoding !== "base64" && encoding !== "binary") {
    throw new ApiFailure(`invalid encoding "${encoding}"`);
  }
  const binary = encoding === "base64" ? atob(data) : data;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

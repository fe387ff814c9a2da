import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { CloudError } from "../wire.ts";

/** The files of an environment. A path is what the program calls `cloudPath`: `photos/2024/a.jpg`. */
export type Storage = Readonly<{
  /** Keeps the bytes under the path, in place of what was there; resolves when they are on disk. */
  write(path: string, bytes: Buffer): Promise<void>;
  /** @returns undefined when there is no such file */
  read(path: string): Promise<Buffer | undefined>;
  has(path: string): Promise<boolean>;
  /** @returns whether there was such a file */
  remove(path: string): Promise<boolean>;
}>;

/** The largest file that is accepted. */
export const fileBytesMax = 50 * 1024 * 1024;

/** On disk a file is named by the hash of its path, so that no path can lead out of the folder. */
export function openStorage(folder: string): Storage {
  mkdirSync(folder, { recursive: true });
  const placeOf = (path: string) => join(folder, createHash("sha256").update(path).digest("hex"));
  return {
    async write(path, bytes) {
      const temporary = `${placeOf(path)}.${process.hrtime.bigint()}`;
      const file = await open(temporary, "wx");
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(temporary, placeOf(path));
      if (process.platform === "win32") return; // it cannot open a folder, and needs no such sync
      const directory = await open(folder);
      await directory.sync();
      await directory.close();
    },
    read: (path) => readFile(placeOf(path)).catch(missing),
    has: async (path) => (await stat(placeOf(path)).catch(missing)) !== undefined,
    remove: (path) =>
      rm(placeOf(path)).then(
        () => true,
        (error) => missing(error) ?? false,
      ),
  };
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}

/** The bucket's name is part of each file id and means nothing here. */
const bucket = "local";

export function fileIdOf(env: string, path: string): string {
  return `cloud://${env}.${bucket}/${path}`;
}

/** @returns undefined when the id is not one of this environment */
export function pathIn(env: string, fileId: string): string | undefined {
  const prefix = fileIdOf(env, "");
  return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined;
}

/** @throws CloudError `INVALID_PARAM` when CloudBase would not take the path as the name of a file */
export function checkPath(path: unknown): string {
  const valid =
    typeof path === "string" &&
    encodeURIComponent(path).length <= 850 &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    !/[\u0000-\u001f\u007f]/.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (valid) return path;
  const rule = "1 to 850 bytes when encoded, no control characters, no empty, '.' or '..' part";
  throw new CloudError("INVALID_PARAM", `'${path}' is not a path for a file: ${rule}.`);
}

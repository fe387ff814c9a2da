import { existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** What a request is answered with. */
export type Answer = Readonly<{ type: string; body: string | Buffer }>;

/** What a Mini Program shows or plays from its own folder. Its sources are nobody's to fetch. */
const assetTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
  ".mp3": "audio/mpeg",
  ".mp4": "video/mp4",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".eot": "application/vnd.ms-fontobject",
};

/** A picture, sound, film or font below `folder`; undefined for what is none, or is not there. */
export async function readAsset(folder: string, name: string): Promise<Answer | undefined> {
  const file = path.join(folder, path.posix.normalize(`/${name}`));
  const type = assetTypes[path.extname(file).toLowerCase()];
  if (!type || !existsSync(file) || !statSync(file).isFile()) return undefined;
  return { type, body: await readFile(file) };
}

import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Fields, Reply } from "./protobuf.ts";
import { no, ok } from "./reply.ts";

/** A media id may be used so long. */
const usableMs = 3 * 24 * 60 * 60 * 1000;

const bytesMax = 10 * 1024 * 1024;

/** Pictures that were uploaded for customer-service messages (临时素材). */
export type TemporaryMedia = Readonly<{
  /** @returns the media id */
  keep(bytes: Buffer, type: string): string;
  /** Whether a message may still name it. */
  isUsable(id: unknown): boolean;
  /** The picture for who looks at a message, however old that is. */
  read(id: string): Readonly<{ bytes: Buffer; type: string }> | undefined;
}>;

const idShape = /^local-[\da-f-]{36}\.(?:png|jpeg|gif)$/;

/** @param folder made with the first picture */
export function openTemporaryMedia(folder: string): TemporaryMedia {
  const fileOf = (id: unknown) =>
    typeof id === "string" && idShape.test(id) && existsSync(join(folder, id))
      ? join(folder, id)
      : undefined;
  return {
    keep(bytes, type) {
      const id = `local-${randomUUID()}.${type}`;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, id), bytes);
      return id;
    },
    isUsable(id) {
      const file = fileOf(id);
      return file !== undefined && Date.now() - statSync(file).mtimeMs < usableMs;
    },
    read(id) {
      const file = fileOf(id);
      if (file === undefined) return undefined;
      return { bytes: readFileSync(file), type: `image/${id.split(".").at(-1)}` };
    },
  };
}

/** How the files of each kind begin. */
const beginnings = { png: "89504e47", jpeg: "ffd8ff", gif: "47494638" };

/** `customerServiceMessage.uploadTempMedia`. @param files what the call carries, by name */
export function uploadTempMedia(
  { type }: Fields,
  files: ReadonlyMap<string, Buffer>,
  media: TemporaryMedia,
): Reply {
  if (type !== "image") return no(40004, "invalid media type");
  const bytes = files.get("media");
  if (!bytes || bytes.length === 0) return no(41005, "media data missing");
  if (bytes.length > bytesMax) return no(40009, "invalid image size");
  const start = bytes.toString("hex", 0, 4);
  const kind = Object.entries(beginnings).find(([, beginning]) => start.startsWith(beginning))?.[0];
  if (!kind) return no(40005, "invalid file type");
  const created_at = Math.floor(Date.now() / 1000);
  return ok({ type, media_id: media.keep(bytes, kind), created_at });
}

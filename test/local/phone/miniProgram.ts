import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A folder with these files, by path inside it. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "mini-program-"));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** The files of a Mini Program with one page, `pages/a/a`, changed and completed by `files`. */
export function onePage(files: Readonly<Record<string, string>>): Record<string, string> {
  return {
    "app.json": JSON.stringify({ pages: ["pages/a/a"] }),
    "pages/a/a.wxml": "<view>a</view>",
    "pages/a/a.js": "Page({});",
    ...files,
  };
}

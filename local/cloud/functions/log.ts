import { closeSync, existsSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import type { Output } from "./instance.ts";

/** When a log is larger than this at the start, it is put aside as `<file>.old`. */
const bytesMax = 10 * 1024 * 1024;

export type Log = Readonly<{ write(name: string, output: Output): void; close(): void }>;

/** What functions write to their console: `<time> <request id> <function> <level> <text>`. */
export function openLog(file: string): Log {
  if (existsSync(file) && statSync(file).size > bytesMax) renameSync(file, `${file}.old`);
  const descriptor = openSync(file, "a");
  let open = true;
  return {
    write(name, { requestId = "-", level, text }) {
      if (!open) return; // the last words of an instance that was ended with the cloud
      const indented = text.trimEnd().replaceAll("\n", "\n    ");
      const at = new Date().toISOString();
      writeSync(descriptor, `${at} ${requestId} ${name} ${level} ${indented}\n`);
    },
    close() {
      open = false;
      closeSync(descriptor);
    },
  };
}

import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Imports every file of tests below a folder, so that they run in the process of whoever asks: plain tests take
 * less time than the start of a process each.
 */
export async function importTests(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  for (const name of names.filter((name) => name.endsWith(".test.ts")).sort()) {
    await import(join(folder, name));
  }
}

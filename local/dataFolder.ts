import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Says what keeps the village from starting, in one sentence for the person at the keyboard. */
export class CannotStart extends Error {}

/** Lies in a folder of ours, and says whether the demo village in it was finished. */
const markName = "passbook.json";

/**
 * The folder that keeps everything between two starts. One that holds anything else is left alone.
 * @param reset begin with an empty village
 * @returns whether the demo village has to be made
 * @throws CannotStart when the folder cannot be used
 */
export function prepareFolder(folder: string, reset: boolean): { needsSeed: boolean } {
  try {
    mkdirSync(folder, { recursive: true });
    const mark = join(folder, markName);
    const ours = existsSync(mark);
    if (!ours && readdirSync(folder).length > 0) {
      throw new CannotStart(`${folder} holds other things; set DATA_DIR to an empty folder.`);
    }
    const whole = ours && JSON.parse(readFileSync(mark, "utf8")).whole === true;
    if (whole && !reset) return { needsSeed: false };
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    writeFileSync(mark, JSON.stringify({ whole: false }));
    return { needsSeed: true };
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    const why = error instanceof Error ? error.message : error;
    throw new CannotStart(`Cannot write to ${folder} (${why}); set DATA_DIR to another folder.`);
  }
}

/** From the next start on, the village is taken as it is. */
export const markWhole = (folder: string): void =>
  writeFileSync(join(folder, markName), JSON.stringify({ whole: true }));

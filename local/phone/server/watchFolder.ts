import { watch } from "node:fs";

/** Long enough for an editor or a branch switch to finish writing, short enough not to be felt. */
const quietMs = 80;

/**
 * Calls `changed` once after a burst of changes below `folder`, never twice at the same time; a change that
 * arrives meanwhile leads to another call.
 */
export function watchFolder(folder: string, changed: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed).catch((error: unknown) => console.error(error));
    }, quietMs);
  });
  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

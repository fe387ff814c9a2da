import { type FSWatcher, watch } from "node:fs";

/** Long enough for an editor or a branch switch to finish writing, short enough not to be felt. */
const quietMs = 80;

/**
 * Calls `changed` once after a burst of changes below `folder`, never twice at the same time; a change that
 * arrives meanwhile leads to another call.
 */
export function watchFolder(folder: string, changed: () => Promise<void>): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let watcher = open();

  function soon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(changed).catch((error: unknown) => console.error(error));
    }, quietMs);
  }

  /** A folder that vanishes while Node walks into it ends the whole watcher: another takes its place. */
  function open(): FSWatcher {
    return watch(folder, { recursive: true }, soon).on("error", () => {
      watcher.close();
      watcher = open();
      soon();
    });
  }

  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

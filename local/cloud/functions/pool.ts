import { CloudError } from "../wire.ts";
import type { Instance } from "./instance.ts";
import type { Source } from "./source.ts";

/**
 * How many instances of one function run side by side; further calls wait for one. CloudBase starts
 * more, but a laptop has few cores, and each instance takes some 30 MB.
 */
export const instancesMax = 4;

export type Pool = Readonly<{
  /** A free instance that runs `source` as it is now: a warm one, or a new one. */
  take(source: Source): Promise<Instance>;
  giveBack(instance: Instance): void;
  end(): Promise<void>;
}>;

/**
 * The instances of one function.
 * @param start makes one; calls `onExit` when it has ended, for whatever reason
 */
export function openPool(start: (source: Source, onExit: () => void) => Instance): Pool {
  const all = new Set<Instance>();
  const idle: Instance[] = [];
  const waiting: (() => void)[] = [];
  let ended = false;

  function startOne(source: Source): Instance {
    const instance = start(source, () => {
      all.delete(instance);
      waiting.shift()?.();
    });
    all.add(instance);
    return instance;
  }

  return {
    async take(source) {
      for (;;) {
        if (ended) throw new CloudError("FUNCTIONS_EXECUTE_FAIL", "The cloud is closing.");
        const warm = idle.pop();
        if (warm?.fit() && warm.stamp === source.stamp) return warm;
        if (warm) void warm.end();
        else if (all.size < instancesMax) return startOne(source);
        else await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    giveBack(instance) {
      idle.push(instance);
      waiting.shift()?.();
    },
    async end() {
      ended = true;
      for (const wake of waiting.splice(0)) wake();
      await Promise.all([...all].map((instance) => instance.end()));
    },
  };
}

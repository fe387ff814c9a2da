import { ApiFailure } from "../api.ts";

/** WeChat's limits, in bytes of the stored text. */
const valueBytesMax = 1024 * 1024;
const totalBytesMax = 10 * 1024 * 1024;

/**
 * What one Mini Program keeps of one person. Every function throws `ApiFailure` when it refuses.
 */
export type Store = Readonly<{
  set(key: string, data: unknown): void;
  /** @returns undefined when nothing was set */
  get(key: string): { data: unknown } | undefined;
  remove(key: string): void;
  clear(): void;
  /** Sizes in KB. */
  info(): { keys: string[]; currentSize: number; limitSize: number };
}>;

/** How a value lies in the browser; a date is told apart, since WeChat gives it back as one. */
type Kept = Readonly<{ data: unknown } | { date: string }>;

/**
 * A store in `localStorage`, under keys that begin with `prefix`. The browser may be full before
 * WeChat's 10 MB are: that fails too.
 */
export function openStore(prefix: string): Store {
  const keys = () =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  const bytesOf = (key: string) => byteLength(localStorage.getItem(prefix + key) ?? "");
  const usedBytes = () => keys().reduce((sum, key) => sum + bytesOf(key), 0);

  return {
    set(key, data) {
      requireKey(key);
      const text = JSON.stringify(keptFrom(data));
      const bytes = byteLength(text);
      if (bytes > valueBytesMax) throw new ApiFailure("entry size limit reached: 1MB");
      if (usedBytes() - bytesOf(key) + bytes > totalBytesMax) {
        throw new ApiFailure("exceed storage max size 10Mb");
      }
      try {
        localStorage.setItem(prefix + key, text);
      } catch {
        throw new ApiFailure("the browser's own storage is full");
      }
    },
    get(key) {
      requireKey(key);
      const text = localStorage.getItem(prefix + key);
      if (text === null) return undefined;
      const kept = JSON.parse(text) as Kept;
      return { data: "date" in kept ? new Date(kept.date) : kept.data };
    },
    remove(key) {
      requireKey(key);
      localStorage.removeItem(prefix + key);
    },
    clear() {
      for (const key of keys()) localStorage.removeItem(prefix + key);
    },
    info: () => ({
      keys: keys(),
      currentSize: Math.ceil(usedBytes() / 1024),
      limitSize: totalBytesMax / 1024,
    }),
  };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function keptFrom(data: unknown): Kept {
  if (data instanceof Date) return { date: data.toISOString() };
  return { data: data === undefined ? "" : data };
}

function requireKey(key: unknown): void {
  if (typeof key === "string" && key !== "") return;
  throw new ApiFailure("parameter error: parameter.key should be a String that is not empty");
}

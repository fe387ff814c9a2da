import { ApiFailure, api } from "../api.ts";
import type { Platform } from "./platform.ts";

/** WeChat's limits, in bytes of the stored text. */
const valueBytesMax = 1024 * 1024;
const totalBytesMax = 10 * 1024 * 1024;

type Key = Readonly<{ key: string; encrypt?: boolean }>;

/** How a value lies in the browser's storage; a date is told apart, as WeChat gives it back as one. */
type Kept = Readonly<{ data: unknown } | { date: string }>;

/**
 * `wx.setStorage` and its kin over `localStorage`, each phone under its own prefix. The browser may be
 * full before WeChat's 10 MB are: that fails too.
 */
export function storageWx({ phone }: Platform): Record<string, unknown> {
  const prefix = `${phone.storagePrefix}storage:`;

  const keys = () =>
    Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  const bytesOf = (key: string) => byteLength(localStorage.getItem(prefix + key) ?? "");
  const usedBytes = () => keys().reduce((sum, key) => sum + bytesOf(key), 0);

  const set = ({ key, data }: Key & { data?: unknown }) => {
    requireKey(key);
    const text = JSON.stringify(keep(data));
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
  };
  const get = (key: string): Kept | undefined => {
    requireKey(key);
    const text = localStorage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as Kept);
  };
  const remove = (key: string) => {
    requireKey(key);
    localStorage.removeItem(prefix + key);
  };
  const clear = () => {
    for (const key of keys()) localStorage.removeItem(prefix + key);
  };
  const info = () => ({
    keys: keys(),
    currentSize: Math.ceil(usedBytes() / 1024),
    limitSize: totalBytesMax / 1024,
  });

  return {
    setStorage: api<Key & { data: unknown }>(
      "setStorage",
      (options) => void set(withoutEncryption(options)),
    ),
    getStorage: api<Key>("getStorage", (options) => {
      const kept = get(withoutEncryption(options).key);
      if (!kept) throw new ApiFailure("data not found");
      return { data: dataOf(kept) };
    }),
    removeStorage: api<Key>("removeStorage", ({ key }) => void remove(key)),
    clearStorage: api<object>("clearStorage", () => void clear()),
    getStorageInfo: api<object>("getStorageInfo", info),
    setStorageSync: sync("setStorageSync", (key: string, data: unknown) => set({ key, data })),
    getStorageSync: sync("getStorageSync", (key: string) => {
      const kept = get(key);
      return kept ? dataOf(kept) : "";
    }),
    removeStorageSync: sync("removeStorageSync", remove),
    clearStorageSync: sync("clearStorageSync", clear),
    getStorageInfoSync: sync("getStorageInfoSync", info),
  };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function keep(data: unknown): Kept {
  if (data instanceof Date) return { date: data.toISOString() };
  return { data: data === undefined ? "" : data };
}

function dataOf(kept: Kept): unknown {
  return "date" in kept ? new Date(kept.date) : kept.data;
}

function requireKey(key: unknown): void {
  if (typeof key === "string" && key !== "") return;
  throw new ApiFailure("parameter error: parameter.key should be a String that is not empty");
}

function withoutEncryption<T extends Key>(options: T): T {
  if (options.encrypt) throw new ApiFailure('"encrypt" is not available on this phone');
  return options;
}

/** The failure of a call that answers at once is thrown, with the call's name as WeChat writes it. */
function sync<Args extends unknown[], Result>(name: string, run: (...args: Args) => Result) {
  return (...args: Args): Result => {
    try {
      return run(...args);
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      throw new Error(`${name}:fail ${error.message}`);
    }
  };
}

import { ApiFailure, api } from "../api.ts";
import type { Platform } from "./platform.ts";
import { openStore } from "./store.ts";

type Key = Readonly<{ key: string; encrypt?: boolean }>;

/** `wx.setStorage` and its kin, each at once and later. */
export function storageWx({ phone }: Platform): Record<string, unknown> {
  const { set, get, remove, clear, info } = openStore(`${phone.storagePrefix}storage:`);
  return {
    setStorage: api<Key & { data: unknown }>("setStorage", (options) => {
      refuseEncryption(options);
      set(options.key, options.data);
      return undefined;
    }),
    getStorage: api<Key>("getStorage", (options) => {
      refuseEncryption(options);
      const kept = get(options.key);
      if (!kept) throw new ApiFailure("data not found");
      return { data: kept.data };
    }),
    removeStorage: api<Key>("removeStorage", ({ key }) => void remove(key)),
    clearStorage: api<object>("clearStorage", () => void clear()),
    getStorageInfo: api<object>("getStorageInfo", info),
    setStorageSync: sync("setStorageSync", set),
    getStorageSync: sync("getStorageSync", (key: string) => get(key)?.data ?? ""),
    removeStorageSync: sync("removeStorageSync", remove),
    clearStorageSync: sync("clearStorageSync", clear),
    getStorageInfoSync: sync("getStorageInfoSync", info),
  };
}

function refuseEncryption({ encrypt }: Key): void {
  if (encrypt) throw new ApiFailure('"encrypt" is not available on this phone');
}

/**
 * The failure of a call that answers at once is thrown, with the call's name as WeChat writes it.
 */
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

import { ApiFailure, api } from "../api.ts";
import { orFail } from "./orFail.ts";

/**
 * `wx.setKeepScreenOn` by the browser's wake lock, which ends when the page is left, as WeChat's does
 * with the Mini Program.
 */
export function keepScreenOnWx(): Record<string, unknown> {
  let lock: Promise<WakeLockSentinel> | undefined;
  return {
    setKeepScreenOn: api<{ keepScreenOn: boolean }>("setKeepScreenOn", async ({ keepScreenOn }) => {
      if (!("wakeLock" in navigator)) throw new ApiFailure("not available on this phone");
      const before = lock;
      const next = keepScreenOn ? navigator.wakeLock.request("screen") : undefined;
      lock = next;
      await before?.then(
        (held) => held.release(),
        () => {},
      );
      await orFail(async () => next);
      return undefined;
    }),
  };
}

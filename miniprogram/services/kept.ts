import { Refused } from "./call";

/** An answer of the village, and whether it is of this moment. */
export type Kept<Value> = Readonly<{ value: Value; fresh: boolean }>;

/**
 * Asks the village and keeps what it says; without a signal, what it said last, so that somebody in a field
 * without reception can go on.
 * @param key under which the phone keeps it
 * @throws Refused what was refused, and `no_signal` when nothing is kept
 */
export async function askOrKept<Value>(
  key: string,
  ask: () => Promise<Value>,
): Promise<Kept<Value>> {
  try {
    const value = await ask();
    wx.setStorageSync(key, value);
    return { value, fresh: true };
  } catch (error) {
    const value = wx.getStorageSync<Value | "">(key);
    if (value === "" || !(error instanceof Refused) || error.code !== "no_signal") throw error;
    return { value, fresh: false };
  }
}

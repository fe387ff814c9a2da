const key = "behalfRecent";

/** As many as one reads at a glance. */
const most = 6;

/** For whom one has written lately, the last first: kept on this phone alone. */
export const recentlyWrittenFor = (): readonly string[] =>
  wx.getStorageSync<string[] | "">(key) || [];

export function writeFor(memberId: string): void {
  const others = recentlyWrittenFor().filter((id) => id !== memberId);
  wx.setStorageSync(key, [memberId, ...others].slice(0, most));
}

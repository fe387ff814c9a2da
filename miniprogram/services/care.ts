/**
 * 关怀版, for old eyes and unsure thumbs: larger type and fewer things a page. On by the person's own choice,
 * which the phone keeps; without one, when the text of WeChat itself is large.
 *
 * Type grows on every page by `pageStyle()`. A page that has more than one main thing puts `care: isCare()` into
 * its data and lays what is secondary into `<fold-more folded="{{care}}">`, where one tap brings it out.
 */

/** WeChat's text from which on care is taken: its third larger size of five on a usual phone. */
const careFrom = 1.2;

const key = "care";

/** @param chosen the person's own choice; "" for none, as a phone's storage says it */
export const careOf = (chosen: boolean | "", fontSizeScaleFactor = 1): boolean =>
  chosen === "" ? fontSizeScaleFactor >= careFrom : chosen;

/** One reading holds while the app runs: it starts anew when either reason changes. */
export const isCare = (): boolean =>
  careOf(wx.getStorageSync<boolean | "">(key), wx.getAppBaseInfo().fontSizeScaleFactor);

/**
 * Keeps the choice and starts the app anew at the page, since every page that was ever opened has read it. Where
 * WeChat is too old to do so, it says how.
 */
export function chooseCare(on: boolean, page: string): void {
  wx.setStorageSync(key, on);
  if (wx.canIUse("restartMiniProgram")) wx.restartMiniProgram({ path: page });
  else wx.showModal({ content: "关掉小程序再打开，就换好了。", showCancel: false });
}

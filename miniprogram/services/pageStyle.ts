import { isCare } from "./care";

/** The text of 关怀版: as large as WeChat's own 关怀模式 (23.8 px for 17). */
const careScale = 1.4;

/** Beyond this, lines of a booklet no longer fit a narrow phone. */
const scaleMost = 1.5;

/** Text grows with the size that the person has chosen in WeChat, in care mode at least so far, and never shrinks. */
export function pageStyleFor(care: boolean, fontSizeScaleFactor = 1): string {
  const least = care ? careScale : 1;
  return `--fs-scale: ${Math.min(Math.max(fontSizeScaleFactor, least), scaleMost)};`;
}

/**
 * Style of the page's root, for `<page-meta page-style="{{pageStyle}}" />`, which must be the first tag
 * of every page. All sizes of text in `app.wxss` are multiplied by it. WeChat restarts when its size of
 * text is changed, and the app when care mode is, so one reading holds while the page lives.
 */
export const pageStyle = (): string =>
  pageStyleFor(isCare(), wx.getAppBaseInfo().fontSizeScaleFactor);

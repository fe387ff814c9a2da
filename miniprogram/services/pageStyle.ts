/** Beyond this, lines of a booklet no longer fit a narrow phone. */
const scaleMost = 1.5;

/** Text grows with the size that the person has chosen in WeChat, and never shrinks. */
export function pageStyleFor(fontSizeScaleFactor = 1): string {
  const scale = Math.min(Math.max(fontSizeScaleFactor, 1), scaleMost);
  return `--fs-scale: ${scale};`;
}

/**
 * Style of the page's root, for `<page-meta page-style="{{pageStyle}}" />`, which must be the first tag
 * of every page. All sizes of text in `app.wxss` are multiplied by it. WeChat restarts when its size of
 * text is changed, so one reading holds while the page lives.
 */
export const pageStyle = (): string => pageStyleFor(wx.getAppBaseInfo().fontSizeScaleFactor);

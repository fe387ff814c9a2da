/** A canvas of a page, with the size that the page gave it in CSS pixels. */
export type Drawable = Readonly<{
  canvas: WechatMiniprogram.Canvas;
  width: number;
  height: number;
  /** Pixels of the screen in one of CSS. */
  pixelRatio: number;
}>;

/** @returns undefined while the page does not show it */
export const canvasOf = (selector: string): Promise<Drawable | undefined> =>
  new Promise((found) => {
    wx.createSelectorQuery()
      .select(selector)
      .fields({ node: true, size: true })
      .exec(
        ([field]: Array<{
          node: WechatMiniprogram.Canvas;
          width: number;
          height: number;
        } | null>) => {
          if (!field?.node) return found(undefined);
          const { node: canvas, width, height } = field;
          found({ canvas, width, height, pixelRatio: wx.getWindowInfo().pixelRatio });
        },
      );
  });

import type { OpenPage } from "./phone.ts";

/** WeChat's distance from the end at which the next part of a list is asked for. */
const defaultReachPixels = 50;

/** Tells a page of its scrolling: `onPageScroll`, and `onReachBottom` once each time its end comes near. */
export function watchScrolling(
  page: OpenPage,
  call: (page: OpenPage, method: string, ...args: unknown[]) => unknown,
): void {
  const { scroller, config } = page;
  const reach = config.onReachBottomDistance ?? defaultReachPixels;
  /** The height of the page when its end was last told; a longer page has a new end. */
  let toldAt = -1;
  scroller.addEventListener("scroll", () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    call(page, "onPageScroll", { scrollTop });
    const near = scrollHeight - clientHeight - scrollTop <= reach;
    if (near && toldAt !== scrollHeight) call(page, "onReachBottom");
    toldAt = near ? scrollHeight : -1;
  });
}

/** @param options as of `wx.pageScrollTo`; `top` and `duration` in pixels and milliseconds */
export function scrollPage(page: OpenPage, options: { top: number; duration: number }): void {
  const behavior = options.duration > 0 ? "smooth" : "instant";
  page.scroller.scrollTo({ top: options.top, behavior });
}

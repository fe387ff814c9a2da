import type { Part } from "./builtin.ts";
import { domOf } from "./owner.ts";

/** Scrolls so that `target` stands at the top left, `offset` pixels past it. */
export function scrollToChild(
  dom: HTMLElement,
  target: HTMLElement,
  offset: number,
  behavior: ScrollBehavior,
): void {
  const from = dom.getBoundingClientRect();
  const to = target.getBoundingClientRect();
  dom.scrollTo({
    top: dom.scrollTop + to.top - from.top + offset,
    left: dom.scrollLeft + to.left - from.left,
    behavior,
  });
}

/** ScrollViewContext, as far as scrolling goes. */
export function scrollContext({ component, dom }: Part): object {
  return {
    scrollTo({ top, left, animated = true }: { top?: number; left?: number; animated?: boolean }) {
      const behavior = animated ? "smooth" : "instant";
      dom.scrollTo({
        ...(top === undefined ? {} : { top }),
        ...(left === undefined ? {} : { left }),
        behavior,
      });
    },
    scrollIntoView(selector: string, { offset = 0 }: { offset?: number } = {}) {
      const target = component.ownerShadowRoot?.querySelector(selector);
      if (target) scrollToChild(dom, domOf(target), offset, "smooth");
    },
  };
}

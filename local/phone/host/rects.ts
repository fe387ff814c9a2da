/** A rectangle measured from the top left of the page's window: WeChat's `client` coordinates. */
export type ClientRect = Readonly<
  Record<"left" | "top" | "right" | "bottom" | "width" | "height", number>
>;

export function clientRect(dom: Element): ClientRect {
  return fromPane(dom, dom.getBoundingClientRect());
}

/** @param rect somewhere on the glass, @param dom in the page that it belongs to */
export function fromPane(dom: Element, rect: DOMRectReadOnly): ClientRect {
  const origin = dom.closest(".phone-pane")?.getBoundingClientRect();
  const left = rect.left - (origin?.left ?? 0);
  const top = rect.top - (origin?.top ?? 0);
  const { width, height } = rect;
  return { left, top, right: left + width, bottom: top + height, width, height };
}

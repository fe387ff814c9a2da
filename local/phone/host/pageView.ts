import { element } from "./frame.ts";

/** The elements of one page: its bar, the pane under it, and what scrolls in the pane. */
export type PageView = Readonly<{
  element: HTMLElement;
  bar: HTMLElement;
  pane: HTMLElement;
  scroller: HTMLElement;
}>;

export function buildPageView(route: string, still: boolean): PageView {
  const page = element("div", "phone-page");
  const bar = element("header", "phone-bar");
  const pane = element("div", "phone-pane");
  const scroller = element("div", "phone-scroller");
  page.dataset.route = route;
  scroller.classList.toggle("is-still", still);
  pane.append(scroller);
  page.append(bar, pane);
  return { element: page, bar, pane, scroller };
}

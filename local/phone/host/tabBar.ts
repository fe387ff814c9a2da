import type { TabBarConfig, TabItem } from "../program.ts";
import { element, type Frame } from "./frame.ts";

/** The bar at the bottom: what `wx` changes of it and what the host asks. */
export type TabBar = Readonly<{
  /** Marks the tab of the page that is seen, or hides the bar for a page that has none. */
  select(route: string): void;
  /** Whether a page at this path stands above the bar. */
  isSeenUnder(route: string): boolean;
  indexOf(route: string): number;
  setHidden(hidden: boolean): void;
  /** A number or word over a tab's icon; `"dot"` is the red dot, undefined takes it away. */
  setBadge(index: number, badge: string | undefined): void;
  setItem(index: number, change: Partial<Omit<TabItem, "pagePath">>): void;
  setStyle(style: Partial<Pick<TabBarConfig, Colour>>): void;
  /** Whether there is a tab with this index. */
  has(index: number): boolean;
}>;

type Colour = "color" | "selectedColor" | "backgroundColor" | "borderStyle";

export const dot = "dot";

/**
 * @param assetUrl where the browser finds an icon
 * @param tapped a person tapped a tab, the selected one too
 */
export function buildTabBar(
  frame: Frame,
  config: TabBarConfig | undefined,
  assetUrl: (src: string) => string,
  tapped: (item: TabItem, index: number) => void,
): TabBar {
  const tabs = (config?.list ?? []).map((item) => ({
    ...item,
    badge: undefined as string | undefined,
  }));
  const isDrawn = tabs.length > 0 && !config?.custom;
  let style = { ...config };
  let hidden = false;
  let seen = "";

  const isTab = (route: string): boolean => tabs.some(({ pagePath }) => pagePath === route);

  function draw(): void {
    frame.tabBar.hidden = hidden || !isDrawn || !isTab(seen);
    frame.tabBar.style.background = style.backgroundColor ?? "#fff";
    frame.tabBar.style.borderColor = style.borderStyle === "white" ? "#fff" : "";
    frame.tabBar.replaceChildren(...(isDrawn ? tabs.map(drawTab) : []));
  }

  function drawTab(tab: (typeof tabs)[number], index: number): HTMLElement {
    const selected = tab.pagePath === seen;
    const button = element("button", "phone-tab");
    const icon = (selected && tab.selectedIconPath) || tab.iconPath;
    button.dataset.path = tab.pagePath;
    button.ariaCurrent = selected ? "page" : null;
    button.style.color = (selected ? style.selectedColor : style.color) ?? "";
    button.classList.toggle("is-text-only", !icon);
    button.onclick = () => tapped(tab, index);
    if (icon) {
      const image = element("img", "");
      image.src = assetUrl(icon.startsWith("/") ? icon : `/${icon}`);
      image.alt = "";
      button.append(image);
    }
    button.append(element("span", "", tab.text));
    if (tab.badge) {
      const badge = element("span", "phone-badge", tab.badge === dot ? "" : tab.badge);
      badge.classList.toggle("is-dot", tab.badge === dot);
      button.append(badge);
    }
    return button;
  }

  /** Changes one tab, if there is such a one, and draws anew. */
  function change(index: number, changes: Partial<(typeof tabs)[number]>): void {
    const tab = tabs[index];
    if (tab) Object.assign(tab, changes);
    draw();
  }

  draw();
  return {
    select(route) {
      seen = route;
      draw();
    },
    isSeenUnder: (route) => isDrawn && !hidden && isTab(route),
    indexOf: (route) => tabs.findIndex(({ pagePath }) => pagePath === route),
    setHidden(now) {
      hidden = now;
      draw();
    },
    setBadge: (index, badge) => change(index, { badge }),
    setItem: (index, changes) => change(index, changes),
    setStyle(changes) {
      style = { ...style, ...changes };
      draw();
    },
    has: (index) => index in tabs,
  };
}

import type { PageWindow } from "../program.ts";
import { element } from "./frame.ts";

/** The bar above one page. */
export type NavigationBar = Readonly<{
  setTitle(title: string): void;
  /** Colours as in CSS; `white` or `black` text is told by the front colour. */
  setColors(colors: { frontColor?: string; backgroundColor?: string }): void;
  setLoading(loading: boolean): void;
  /** What stands at the left: the way back, the way home, or nothing. */
  setLeft(left: { sign: string; label: string; act: () => void } | undefined): void;
  title(): string;
  /** Whether its text is white, and the capsule's with it. */
  isLight(): boolean;
}>;

/** @param bar the empty element of the bar */
export function buildNavigationBar(bar: HTMLElement, config: PageWindow): NavigationBar {
  const status = element("div", "phone-status", clock());
  const title = element("div", "phone-title");
  const left = element("button", "phone-back");
  const isCustom = config.navigationStyle === "custom";
  let text = config.navigationBarTitleText ?? "";
  let loading = false;
  let light = config.navigationBarTextStyle !== "black";
  bar.append(status, title, left);

  function showTitle(): void {
    title.textContent = loading ? `${text} …` : text;
  }

  function setColors({
    frontColor,
    backgroundColor,
  }: Parameters<NavigationBar["setColors"]>[0]): void {
    if (frontColor) light = /^#?f{3}(f{3})?$|white/i.test(frontColor);
    bar.style.color = light ? "#fff" : "#000";
    if (backgroundColor && !isCustom) bar.style.backgroundColor = backgroundColor;
  }

  // WeChat's own default: white on black.
  setColors({ backgroundColor: config.navigationBarBackgroundColor ?? "#000000" });
  bar.classList.toggle("is-custom", isCustom);
  left.hidden = true;
  showTitle();
  return {
    setTitle(title) {
      text = title;
      showTitle();
    },
    setColors,
    setLoading(now) {
      loading = now;
      showTitle();
    },
    setLeft(action) {
      left.hidden = !action;
      left.textContent = action?.sign ?? "";
      left.ariaLabel = action?.label ?? "";
      left.onclick = () => action?.act();
    },
    title: () => text,
    isLight: () => light,
  };
}

function clock(): string {
  return new Date().toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" });
}

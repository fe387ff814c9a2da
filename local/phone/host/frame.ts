import "./frame.css";
import type { Rect, Screen } from "./phone.ts";

/** The parts of the phone's glass that are always there, from back to front. */
export type Frame = Readonly<{
  /** Pages are put here. */
  stage: HTMLElement;
  tabBar: HTMLElement;
  /** The capsule at the top right. */
  capsule: HTMLElement;
  /** Lets touches through except where something stands in it. */
  overlay: HTMLElement;
}>;

export const statusBarHeight = 24;
export const navigationBarHeight = 44;
export const tabBarHeight = 50;

export function buildFrame(): Frame {
  const phone = element("div", "phone");
  phone.style.setProperty("--status-bar", `${statusBarHeight}px`);
  phone.style.setProperty("--navigation-bar", `${navigationBarHeight}px`);
  phone.style.setProperty("--tab-bar", `${tabBarHeight}px`);
  const part = (name: string): HTMLElement => phone.appendChild(element("div", name));
  const frame = {
    stage: part("phone-stage"),
    tabBar: part("phone-tabs"),
    capsule: part("phone-capsule"),
    overlay: part("phone-overlay"),
  };
  document.body.append(phone);
  return frame;
}

/** @param bars which bars the page that is seen has */
export function measure(bars: { navigation: boolean; tabs: boolean }): Screen {
  const width = document.documentElement.clientWidth;
  const height = document.documentElement.clientHeight;
  const windowTop = bars.navigation ? statusBarHeight + navigationBarHeight : 0;
  return {
    width,
    height,
    windowWidth: width,
    windowHeight: height - windowTop - (bars.tabs ? tabBarHeight : 0),
    windowTop,
    statusBarHeight,
    menuButton: menuButton(width),
  };
}

/** Where the capsule stands: as on a real phone 7 pixels from the edge, in the middle of the bar. */
function menuButton(width: number): Rect {
  const size = { width: 87, height: 32 };
  const right = width - 7;
  const top = statusBarHeight + (navigationBarHeight - size.height) / 2;
  return { left: right - size.width, top, right, bottom: top + size.height, ...size };
}

/** A DOM element with a class and, perhaps, text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = "",
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

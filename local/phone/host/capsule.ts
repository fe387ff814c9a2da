import { element, type Frame } from "./frame.ts";
import type { Sharing } from "./sharing.ts";

/** The two buttons at the top right: the menu, and the one that closes the Mini Program. */
export type Capsule = Readonly<{
  /** White on dark, to go with the bar behind it. */
  setLight(light: boolean): void;
}>;

/** @param acts what the menu's entries and the closing button do */
export function buildCapsule(
  frame: Frame,
  sharing: Sharing,
  acts: { relaunch(): void; setVisible(visible: boolean): void },
): Capsule {
  const { capsule, overlay } = frame;
  const menu = capsule.appendChild(element("button", "", "•••"));
  const close = capsule.appendChild(element("button", "", "◉"));
  menu.ariaLabel = "更多";
  close.ariaLabel = "关闭";
  menu.onclick = () => openMenu(overlay, sharing, acts.relaunch);
  close.onclick = () => {
    acts.setVisible(false);
    const closed = overlay.appendChild(element("div", "phone-closed", "小程序已到后台"));
    const back = closed.appendChild(element("button", "", "重新打开"));
    back.onclick = () => {
      closed.remove();
      acts.setVisible(true);
    };
  };
  return { setLight: (light) => void capsule.classList.toggle("is-light", light) };
}

function openMenu(overlay: HTMLElement, sharing: Sharing, relaunch: () => void): void {
  const veil = overlay.appendChild(element("div", "phone-veil"));
  const sheet = veil.appendChild(element("div", "phone-menu"));
  const entry = (text: string, act: () => void): HTMLButtonElement => {
    const button = sheet.appendChild(element("button", "", text));
    button.onclick = act;
    return button;
  };
  entry("转发给朋友", () => void sharing.share({ from: "menu" })).disabled = !sharing.isOffered();
  entry("重新进入小程序", () => relaunch());
  entry("取消", () => undefined);
  // Any choice closes the menu, and so does a tap beside it.
  veil.onclick = () => veil.remove();
}

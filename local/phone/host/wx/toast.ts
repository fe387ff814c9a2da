import { api } from "../api.ts";
import { loadingWheel } from "../builtins/loading.ts";
import { element } from "../frame.ts";
import type { Platform } from "./platform.ts";

type Toast = Readonly<{
  title?: string;
  icon?: "success" | "error" | "fail" | "exception" | "loading" | "none";
  /** A picture in place of the icon. */
  image?: string;
  /** Milliseconds. */
  duration?: number;
  /** Whether it keeps touches from the page. */
  mask?: boolean;
}>;

const marks: Readonly<Record<string, string>> = {
  success: "✓",
  error: "✕",
  fail: "✕",
  exception: "!",
};

export type Toasts = Readonly<{
  /** @param milliseconds until it goes by itself; without them it stays */
  show(toast: Toast, milliseconds?: number): void;
  hide(): void;
}>;

const toastMilliseconds = 1500;

/**
 * Toasts and the loading notice share one place: whichever comes later is seen, and either's end
 * clears it.
 */
export function openToasts({ phone, files }: Platform): Toasts {
  let shown: HTMLElement | undefined;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    shown?.remove();
    shown = undefined;
  };
  const show = (toast: Toast, milliseconds?: number) => {
    const { title = "", icon = "success", image = "", mask = false } = toast;
    hide();
    shown = element("div", `wx-toast${mask ? " is-mask" : ""}`);
    const pictured = icon !== "none" || image !== "";
    const box = shown.appendChild(element("div", `wx-toast-box${pictured ? " has-icon" : ""}`));
    box.setAttribute("role", "status");
    if (pictured) box.append(picture(icon, image));
    box.append(element("div", "wx-toast-title", title));
    phone.overlay.append(shown);
    if (milliseconds !== undefined) timer = window.setTimeout(hide, milliseconds);
  };
  const picture = (icon: string, image: string): HTMLElement => {
    const place = element("div", "wx-toast-icon", image ? "" : (marks[icon] ?? ""));
    if (image) {
      const img = place.appendChild(element("img", ""));
      files.urlOf(image).then((url) => {
        img.src = url;
      }, phone.report);
    } else if (icon === "loading") place.append(loadingWheel());
    return place;
  };

  return { show, hide };
}

export function toastWx({ show, hide }: Toasts): Record<string, unknown> {
  return {
    showToast: api<Toast>("showToast", (toast) => {
      show(toast, toast.duration ?? toastMilliseconds);
      return undefined;
    }),
    showLoading: api<Toast>("showLoading", (toast) => void show({ ...toast, icon: "loading" })),
    hideToast: api<object>("hideToast", () => void hide()),
    hideLoading: api<object>("hideLoading", () => void hide()),
  };
}

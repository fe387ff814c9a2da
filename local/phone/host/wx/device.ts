import { api } from "../api.ts";
import type { Platform } from "./platform.ts";
import type { Toasts } from "./toast.ts";

/**
 * What a telephone has and a browser window stands in for: clipboard, motor, keyboard.
 */
export function deviceWx({ privacy }: Platform, toasts: Toasts): Record<string, unknown> {
  let clipboard = "";
  const nothing = (name: string) => [name, api<object>(name, () => undefined)] as const;
  return {
    setClipboardData: api<{ data: string }>("setClipboardData", async ({ data }) => {
      clipboard = String(data);
      // The computer's own clipboard is a favour to the person, and may be forbidden.
      await navigator.clipboard?.writeText(clipboard).catch(() => {});
      toasts.show({ title: "内容已复制", icon: "none" }, 1500);
      return { data: clipboard };
    }),
    getClipboardData: api<object>("getClipboardData", async () => {
      await privacy.require("getClipboardData");
      return { data: clipboard };
    }),
    hideKeyboard: api<object>("hideKeyboard", () => {
      const field = document.activeElement;
      if (field instanceof HTMLElement) field.blur();
      return undefined;
    }),
    // The computer's keyboard covers nothing, so its height never changes.
    onKeyboardHeightChange: () => {},
    offKeyboardHeightChange: () => {},
    ...Object.fromEntries(["vibrateShort", "vibrateLong", "setInnerAudioOption"].map(nothing)),
  };
}

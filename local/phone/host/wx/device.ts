import { ApiFailure, api } from "../api.ts";
import { askConfirm } from "./modal.ts";
import type { Platform } from "./platform.ts";
import type { Toasts } from "./toast.ts";

/**
 * What a telephone has and a browser window stands in for: clipboard, camera for codes, motor,
 * keyboard.
 */
export function deviceWx({ phone, privacy }: Platform, toasts: Toasts): Record<string, unknown> {
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
    scanCode: api<{ scanType?: readonly string[] }>("scanCode", async ({ scanType }) => {
      const { confirm, content = "" } = await askConfirm(phone.overlay, {
        title: "扫一扫",
        editable: true,
        placeholderText: "输入或粘贴码的内容",
      });
      if (!confirm) throw new ApiFailure("cancel");
      return {
        result: content,
        scanType: scanType?.includes("qrCode") === false ? "CODE_128" : "QR_CODE",
        charSet: "utf-8",
        rawData: btoa(String.fromCharCode(...new TextEncoder().encode(content))),
      };
    }),
    hideKeyboard: api<object>("hideKeyboard", () => {
      const field = document.activeElement;
      if (field instanceof HTMLElement) field.blur();
      return undefined;
    }),
    // The computer's keyboard covers nothing, so its height never changes.
    onKeyboardHeightChange: () => {},
    offKeyboardHeightChange: () => {},
    ...Object.fromEntries(
      ["vibrateShort", "vibrateLong", "setKeepScreenOn", "setInnerAudioOption"].map(nothing),
    ),
  };
}

import { ApiFailure, api } from "../api.ts";
import { element } from "../frame.ts";
import { type Layer, layerButton, openLayer } from "./layer.ts";
import type { Platform } from "./platform.ts";
import { readCodeIn } from "./readCode.ts";
import { hasOthers, type SeenCode, seeCodes } from "./seenCodes.ts";

type Wish = Readonly<{ onlyFromCamera?: boolean; scanType?: readonly string[] }>;

/** A code may change while it is looked at, as those that hold for some seconds do. */
const lookMilliseconds = 400;

/** So much of a code's text is shown, to tell it from another. */
const shownCharacters = 40;

/** How a local cloud writes a Mini Program code: real ones mean something to WeChat only. */
const pageCode = "wxacode:";

/**
 * The camera of a laptop's phone: it sees the QR codes on the other phones of the desk, and in
 * pictures that the person chooses. Other kinds of code are lacking.
 */
export function scanWx({ phone }: Platform): Record<string, unknown> {
  return {
    scanCode: api<Wish>("scanCode", async ({ onlyFromCamera, scanType = ["qrCode"] }) => {
      if (!scanType.includes("qrCode")) {
        throw new ApiFailure(`scanType "${scanType.join()}" is not available on this phone`);
      }
      const result = await askCode(phone.overlay, !onlyFromCamera, phone.report);
      if (result === undefined) throw new ApiFailure("cancel");
      if (result.startsWith(pageCode)) {
        const path = result.slice(pageCode.length);
        return { path, result: "", scanType: "WX_CODE", charSet: "utf-8", rawData: "" };
      }
      const bytes = new TextEncoder().encode(result);
      const rawData = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
      return { result, scanType: "QR_CODE", charSet: "utf-8", rawData };
    }),
  };
}

/** @returns the text of the code that the person scanned; undefined when they gave up */
async function askCode(
  overlay: HTMLElement,
  fromAlbum: boolean,
  report: (error: unknown) => void,
): Promise<string | undefined> {
  const layer = openLayer<string | undefined>(overlay, "screen");
  const { panel } = layer;
  panel.classList.add("wx-scan");
  panel.setAttribute("aria-label", "扫一扫");
  const codes = element("div", "wx-scan-codes");
  const hint = element("div", "wx-scan-hint");
  hint.setAttribute("role", "status");
  panel.append(element("div", "wx-scan-finder"), hint, codes);
  if (fromAlbum) panel.append(albumButton(layer, hint));
  panel.append(layerButton("取消", "wx-scan-cancel", () => layer.answer(undefined)));
  watch(layer, codes, hint).catch(report);
  return layer.answered;
}

/** Keeps looking for codes while the layer is there. A code found still waits for a tap. */
async function watch(
  { panel, answer }: Layer<string | undefined>,
  codes: HTMLElement,
  hint: HTMLElement,
): Promise<void> {
  let shown: string | undefined;
  while (panel.isConnected) {
    const seen = await seeCodes();
    const now = JSON.stringify(seen);
    if (now !== shown) {
      shown = now;
      hint.textContent = hintFor(seen);
      codes.replaceChildren(...seen.map((code) => codeButton(code, () => answer(code.text))));
    }
    await new Promise((later) => setTimeout(later, lookMilliseconds));
  }
}

function hintFor(seen: readonly SeenCode[]): string {
  if (seen.length > 0) return "点一下要扫的码";
  return hasOthers() ? "在旁边的手机上打开二维码" : "旁边没有别的手机";
}

function codeButton({ where, text }: SeenCode, act: () => void): HTMLButtonElement {
  const button = layerButton("", "wx-scan-code", act);
  const short = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  button.append(element("span", "wx-scan-where", where), element("span", "", short));
  return button;
}

/** A label around a file field, which a keyboard reaches and a test can fill. */
function albumButton({ answer }: Layer<string | undefined>, hint: HTMLElement): HTMLLabelElement {
  const label = element("label", "wx-scan-album", "从相册选图片");
  const field = label.appendChild(element("input", ""));
  field.type = "file";
  field.accept = "image/*";
  field.addEventListener("change", async () => {
    const [file] = field.files ?? [];
    const text = file && (await readCodeIn(file));
    // So that the same picture, chosen again, is a change.
    field.value = "";
    if (text === undefined) hint.textContent = "图片里没有二维码";
    else answer(text);
  });
  return label;
}

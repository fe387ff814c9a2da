import { api } from "../api.ts";
import { element } from "../frame.ts";
import { layerButton, openLayer } from "./layer.ts";
import type { Platform } from "./platform.ts";

type Source = Readonly<{ url: string; type?: "image" | "video" }>;

/**
 * Shows pictures and films over the whole screen, one at a time; a tap on a picture closes them.
 */
function view({ phone, files }: Platform, sources: readonly Source[], first: number): void {
  const layer = openLayer<undefined>(phone.overlay, "screen");
  const { panel } = layer;
  panel.classList.add("wx-viewer");
  panel.setAttribute("aria-label", "预览");
  const close = () => layer.answer(undefined);

  const show = async (at: number) => {
    const source = sources[at];
    if (!source) return;
    const isVideo = source.type === "video";
    const seen = document.createElement(isVideo ? "video" : "img");
    if (seen instanceof HTMLVideoElement) seen.controls = true;
    else seen.alt = `第${at + 1}张`;
    seen.addEventListener("click", () => !isVideo && close());
    const count = element("div", "wx-viewer-count", `${at + 1}/${sources.length}`);
    const step = (label: string, className: string, to: number) => {
      const button = layerButton(label, `wx-viewer-step ${className}`, () => void show(to));
      button.hidden = !sources[to];
      return button;
    };
    panel.replaceChildren(
      seen,
      count,
      step("‹", "is-back", at - 1),
      step("›", "is-on", at + 1),
      layerButton("✕", "wx-viewer-close", close),
    );
    seen.src = await files.urlOf(source.url);
  };
  show(first).catch(phone.report);
}

export function viewerWx(platform: Platform): Record<string, unknown> {
  return {
    previewImage: api<{ urls: string[]; current?: string | number }>(
      "previewImage",
      ({ urls, current = 0 }) => {
        const first = typeof current === "number" ? current : urls.indexOf(current);
        view(
          platform,
          urls.map((url) => ({ url })),
          Math.max(0, first),
        );
        return undefined;
      },
    ),
    previewMedia: api<{ sources: Source[]; current?: number }>(
      "previewMedia",
      ({ sources, current = 0 }) => {
        view(platform, sources, current);
        return undefined;
      },
    ),
  };
}

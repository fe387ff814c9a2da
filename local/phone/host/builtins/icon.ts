import { builtin } from "./builtin.ts";
import { anything, text } from "./properties.ts";

type Glyph = Readonly<{ color: string; path: string }>;

const disc = "M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Z";
const ring = `${disc}M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18Z`;
const tick = "m6.6 12.4 1.5-1.6 2.8 2.7 5.4-6 1.6 1.4-6.9 7.7Z";
const cross =
  "m8 9.4 1.4-1.4 2.6 2.6 2.6-2.6L16 9.4 13.4 12l2.6 2.6-1.4 1.4-2.6-2.6L9.4 16 8 14.6l2.6-2.6Z";
const mark = "M11 6h2v8h-2ZM11 16h2v2h-2Z";
const letter = "M11 6h2v2h-2ZM11 10h2v8h-2Z";
const hands = "M11 6h2v6h5v2h-7Z";
const arrow = "M11 5h2v8h3l-4 5-4-5h3Z";

/**
 * WeChat's icons by type, on a square of 24: even-odd, so that the inner shape is cut out of the
 * disc.
 */
const glyphs: Readonly<Record<string, Glyph>> = {
  success: { color: "#09bb07", path: disc + tick },
  success_no_circle: { color: "#09bb07", path: "m3 12.5 2-2 4.6 4.7L19 5l2 1.8-11.3 12.5Z" },
  info: { color: "#10aeff", path: disc + letter },
  warn: { color: "#f76260", path: disc + mark },
  waiting: { color: "#10aeff", path: disc + hands },
  cancel: { color: "#f43530", path: ring + cross },
  download: { color: "#09bb07", path: ring + arrow },
  search: {
    color: "#b2b2b2",
    path:
      "M10 3a7 7 0 1 0 4.2 12.6l5 5 1.4-1.4-5-5A7 7 0 0 0 10 3Z" +
      "M10 5a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z",
  },
  clear: { color: "#b2b2b2", path: disc + cross },
  circle: { color: "#c9c9c9", path: ring },
  info_circle: { color: "#10aeff", path: ring + letter },
};

/** One of WeChat's own icons; a type that it does not know draws nothing, as there. */
export const icon = builtin({
  tag: "icon",
  properties: { type: text(), size: anything(23), color: text() },
  mount: ({ dom }) => ({
    update({ type, size, color }) {
      const glyph = glyphs[type];
      const length = cssLength(size);
      dom.innerHTML = glyph ? '<svg viewBox="0 0 24 24"><path fill-rule="evenodd"/></svg>' : "";
      const drawing = dom.querySelector("svg");
      drawing?.setAttribute("width", length);
      drawing?.setAttribute("height", length);
      const path = dom.querySelector("path");
      path?.setAttribute("d", glyph?.path ?? "");
      path?.setAttribute("fill", color || glyph?.color || "none");
    },
  }),
});

/** WeChat takes bare numbers as pixels. */
export function cssLength(length: unknown): string {
  const words = String(length);
  return Number.isFinite(Number(words)) ? `${Number(words)}px` : words.replace(/[^\w.%-]/g, "");
}

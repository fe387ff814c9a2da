import qrcode from "qrcode-generator";

/** Modules of white around a code, without which a camera does not find it. */
const quietZone = 4;

/** Pixels that a module has of its own; whoever draws the picture larger draws it as sharp. */
const modulePixels = 10;

/**
 * A QR code as an SVG of pure ASCII: UTF-8 text, error correction M (a seventh may be unreadable).
 * @throws when the text has more than 2,331 bytes, or half a surrogate pair
 */
export function qrSvg(text: string): string {
  const code = qrcode(0, "M");
  code.addData(utf8(text), "Byte");
  code.make();
  const count = code.getModuleCount();
  const runs: string[] = [];
  for (let row = 0; row < count; row += 1) {
    for (let from = 0; from < count; from += 1) {
      if (!code.isDark(row, from)) continue;
      const start = from;
      while (from < count && code.isDark(row, from)) from += 1;
      runs.push(`M${start + quietZone} ${row + quietZone}h${from - start}v1h-${from - start}z`);
    }
  }
  const side = count + 2 * quietZone;
  const size = `width="${side * modulePixels}" height="${side * modulePixels}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" ${size}
shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${runs.join("")}"/></svg>`;
}

/** The bytes of a text, each as one character: qrcode-generator takes the lower byte of each. */
function utf8(text: string): string {
  return encodeURIComponent(text).replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

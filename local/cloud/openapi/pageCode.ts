import { PNG } from "pngjs";
import qrcode from "qrcode-generator";
import type { Fields, Reply } from "./protobuf.ts";

/** What stands before the path in the codes made here, so that a scanner tells them from any other. */
const scheme = "wxacode:";

const pixelsLeast = 280;
const pixelsMost = 1280;
const pixelsUsual = 430;

/** Modules of white around a code, without which a camera does not find it. */
const quietZone = 4;

const sceneShape = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/;

/** `wxacode.getUnlimited`: any number of codes, told apart by a short scene. */
export function unlimitedCode({ scene, page = "", width }: Fields): Reply {
  if (typeof scene !== "string" || !sceneShape.test(scene)) {
    return { json: { errcode: 40169, errmsg: "invalid length for scene" } };
  }
  if (typeof page !== "string" || page.startsWith("/") || page.includes("?")) {
    return { json: { errcode: 41030, errmsg: "invalid page" } };
  }
  return drawn(`${page}?scene=${encodeURIComponent(scene)}`, width);
}

/** `wxacode.get` and `wxacode.createQRCode`: a whole path with its query. */
export function pathCode({ path, width }: Fields): Reply {
  if (typeof path !== "string" || path === "" || path.length > 1024) {
    return { json: { errcode: 40159, errmsg: "invalid length for path" } };
  }
  return drawn(path, width);
}

/**
 * A QR code where WeChat draws its own kind of code, which means something to WeChat only. It holds the
 * path, so that the phone beside it can scan it.
 */
function drawn(path: string, width: unknown): Reply {
  const wished = typeof width === "number" ? width : pixelsUsual;
  const side = Math.min(pixelsMost, Math.max(pixelsLeast, Math.round(wished)));
  const code = qrcode(0, "M");
  code.addData(scheme + path, "Byte");
  code.make();
  const modules = code.getModuleCount();
  const unit = side / (modules + 2 * quietZone);
  const moduleAt = (pixel: number) => Math.floor(pixel / unit) - quietZone;
  const isInside = (at: number) => at >= 0 && at < modules;
  const png = new PNG({ width: side, height: side });
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const [row, column] = [moduleAt(y), moduleAt(x)];
      const isDark = isInside(row) && isInside(column) && code.isDark(row, column);
      png.data.fill(isDark ? 0 : 255, (y * side + x) * 4, (y * side + x) * 4 + 3);
      png.data[(y * side + x) * 4 + 3] = 255;
    }
  }
  return { bytes: PNG.sync.write(png), contentType: "image/png" };
}

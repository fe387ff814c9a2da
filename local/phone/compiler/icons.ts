import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/**
 * TDesign's style sheet loads its icon font from the network. The same font is in an npm package, but with
 * other code points for a quarter of its glyphs, so the sheet's code points are replaced by glyph name.
 */
const remoteFont = /https:\/\/tdesign\.gtimg\.com\/icon\/[\d.]+\/fonts\/(t\.\w+)/g;
const iconRule = /(t-icon-([a-z0-9-]+):before\s*\{\s*content:\s*['"]\\)[0-9A-Fa-f]+/g;

/** Where the server offers the font's files. */
export const iconPath = "/phone/icons/";

/** A style sheet that asks for TDesign's remote icon font asks for the local one instead. */
export function useLocalIcons(css: string): string {
  if (!css.includes("tdesign.gtimg.com/icon/") || !iconFolder()) return css;
  const codes = glyphCodes();
  return css
    .replace(remoteFont, `${iconPath}$1`)
    .replace(iconRule, (rule, start: string, name: string) => {
      const code = codes.get(name);
      return code ? start + code : rule;
    });
}

/** The folder that holds `t.woff` and its kin; undefined when the package is not installed. */
export function iconFolder(): string | undefined {
  const searched =
    createRequire(import.meta.url).resolve.paths("tdesign-icons-web-components") ?? [];
  return searched
    .map((folder) => path.join(folder, "tdesign-icons-web-components/lib/iconfont"))
    .find((folder) => existsSync(folder));
}

let codesByGlyph: Map<string, string> | undefined;

/** Read once: the font's SVG form has 6 MB. */
function glyphCodes(): Map<string, string> {
  if (!codesByGlyph) {
    const svg = readFileSync(path.join(iconFolder() ?? "", "t.svg"), "utf8");
    const glyphs = svg.matchAll(/glyph-name="([^"]+)"\s+unicode="&#x([0-9A-Fa-f]+);"/g);
    codesByGlyph = new Map([...glyphs].map(([, name = "", code = ""]) => [name, code]));
  }
  return codesByGlyph;
}

import { transformSync } from "esbuild";
import type { Findings } from "./findings.ts";
import { mistakesIn } from "./mistakes.ts";

/**
 * The source of a WXS module as JavaScript that behaves like WXS in the two ways JavaScript does not:
 * `x.constructor` is the name of a type (`"Array"`), and a backslash in a string given to `getRegExp`
 * reaches the regular expression. The host provides `wxsType`, `getRegExp` and `getDate`.
 * @param lineOffset lines of the file that come before the source, for a module inside WXML
 */
export function compileWxs(
  source: string,
  file: string,
  findings: Findings,
  lineOffset = 0,
): string {
  try {
    // WXS knows ES5 only: what esbuild cannot lower or parse, the real client refuses too.
    transformSync(source, { loader: "js", target: "es5", logLevel: "silent" });
  } catch (error) {
    for (const { message, at } of mistakesIn(error)) {
      const words = message.replace('the configured target environment ("es5")', "WXS");
      findings.error(file, words, at && { ...at, line: at.line + lineOffset });
    }
    return "";
  }
  return source
    .replace(/getRegExp\(\s*(['"])((?:\\.|(?!\1).)*)\1/g, (_, quote: string, pattern: string) => {
      // A pair of backslashes means one already.
      const kept = pattern.replace(/\\\\|\\(?!['"])/g, "\\\\");
      return `getRegExp(${quote}${kept}${quote}`;
    })
    .replace(/\.\s*constructor\b/g, "[wxsType]");
}

import { transformSync } from "esbuild";
import { type Findings, isOwn, type Place, placeOf } from "./findings.ts";
import { mistakesIn } from "./mistakes.ts";

/**
 * The source of a WXS module as JavaScript that behaves like WXS in the two ways JavaScript does not:
 * `x.constructor` is the name of a type (`"Array"`), and a backslash in a string given to `getRegExp`
 * reaches the regular expression. The host provides `wxsType`, `getRegExp` and `getDate`. Modules are
 * known by their path without extension.
 * @param lineOffset lines of the file that come before the source, for a module inside WXML
 */
export function compileWxs(
  source: string,
  file: string,
  findings: Findings,
  lineOffset = 0,
): string {
  const report = (message: string, at?: Place): void =>
    findings.error(file, message, at && { ...at, line: at.line + lineOffset });
  if (!isReadable(source, isOwn(file), report)) return "";
  return source
    .replace(/getRegExp\(\s*(['"])((?:\\.|(?!\1).)*)\1/g, (_, quote: string, pattern: string) => {
      // A pair of backslashes means one already.
      const kept = pattern.replace(/\\\\|\\(?!['"])/g, "\\\\");
      return `getRegExp(${quote}${kept}${quote}`;
    })
    .replace(/\.\s*constructor\b/g, "[wxsType]")
    .replace(/\brequire\(\s*(['"])(.+?)\.wxs\1\s*\)/g, "require($1$2$1)");
}

/** WXS is ES5 with default arguments; of a package only what no engine could read is reported. */
function isReadable(
  source: string,
  strictly: boolean,
  report: (message: string, at?: Place) => void,
): boolean {
  const options = { loader: "js", logLevel: "silent" } as const;
  const supported = { "default-argument": true, "object-extensions": false };
  try {
    const { code } = transformSync(source, { ...options, supported });
    if (!strictly) return true;
    // What esbuild has to lower to ES5 is not WXS, although it would run here.
    const lowered = transformSync(source, { ...options, supported, target: "es5" });
    if (lowered.code === code) return true;
    const first = source.search(/=>|`/);
    report(
      "WXS knows no arrow functions and no template strings",
      first < 0 ? undefined : placeOf(source, first),
    );
  } catch (error) {
    for (const { message, at } of mistakesIn(error)) {
      const feature = /^Transforming (.+?) to the configured target/.exec(message)?.[1];
      report(feature ? `WXS knows no ${feature}` : message, at);
    }
  }
  return false;
}

import postcss, { type ChildNode, CssSyntaxError, type Root } from "postcss";
import selectorParser from "postcss-selector-parser";
import { domTag } from "../host/domTag.ts";
import { type Files, joinPath } from "./files.ts";
import { type Findings, isOwn } from "./findings.ts";
import { useLocalIcons } from "./icons.ts";
import { translateUnits } from "./units.ts";

/** Finished sheets by file and scope, with the text (imports included) they were made of. */
export type SheetCache = Map<string, { source: string; css: string }>;

/**
 * The WXSS of a page or component as CSS for the browser: imports put in place, units translated, tags
 * renamed, classes prefixed with `scope--` (`""` for styles that are shared), `:host` found by attribute.
 */
export function compileSheet(
  files: Files,
  findings: Findings,
  cache: SheetCache,
  file: string,
  scope: string,
): string {
  if (!files.exists(file)) return "";
  const parsed = parse(files, findings, file, []);
  const source = parsed.toString();
  const key = `${scope} ${file}`;
  const cached = cache.get(key);
  if (cached?.source === source) return cached.css;
  parsed.walkRules((rule) => {
    const inKeyframes =
      rule.parent?.type === "atrule" &&
      "name" in rule.parent &&
      /keyframes$/.test(rule.parent.name);
    if (!inKeyframes) rule.selector = translateSelector(rule.selector, scope);
  });
  const css = useLocalIcons(translateUnits(parsed.toString()));
  cache.set(key, { source, css });
  return css;
}

/** A sheet with its imports in place. @param importers the files that led here, against circles */
function parse(files: Files, findings: Findings, file: string, importers: string[]): Root {
  let root: Root;
  try {
    root = postcss.parse(files.read(file) ?? "", { from: file });
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const at =
      error.line === undefined ? undefined : { line: error.line, column: error.column ?? 1 };
    findings.error(file, error.reason, at);
    return postcss.root();
  }
  root.walkAtRules("import", (rule) => {
    const name = /^(?:url\(\s*)?['"]?([^'")]+)/.exec(rule.params)?.[1] ?? "";
    const target = joinPath(file, name);
    const start = rule.source?.start;
    if (!files.exists(target)) {
      findings.error(file, `@import: there is no "${name}"`, start);
      rule.remove();
    } else if (target === file || importers.includes(target)) {
      rule.remove();
    } else {
      rule.replaceWith(parse(files, findings, target, [...importers, file]).nodes as ChildNode[]);
    }
  });
  if (isOwn(file)) refuseLocalFiles(root, findings, file);
  return root;
}

/** The real client shows no local picture from WXSS; a laptop that did would hide the mistake. */
function refuseLocalFiles(root: Root, findings: Findings, file: string): void {
  root.walkDecls((declaration) => {
    const url = /url\(\s*['"]?([^'")]+)/.exec(declaration.value)?.[1];
    if (url && !/^(data:|https?:|#)/.test(url)) {
      const at = declaration.source?.start;
      findings.error(file, `WXSS cannot load "${url}": use a data URL or <image>`, at);
    }
  });
}

function translateSelector(selector: string, scope: string): string {
  return selectorParser((selectors) => {
    selectors.walkClasses((node) => {
      if (scope) node.value = `${scope}--${node.value}`;
    });
    selectors.walkTags((node) => {
      if (/^[a-z]/i.test(node.value)) node.value = domTag(node.value);
    });
    selectors.walkPseudos((node) => {
      if (node.value !== ":host") return;
      const host = {
        attribute: "wx-host",
        operator: "=",
        value: scope,
        quoteMark: '"',
        raws: {},
      } as const;
      node.replaceWith(selectorParser.attribute(host));
    });
  }).processSync(selector);
}

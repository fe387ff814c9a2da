import { createRequire } from "node:module";
import type * as Compiler from "glass-easel-template-compiler";
import { builtinTags } from "../host/builtins/tags.ts";
import type { TemplateCode } from "../program.ts";
import { type Files, joinPath } from "./files.ts";
import { type Findings, isOwn, placeOf } from "./findings.ts";
import { compileWxs } from "./wxs.ts";

const { TmplGroup } = createRequire(import.meta.url)(
  "glass-easel-template-compiler",
) as typeof Compiler;

/** The WXML of the Mini Program as template functions. */
export type Templates = {
  /**
   * Adds a component's WXML and all that it imports, includes and requires.
   * @param using the tags of the component's own components
   */
  add(component: string, using: readonly string[]): void;
  code(): TemplateCode;
};

/** What glass-easel reports; lines and columns from 0. */
type Report = { isError: boolean; message: string; startLine: number; startColumn: number };

/** Glass-easel ignores these with a warning; the real client's compiler refuses them. */
const refused = /missing end tag|invalid end tag|invalid attribute/;

/** Tags of the language itself. */
const syntaxTags = ["block", "template", "import", "include", "wxs", "slot"];

/**
 * Joins the host to WXS: the environment a module sees, and who calls observers. `D`, which defines
 * a module, is only there where an app has WXS at all.
 */
const runtime = `
  var wxsType = wxs.type, getRegExp = wxs.getRegExp, getDate = wxs.getDate;
  if (typeof D === "function") {
    var define = D;
    D = function (name, body) { return wxs.module(define(name, body)); };
  }
  Q.A = wxs.observer;`;

export function openTemplates(files: Files, findings: Findings): Templates {
  const group = new TmplGroup();
  const added = new Set<string>();
  const templates = new Set<string>();
  group.setExtraRuntimeScript(runtime);

  /** Notes in `made` the WXML files that a component is made of, adding those that are new. */
  function addTemplate(template: string, importer: string, made: Set<string>): void {
    const file = `${template}.wxml`;
    if (made.has(file)) return;
    const source = files.read(file);
    if (source === undefined) {
      findings.error(importer, `there is no "${file}"`);
      return;
    }
    made.add(file);
    if (!added.has(file)) {
      added.add(file);
      compileTemplate(template, file, source);
    }
    for (const dependency of group.getDirectDependencies(template) as string[]) {
      addTemplate(dependency, file, made);
    }
  }

  function compileTemplate(template: string, file: string, source: string): void {
    templates.add(template);
    report(file, group.addTmpl(template, source) as Report[]);
    for (const name of group.getInlineScriptModuleNames(template) as string[]) {
      const script = group.getInlineScript(template, name);
      const line = placeOf(source, source.indexOf(script)).line - 1;
      group.setInlineScript(template, name, compileWxs(script, file, findings, line));
    }
    for (const script of group.getScriptDependencies(template) as string[]) {
      addScript(script, file);
    }
  }

  function addScript(script: string, importer: string): void {
    const file = `${script}.wxs`;
    if (added.has(file)) return;
    added.add(file);
    const source = files.read(file);
    if (source === undefined) {
      findings.error(importer, `there is no "${file}"`);
      return;
    }
    group.addScript(script, compileWxs(source, file, findings));
    for (const [, , name = ""] of source.matchAll(/\brequire\(\s*(['"])(.+?)\1\s*\)/g)) {
      addScript(joinPath(file, name).replace(/\.wxs$/, ""), file);
    }
  }

  function report(file: string, reports: Report[]): void {
    for (const { isError, message, startLine, startColumn } of reports) {
      const at = { line: startLine + 1, column: startColumn + 1 };
      if (isError || (isOwn(file) && refused.test(message))) findings.error(file, message, at);
      else if (isOwn(file)) findings.warn(file, message, at);
    }
  }

  return {
    add(component, using) {
      const known = new Set([...builtinTags, ...syntaxTags, ...using]);
      const made = new Set<string>();
      addTemplate(component, `${component}.json`, made);
      for (const file of [...made].filter(isOwn)) {
        for (const { tag, index } of tagsOf(files.read(file) ?? "")) {
          if (known.has(tag)) continue;
          const message = `<${tag}> is neither one of WeChat's components nor in usingComponents`;
          findings.error(file, message, placeOf(files.read(file) ?? "", index));
        }
      }
    },
    code: () => ({
      shared: `${group.exportGlobals()};${group.exportAllScripts()}`,
      each: Object.fromEntries([...templates].map((path) => [path, group.getTmplGenObject(path)])),
    }),
  };
}

/** The opening tags of a WXML text; what comments, scripts and expressions hold is not one. */
function tagsOf(source: string): { tag: string; index: number }[] {
  const hidden = /<!--[\s\S]*?-->|<wxs\b[^>]*[^>/]>[\s\S]*?<\/wxs>|\{\{[\s\S]*?\}\}/g;
  const visible = source.replace(hidden, (text) => text.replace(/[^\n]/g, " "));
  const tags = visible.matchAll(/<([a-zA-Z][\w-]*)/g);
  return [...tags].map(({ 1: tag = "", index }) => ({ tag, index }));
}

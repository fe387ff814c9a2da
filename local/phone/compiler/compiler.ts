import path from "node:path";
import type { ComponentConfig, Program } from "../program.ts";
import { readApp, readComponent, sharedComponents } from "./config.ts";
import { openFiles } from "./files.ts";
import { openFindings } from "./findings.ts";
import { openScripts, type ScriptCache, scriptFile } from "./scripts.ts";
import { compileSheet, type SheetCache } from "./styles.ts";
import { openTemplates } from "./templates.ts";

/** Compiles one Mini Program again and again; what did not change is not compiled twice. */
export type Compiler = { compile(): Promise<Program> };

/**
 * @param appDir the folder of app.json
 * @param npmDir where packages are that DevTools has not packed into `miniprogram_npm`
 */
export function openCompiler(appDir: string, npmDir?: string): Compiler {
  const scriptCache: ScriptCache = new Map();
  const sheetCache: SheetCache = new Map();

  async function compile(): Promise<Program> {
    const files = openFiles(path.resolve(appDir), npmDir);
    const findings = openFindings();
    const { config, pages, usingComponents } = readApp(files, findings);
    const shared = sharedComponents(files, findings, usingComponents);
    const scripts = openScripts(files, findings, scriptCache);
    const templates = openTemplates(files, findings);
    const components: Record<string, ComponentConfig> = {};
    const scopes: Record<string, string> = {};
    const sheets: Record<string, string> = {};

    async function add(component: string, isPage: boolean): Promise<void> {
      if (components[component]) return;
      const json = readComponent(
        files,
        findings,
        component,
        isPage || isApp(component) ? shared : {},
      );
      components[component] = json;
      templates.add(component, [
        ...Object.keys(json.usingComponents),
        ...Object.keys(json.componentGenerics ?? {}),
      ]);
      await scripts.add(component, `${component}.json`);
      const scope = scopeOf(component, json, Object.keys(components).length);
      if (scope) scopes[component] = scope;
      sheets[component] = compileSheet(files, findings, sheetCache, `${component}.wxss`, scope);
      for (const used of usedBy(json)) await add(used, false);
    }

    if (scriptFile(files, "app")) await scripts.add("app", "app.json");
    sheets.app = compileSheet(files, findings, sheetCache, "app.wxss", "");
    for (const page of pages) await add(page, true);
    if (config.tabBar?.custom) await add("custom-tab-bar/index", false);
    return {
      config,
      pages,
      components,
      scopes,
      sheets,
      templates: templates.code(),
      modules: scripts.modules(),
      diagnostics: findings.all(),
    };
  }

  return { compile };
}

/** app.json's components reach the Mini Program's own components, not those of packages. */
function isApp(component: string): boolean {
  return !component.startsWith("miniprogram_npm/");
}

function usedBy(config: ComponentConfig): string[] {
  const defaults = Object.values(config.componentGenerics ?? {}).map((generic) =>
    generic === true ? undefined : generic.default,
  );
  return [...Object.values(config.usingComponents), ...defaults]
    .filter((component) => component !== undefined)
    .map((component) => component.slice(1));
}

/** A page and a component with shared styles have no scope: their classes are everybody's. */
function scopeOf(component: string, config: ComponentConfig, index: number): string {
  const isolation = config.styleIsolation ?? (config.component ? "isolated" : "shared");
  if (isolation === "shared" || isolation === "page-shared") return "";
  return `c${index}-${path.posix.basename(component).replace(/\W/g, "")}`;
}

import path from "node:path";
import { type ComponentConfig, type Program, usedComponents } from "../program.ts";
import { readApp, readComponent, sharedComponents } from "./config.ts";
import { openFiles } from "./files.ts";
import { isOwn, openFindings } from "./findings.ts";
import { openScripts, type ScriptCache, scriptFile } from "./scripts.ts";
import { compileSheet, type SheetCache } from "./styles.ts";
import { openTemplates } from "./templates.ts";

/** Compiles one Mini Program again and again; what did not change is not compiled twice. */
export type Compiler = {
  compile(): Promise<Program>;
  /**
   * @param file the `source` of a module
   * @returns from which lines its code was made, as the debugger of a phone's browser reads it; JSON
   */
  sourceMap(file: string): string | undefined;
};

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
      // app.json's components reach the Mini Program's own components, not those of packages.
      const read = readComponent(files, findings, component, isOwn(component) ? shared : {});
      // A page shares its styles unless it says otherwise, also one that is made by Component().
      const json = isPage ? { styleIsolation: "shared", ...read } : read;
      components[component] = json;
      templates.add(component, [
        ...Object.keys(json.usingComponents),
        ...Object.keys(json.componentGenerics ?? {}),
      ]);
      await scripts.add(component, `${component}.json`);
      const scope = scopeOf(component, json, Object.keys(components).length);
      if (scope) scopes[component] = scope;
      sheets[component] = compileSheet(files, findings, sheetCache, `${component}.wxss`, scope);
      for (const used of usedComponents(json)) await add(used, false);
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

  return {
    compile,
    sourceMap(file) {
      const map = scriptCache.get(file)?.map;
      // Two lines stand before a module's first one where a phone makes a function of it.
      return (
        map && JSON.stringify({ ...JSON.parse(map), mappings: `;;${JSON.parse(map).mappings}` })
      );
    },
  };
}

/** A page and a component with shared styles have no scope: their classes are everybody's. */
function scopeOf(component: string, config: ComponentConfig, index: number): string {
  const isolation = config.styleIsolation ?? (config.component ? "isolated" : "shared");
  if (isolation === "shared" || isolation === "page-shared") return "";
  return `c${index}-${path.posix.basename(component).replace(/\W/g, "")}`;
}

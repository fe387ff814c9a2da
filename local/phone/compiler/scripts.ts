import { transform } from "esbuild";
import type { Module } from "../program.ts";
import { type Files, joinPath } from "./files.ts";
import { type Findings, isOwn } from "./findings.ts";
import { mistakesIn } from "./mistakes.ts";
import { bundlePackage } from "./packages.ts";

/** The scripts of the Mini Program as CommonJS, kept from one compilation to the next. */
export type Scripts = {
  /** Adds the module at `path` (no extension) and all that it requires; an absent one is an error. */
  add(path: string, importer: string): Promise<void>;
  modules(): Record<string, Module>;
};

/** Compiled code by file, with the text it was made of; `map` is the source map of one of the app's own. */
export type ScriptCache = Map<string, { source: string; code: string; map?: string }>;

const requireCall = /\brequire\(\s*(["'])([^"']+)\1\s*\)/g;

export function openScripts(files: Files, findings: Findings, cache: ScriptCache): Scripts {
  const modules: Record<string, Module> = {};
  const seen = new Set<string>();

  async function add(module: string, importer: string): Promise<void> {
    if (seen.has(module)) return;
    seen.add(module);
    const file = scriptFile(files, module);
    if (!file) {
      findings.error(importer, `there is no script "${module}.ts" or "${module}.js"`);
      return;
    }
    const code = await compile(file);
    if (code === undefined) return;
    const requires: Record<string, string> = {};
    modules[module] = { code, requires, ...(isOwn(file) && { source: file }) };
    for (const [, , name = ""] of code.matchAll(requireCall)) {
      const target = resolve(module, name);
      if (target) {
        requires[name] = target;
        await add(target, file);
      } else if (await addPlainPackage(name)) {
        requires[name] = `npm:${name}`;
      } else if (isOwn(file)) {
        // A package may try for what it can do without; if it cannot, it fails by name when it runs.
        findings.error(file, `cannot find module "${name}"`);
      }
    }
  }

  async function compile(file: string): Promise<string | undefined> {
    const source = files.read(file) ?? "";
    const cached = cache.get(file);
    if (cached?.source === source) return cached.code;
    try {
      const { code, map } = await transform(source, {
        loader: file.endsWith(".ts") ? "ts" : "js",
        format: "cjs",
        target: "es2020",
        sourcefile: file,
        sourcemap: isOwn(file) && "external",
      });
      cache.set(file, { source, code, ...(map && { map }) });
      return code;
    } catch (error) {
      report(file, error);
      return undefined;
    }
  }

  /** @returns whether there is a package of this name that has to be bundled */
  async function addPlainPackage(name: string): Promise<boolean> {
    const module = `npm:${name}`;
    const npmDir = files.plainPackage(name);
    if (!npmDir || modules[module]) return npmDir !== undefined;
    try {
      const code = cache.get(module)?.code ?? (await bundlePackage(name, npmDir));
      cache.set(module, { source: "", code });
      modules[module] = { code, requires: {} };
    } catch (error) {
      report(name, error);
    }
    return true;
  }

  function report(file: string, error: unknown): void {
    for (const { message, at } of mistakesIn(error)) findings.error(file, message, at);
  }

  function resolve(from: string, name: string): string | undefined {
    const near = joinPath(from, name.replace(/\.(js|ts)$/, ""));
    const relative = name.startsWith(".") || name.startsWith("/");
    const places = relative ? [near] : [near, ...files.npmCandidates(from, name)];
    return places
      .flatMap((place) => [place, `${place}/index`])
      .find((place) => scriptFile(files, place));
  }

  return { add, modules: () => modules };
}

/** The file of a script given without extension; TypeScript goes before JavaScript. */
export function scriptFile(files: Files, module: string): string | undefined {
  return [`${module}.ts`, `${module}.js`].find((file) => files.exists(file));
}

import { transformSync } from "esbuild";
import type { AppConfig, ComponentConfig } from "../program.ts";
import { type Files, joinPath } from "./files.ts";
import type { Findings } from "./findings.ts";
import { type Mistake, mistakesIn } from "./mistakes.ts";

type Json = Record<string, unknown>;

/** What app.json says, with its pages (main package, then subpackages) as one list. */
export type App = Readonly<{ config: AppConfig; pages: string[]; usingComponents: Json }>;

export function readApp(files: Files, findings: Findings): App {
  const config = readJson(files, findings, "app.json");
  if (!config) return { config: {}, pages: [], usingComponents: {} };
  const packages = (config.subpackages ?? config.subPackages ?? []) as {
    root: string;
    pages: string[];
  }[];
  const pages = [
    ...((config.pages ?? []) as string[]),
    ...packages.flatMap(({ root, pages }) => pages.map((page) => joinPath("", `/${root}/${page}`))),
  ];
  for (const field of ["plugins", "workers", "renderer"]) {
    if (config[field]) findings.warn("app.json", `"${field}" is not available on this phone`);
  }
  if (pages.length === 0) findings.error("app.json", 'needs at least one page in "pages"');
  const tabs = (config as AppConfig).tabBar?.list ?? [];
  for (const { pagePath } of tabs) {
    if (!pages.includes(pagePath)) findings.error("app.json", `tabBar: "${pagePath}" is no page`);
  }
  return { config, pages, usingComponents: (config.usingComponents ?? {}) as Json };
}

/**
 * A page's or component's json, its components resolved.
 * @param shared components that app.json gives to every page and component
 */
export function readComponent(
  files: Files,
  findings: Findings,
  component: string,
  shared: Readonly<Record<string, string>>,
): ComponentConfig {
  const file = `${component}.json`;
  const json = files.exists(file) ? (readJson(files, findings, file) ?? {}) : {};
  const find = (name: string): string | undefined => {
    const found = findComponent(files, component, name);
    if (!found) findings.error(file, `there is no component at "${name}"`);
    return found && `/${found}`;
  };
  const usingComponents: Record<string, string> = { ...shared };
  for (const [tag, name] of Object.entries((json.usingComponents ?? {}) as Json)) {
    const found = find(String(name));
    if (found) usingComponents[tag] = found;
  }
  return { ...json, usingComponents, ...generics(json, find) };
}

/** Components of app.json by tag, resolved from the root. */
export function sharedComponents(
  files: Files,
  findings: Findings,
  using: Json,
): Record<string, string> {
  const resolved: Record<string, string> = {};
  for (const [tag, name] of Object.entries(using)) {
    const found = findComponent(files, "app", String(name));
    if (found) resolved[tag] = `/${found}`;
    else findings.error("app.json", `there is no component at "${String(name)}"`);
  }
  return resolved;
}

function generics(
  json: Json,
  find: (name: string) => string | undefined,
): Pick<ComponentConfig, "componentGenerics"> {
  const declared = json.componentGenerics as ComponentConfig["componentGenerics"];
  if (!declared) return {};
  const resolved = Object.entries(declared).map(([name, generic]) => {
    const fallback = generic !== true && generic.default ? find(generic.default) : undefined;
    return [name, fallback ? { default: fallback } : true] as const;
  });
  return { componentGenerics: Object.fromEntries(resolved) };
}

function findComponent(files: Files, from: string, name: string): string | undefined {
  const near = joinPath(from, name);
  const places = name.startsWith("/") ? [near] : [near, ...files.npmCandidates(from, name)];
  return places
    .flatMap((place) => [place, `${place}/index`])
    .find((place) => files.exists(`${place}.json`) && files.exists(`${place}.wxml`));
}

function readJson(files: Files, findings: Findings, file: string): Json | undefined {
  const text = files.read(file);
  if (text === undefined) {
    findings.error(file, "there is no such file");
    return undefined;
  }
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    for (const { message, at } of jsonMistakes(text, error)) findings.error(file, message, at);
    return undefined;
  }
}

/** What is wrong with a JSON text, and where: the engine's own message says no place. */
function jsonMistakes(text: string, error: unknown): Mistake[] {
  try {
    transformSync(text, { loader: "json", logLevel: "silent" });
  } catch (failure) {
    return mistakesIn(failure);
  }
  return mistakesIn(error);
}

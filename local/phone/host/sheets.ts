import { type Program, usedComponents } from "../program.ts";

/** Puts the style sheets of the page that is seen in force, and only those. */
export type Sheets = Readonly<{ show(page: string): void }>;

/** @param scopeOf the scope of a component's classes as it is while the app runs */
export function openSheets(
  program: Program,
  scopeOf: (path: string) => string | undefined,
): Sheets {
  const written = new Map<string, HTMLStyleElement>();

  function write(path: string): HTMLStyleElement {
    const style = document.createElement("style");
    style.dataset.sheet = path;
    style.textContent = textOf(path);
    document.head.append(style);
    return style;
  }

  /** A component that shares its styles after all has them compiled with its scope: take it off. */
  function textOf(path: string): string {
    const text = program.sheets[path] ?? "";
    const compiled = program.scopes[path];
    return compiled && !scopeOf(path) ? text.replaceAll(`.${compiled}--`, ".") : text;
  }

  return {
    show(page) {
      const wanted = new Set(sheetsOf(program, page));
      for (const path of wanted) {
        if (!written.has(path)) written.set(path, write(path));
      }
      for (const [path, style] of written) style.disabled = !wanted.has(path);
    },
  };
}

/** In the order in which they are to be written: the app's, the components' and at last the page's. */
function sheetsOf(program: Program, page: string): string[] {
  const ownWorld = program.components[page]?.styleIsolation?.startsWith("page-");
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const used of usedComponents(program.components[path])) visit(used);
  };
  visit(page);
  found.delete(page);
  if (program.config.tabBar?.custom) visit("custom-tab-bar/index");
  return [...(ownWorld ? [] : ["app"]), ...found, page];
}

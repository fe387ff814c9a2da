import { contextOf } from "../builtins/contexts.ts";
import { domOf, nodeOf } from "../events.ts";
import { treeOf } from "../queries.ts";
import type { Platform } from "./platform.ts";

/** Steers a `<map>` of the page that is seen, or of a component. */
export function mapWx({ phone }: Platform): Record<string, unknown> {
  return {
    createMapContext(id: string, component?: unknown) {
      const scope = component ? nodeOf(component) : phone.currentPage()?.component;
      const node = treeOf(scope)?.getElementById(id);
      const dom = node && domOf(node);
      const map = dom && contextOf(dom);
      if (!map) throw new Error(`createMapContext: there is no <map id="${id}">`);
      return map;
    },
  };
}

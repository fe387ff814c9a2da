import { contextOf } from "../builtins/contexts.ts";
import { domOf, nodeOf } from "../events.ts";
import { treeOf } from "../queries.ts";
import type { Platform } from "./platform.ts";

/** Steers a `<video>` of the page that is seen, or of a component. */
export function videoWx({ phone }: Platform): Record<string, unknown> {
  return {
    createVideoContext(id: string, component?: unknown) {
      const scope = component ? nodeOf(component) : phone.currentPage()?.component;
      const node = treeOf(scope)?.getElementById(id);
      const dom = node && domOf(node);
      const player = dom && contextOf(dom);
      if (!player) throw new Error(`createVideoContext: there is no <video id="${id}">`);
      return player;
    },
  };
}

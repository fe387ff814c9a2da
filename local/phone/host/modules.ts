import type { Module, Program } from "../program.ts";

/** Runs the app's scripts, each once. */
export type Modules = Readonly<{
  has(path: string): boolean;
  /** The exports of the script at `path`; runs it if it has not run. */
  load(path: string): unknown;
}>;

type Exports = { exports: unknown };

/**
 * What a browser offers and WeChat's logic layer does not: an app that reached for it would work here and
 * fail on a telephone, so its scripts find these undefined.
 */
const absent = [
  "window,document,location,navigator,history,localStorage,sessionStorage,indexedDB,caches,fetch",
  "XMLHttpRequest,WebSocket,EventSource,Worker,SharedWorker,Blob,File,FileReader,FormData,Headers",
  "Request,Response,URL,URLSearchParams,TextEncoder,TextDecoder,crypto,structuredClone,atob,btoa",
  "AbortController,Image,Audio,Event,CustomEvent,EventTarget,MutationObserver,ResizeObserver",
  "requestAnimationFrame,getComputedStyle,alert,confirm,prompt,self,parent,top,frames",
].flatMap((names) => names.split(","));

/** For the browser's debugger, which fetches a source map only when somebody looks. */
const pragmas = (path: string, { source }: Module): string =>
  [
    `//# sourceURL=miniprogram/${path}.js`,
    ...(source ? [`//# sourceMappingURL=${new URL(`maps/${source}`, document.baseURI)}`] : []),
  ].join("\n");

export function openModules(program: Program): Modules {
  const loaded = new Map<string, Exports>();

  function load(path: string): unknown {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = program.modules[path];
    if (!module) throw new Error(`there is no module "${path}"`);
    const code = `"use strict";return function (require, module, exports) {${module.code}\n}`;
    const wrap = new Function(...absent, `${code}\n${pragmas(path, module)}`);
    const run = wrap() as (require: unknown, module: Exports, exports: unknown) => void;
    const made: Exports = { exports: {} };
    loaded.set(path, made);
    const require = (name: string): unknown => {
      const target = module.requires[name];
      if (!target) throw new Error(`${path}: cannot require "${name}"`);
      return load(target);
    };
    try {
      run(require, made, made.exports);
    } catch (error) {
      // Whoever loads it next is to meet the same error, not a module that is half there.
      loaded.delete(path);
      throw error;
    }
    return made.exports;
  }

  return { has: (path) => path in program.modules, load };
}

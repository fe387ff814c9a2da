import {
  Component,
  type GeneralComponent,
  type Element as Node,
  type ShadowedEvent,
} from "glass-easel";
import { appEvent, domOf, nodeOf } from "./events.ts";
import { clientRect } from "./rects.ts";

/** WXS's own globals and callers, as the code of the templates asks for them (see the compiler's `runtime`). */
export type WxsHooks = Readonly<{
  /** `x[type]` is what WXS calls `x.constructor`: the name of a type. */
  type: symbol;
  getRegExp(pattern: string, flags?: string): RegExp;
  getDate(...args: number[]): Date;
  /** Notes which functions are WXS, since their handlers are called otherwise than the app's. */
  module(load: () => object): () => object;
  observer(listener: PropertyObserver): PropertyObserver;
  /**
   * Calls what a template bound to an event, WXS or the app's, with what WeChat would give it.
   * @returns `false` from WXS alone, where it ends the event; of the app whatever else it returned,
   * since that of `bindinput` replaces what was typed
   */
  handler(
    caller: unknown,
    event: ShadowedEvent<unknown>,
    listener: (this: unknown, ...args: unknown[]) => unknown,
  ): unknown;
}>;

type PropertyObserver = (value: unknown, before: unknown, host: Node, node: Node) => void;

export function createWxsHooks(): WxsHooks {
  const type = Symbol("wxs type");
  Object.defineProperty(Object.prototype, type, {
    get(this: unknown) {
      return Object.prototype.toString.call(this).slice(8, -1);
    },
  });
  const functions = new WeakSet<object>();
  return {
    type,
    getRegExp: (pattern, flags) => new RegExp(pattern, flags),
    getDate: (...args) => Reflect.construct(Date, args),
    module: (load) => () => {
      const exports = load();
      for (const member of Object.values(exports)) {
        if (typeof member === "function") functions.add(member);
      }
      return exports;
    },
    // The real client calls observers when the tree stands; here it may still be growing.
    observer: (listener) => (value, before, host, node) =>
      queueMicrotask(() => {
        listener(value, before, descriptor(host) as never, descriptor(node) as never);
      }),
    handler(caller, event, listener) {
      if (!functions.has(listener)) {
        const returned = listener.call(caller, appEvent(event));
        return returned === false ? undefined : returned;
      }
      const owner = descriptor(nodeOf(caller));
      const instance = descriptor(nodeOf(event.currentTarget));
      return listener({ ...appEvent(event), instance }, owner) === false ? false : undefined;
    },
  };
}

const states = new WeakMap<Node, Record<string, unknown>>();
const styles = new WeakMap<Node, Record<string, string>>();

/** Above what the template sets: glass-easel's segment for temporary styles and classes. */
const temporary = 3;

/** What WXS may do with a node (ComponentDescriptor). */
function descriptor(node: Node): object {
  const dom = domOf(node);
  const component = Component.isComponent(node) ? node : undefined;
  const toggle = (names: string, on: boolean) => {
    for (const name of names.split(/\s+/)) node.toggleNodeClass(name, on, temporary);
    return self;
  };
  const self = {
    getState: () => stateOf(states, node),
    getDataset: () => node.dataset,
    setStyle(style: string | Record<string, string>) {
      const merged = Object.assign(stateOf(styles, node), parseStyle(style));
      const text = Object.entries(merged).map(([name, value]) => `${name}:${value}`);
      node.setNodeStyle(text.join(";"), temporary);
      return self;
    },
    addClass: (names: string) => toggle(names, true),
    removeClass: (names: string) => toggle(names, false),
    hasClass: (name: string) =>
      [0, temporary].some((segment) => node.classList?.contains(name, segment) ?? false),
    getBoundingClientRect: () => dom && clientRect(dom),
    getComputedStyle(names: readonly string[]) {
      const computed = dom && getComputedStyle(dom);
      return Object.fromEntries(
        names.map((name) => [name, computed?.getPropertyValue(kebab(name))]),
      );
    },
    selectComponent: (selector: string) => select(component, selector)[0] ?? null,
    selectAllComponents: (selector: string) => select(component, selector),
    callMethod(name: string, args?: unknown) {
      const caller = component?.getMethodCaller() as unknown as Record<string, unknown> | undefined;
      const method = caller?.[name];
      if (typeof method !== "function") throw new Error(`callMethod: there is no method "${name}"`);
      method.call(caller, args);
    },
    triggerEvent: (name: string, detail?: unknown) => component?.triggerEvent(name, detail),
    requestAnimationFrame: (then: () => void) => requestAnimationFrame(then),
    setTimeout: (then: () => void, milliseconds?: number) => setTimeout(then, milliseconds),
    clearTimeout: (timer: number) => clearTimeout(timer),
  };
  return self;
}

function select(component: GeneralComponent | undefined, selector: string): object[] {
  const found = component?.getShadowRoot()?.querySelectorAll(selector) ?? [];
  return found.map(descriptor);
}

function stateOf<T extends object>(kept: WeakMap<Node, T>, node: Node): T {
  const state = kept.get(node) ?? ({} as T);
  kept.set(node, state);
  return state;
}

function parseStyle(style: string | Record<string, string>): Record<string, string> {
  if (typeof style !== "string") {
    return Object.fromEntries(Object.entries(style).map(([name, value]) => [kebab(name), value]));
  }
  const declarations = style.split(";").map((declaration) => declaration.split(/:(.*)/s));
  return Object.fromEntries(
    declarations.flatMap(([name = "", value = ""]) => (name.trim() ? [[name.trim(), value]] : [])),
  );
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

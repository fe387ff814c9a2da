import { Component, type GeneralComponent, type Element as Node } from "glass-easel";
import { domTag } from "./domTag.ts";
import { domOf } from "./events.ts";

/**
 * What matches `selector` in the tree of one page or component, not in the trees of the components in it.
 * @param around only what is inside this element
 */
export function find(
  host: GeneralComponent,
  around: HTMLElement | undefined,
  selector: string,
): HTMLElement[] {
  const root = around ?? domOf(host);
  const scope = root?.closest("[wx-host]")?.getAttribute("wx-host") ?? "";
  const tree = host.getShadowRoot();
  const found = root?.querySelectorAll<HTMLElement>(translate(selector, scope)) ?? [];
  return [...found].filter((dom) => nodeAt(dom).ownerShadowRoot === tree);
}

/** A selector of WXML for the DOM: tags, classes and ids have the names that they carry there. */
function translate(selector: string, scope: string): string {
  return selector.replace(
    /\[[^\]]*\]|([.#]?)(-?[a-zA-Z_][\w-]*)|::?[\w-]+(\([^)]*\))?/g,
    (whole, sign: string | undefined, name: string | undefined) => {
      if (!name) return whole;
      if (sign === ".") return scope ? `:is(.${name},.${scope}--${name})` : `.${name}`;
      if (sign === "#") return `:is(#${name},[id$="--${name}"])`;
      return domTag(name);
    },
  );
}

/** Glass-easel's node of an element, or of the nearest around it. */
export function nodeAt(dom: HTMLElement): Node {
  const { __wxElement: node } = dom as { __wxElement?: Node };
  if (node) return node;
  if (!dom.parentElement) throw new Error(`<${dom.localName}> is not part of a page`);
  return nodeAt(dom.parentElement);
}

/** The component of the app or of a package that an element is; WeChat's own are none. */
export function componentOf(dom: HTMLElement): GeneralComponent | undefined {
  const { __wxElement: node } = dom as { __wxElement?: Node };
  const own = Component.isComponent(node) && !node.is.startsWith("builtin/");
  return own ? (node as GeneralComponent) : undefined;
}

/** @throws when the element is none of the app's components */
export function ownComponent(dom: HTMLElement): GeneralComponent {
  const component = componentOf(dom);
  if (!component) throw new Error(`<${dom.localName}> is not a component of the app`);
  return component;
}

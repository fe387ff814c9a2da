import { Component } from "glass-easel";
import { componentOf, find, nodeAt, ownComponent } from "./automatedNodes.ts";
import { type Command, callMethod, type Params, pageOf, valueAt } from "./automationCommand.ts";
import type { Phone } from "./phone.ts";

/** How an automator finds elements, reads them and acts on them. */
export function elementCommands(phone: Phone): Record<string, Command> {
  const elements = openElements();
  const dom = ({ elementId }: Params): HTMLElement => elements.get(elementId);
  const caller = (params: Params) =>
    ownComponent(dom(params)).getMethodCaller() as unknown as Caller;
  const inPage = ({ pageId, selector }: Params): HTMLElement[] =>
    find(pageOf(phone, pageId).component, undefined, selector);
  const inElement = (params: Params): HTMLElement[] => {
    const around = dom(params);
    const own = componentOf(around);
    const tree = own ?? nodeAt(around).ownerShadowRoot?.getHostNode();
    return tree ? find(tree, around, params.selector) : [];
  };
  return {
    "Page.getElement": (params) => elements.info(one(inPage(params), params)),
    "Page.getElements": (params) => ({ elements: inPage(params).map(elements.info) }),
    "Element.getElement": (params) => elements.info(one(inElement(params), params)),
    "Element.getElements": (params) => ({ elements: inElement(params).map(elements.info) }),
    "Element.getDOMProperties": (params) => ({
      properties: params.names.map((name) => dom(params)[name as "innerText"]),
    }),
    "Element.getAttributes": (params) => ({
      attributes: params.names.map((name) => attributeOf(dom(params), name)),
    }),
    "Element.getProperties": (params) => ({
      properties: params.names.map((name) => propertyOf(dom(params), name)),
    }),
    "Element.getStyles": (params) => ({
      styles: params.names.map((name) => getComputedStyle(dom(params))[name as "color"]),
    }),
    "Element.getOffset": (params) => offsetOf(phone, dom(params)),
    "Element.getWXML": (params) => ({
      wxml: wxmlOf(params.type === "outer" ? dom(params).outerHTML : dom(params).innerHTML),
    }),
    "Element.triggerEvent": (params) => {
      const node = nodeAt(dom(params));
      node.triggerEvent(params.type, params.detail ?? {});
      return {};
    },
    "Element.callFunction": (params) => ({ result: act(dom(params), params) }),
    "Element.getData": (params) => ({ data: valueAt(caller(params).data, params.path) }),
    "Element.setData": (params) => {
      caller(params).setData(params.data);
      return {};
    },
    "Element.callMethod": async (params) => ({
      result: await callMethod(caller(params), params.method, params.args),
    }),
    /** Not of the protocol: where the automator's mouse has to go. */
    "Element.center": (params) => centerOf(dom(params)),
  };
}

type Caller = { data: unknown; setData(data: object): void };

/** DOM elements by the ids under which an automator knows them. */
function openElements(): {
  get(id: string): HTMLElement;
  info(dom: HTMLElement): object;
} {
  const byId = new Map<string, HTMLElement>();
  const ids = new WeakMap<HTMLElement, string>();
  return {
    get(id) {
      const dom = byId.get(id);
      if (!dom?.isConnected) throw new Error(`element ${id} is no longer on the page`);
      return dom;
    },
    info(dom) {
      const elementId = ids.get(dom) ?? `element-${byId.size + 1}`;
      ids.set(dom, elementId);
      byId.set(elementId, dom);
      const tagName = dom.localName.replace(/^wx-/, "");
      // The client takes whatever has a `nodeId` for a component of the app.
      return { elementId, tagName, ...(componentOf(dom) && { nodeId: elementId }) };
    },
  };
}

function one(found: HTMLElement[], { selector }: Params): HTMLElement {
  const [first] = found;
  if (!first) throw new Error(`nothing matches "${selector}"`);
  return first;
}

function attributeOf(dom: HTMLElement, name: string): unknown {
  const node = nodeAt(dom);
  if (name === "class") return node.class;
  if (name === "id") return node.id;
  if (!name.startsWith("data-")) return dom.getAttribute(name) ?? propertyOf(dom, name);
  const camel = name
    .slice("data-".length)
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return node.dataset[camel];
}

/** A property of a component; `__propPublic` is the client's way to ask which there are. */
function propertyOf(dom: HTMLElement, name: string): unknown {
  const node = nodeAt(dom);
  const data = Component.isComponent(node) ? (node.data as Record<string, unknown>) : {};
  if (name !== "__propPublic") return data[name];
  return Object.fromEntries(Object.keys(data).map((property) => [property, true]));
}

function offsetOf(phone: Phone, dom: HTMLElement): { left: number; top: number } {
  const scroller = phone.currentPage()?.scroller;
  const { left, top } = dom.getBoundingClientRect();
  const origin = scroller?.getBoundingClientRect();
  return {
    left: left - (origin?.left ?? 0) + (scroller?.scrollLeft ?? 0),
    top: top - (origin?.top ?? 0) + (scroller?.scrollTop ?? 0),
  };
}

function wxmlOf(html: string): string {
  return html.replace(/<(\/?)wx-/g, "<$1");
}

function centerOf(dom: HTMLElement): { x: number; y: number } {
  dom.scrollIntoView({ block: "nearest", inline: "nearest" });
  const { left, top, width, height } = dom.getBoundingClientRect();
  if (width === 0 || height === 0) throw new Error(`<${dom.localName}> is not visible`);
  return { x: left + width / 2, y: top + height / 2 };
}

/** `input.input`, `scroll-view.scrollTo`, …: what the client does with WeChat's own components. */
function act(dom: HTMLElement, { functionName, args }: Params): unknown {
  const node = nodeAt(dom);
  const set = (properties: object): void => {
    if (Component.isComponent(node)) node.setData(properties);
  };
  const [first, second] = args as [never, never];
  switch (functionName) {
    case "input.input":
    case "textarea.input":
      return type(dom, String(first));
    case "scroll-view.scrollTo":
      return dom.scrollTo(first, second);
    case "scroll-view.scrollTop":
    case "scroll-view.scrollLeft":
    case "scroll-view.scrollWidth":
    case "scroll-view.scrollHeight":
      return dom[functionName.slice("scroll-view.".length) as "scrollTop"];
    case "swiper.swipeTo":
      return set({ current: first });
    case "movable-view.moveTo":
      return set({ x: first, y: second });
    case "slider.slideTo":
      set({ value: first });
      return node.triggerEvent("change", { value: first });
    default:
      throw new Error(`${functionName} is not available on this phone`);
  }
}

function type(dom: HTMLElement, text: string): void {
  const field = dom.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
  if (!field) throw new Error(`<${dom.localName}> takes no text`);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

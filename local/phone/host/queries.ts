import { Component, type Element as Node, type ShadowRoot } from "glass-easel";
import { contextOf } from "./builtins/contexts.ts";
import { domOf, nodeOf } from "./events.ts";
import type { OpenPage, Phone } from "./phone.ts";
import { clientRect } from "./rects.ts";

/** What `fields` may ask of a node. */
type Fields = {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  node?: boolean;
  context?: boolean;
  properties?: readonly string[];
  computedStyle?: readonly string[];
};

type Answer = (result: unknown) => void;

/** Answers one question about the nodes it is asked about. */
type Question = Readonly<{ find: () => unknown; answer: Answer | undefined }>;

/** `wx.createSelectorQuery()`. */
export type SelectorQuery = Readonly<{
  in(component: unknown): SelectorQuery;
  select(selector: string): NodesRef;
  selectAll(selector: string): NodesRef;
  selectViewport(): NodesRef;
  /** Answers later, in the order of the questions. */
  exec(answer?: (results: unknown[]) => void): SelectorQuery;
}>;

type NodesRef = Readonly<{
  fields(fields: Fields, answer?: Answer): SelectorQuery;
  boundingClientRect(answer?: Answer): SelectorQuery;
  scrollOffset(answer?: Answer): SelectorQuery;
  node(answer?: Answer): SelectorQuery;
  context(answer?: Answer): SelectorQuery;
}>;

/** @param scope the page's or component's node in whose tree is searched; the seen page by default */
export function createSelectorQuery(phone: Phone, scope?: Node): SelectorQuery {
  let root = scope ?? phone.currentPage()?.component;
  const questions: Question[] = [];

  function refer(find: (fields: Fields) => unknown): NodesRef {
    const ask = (fields: Fields, answer?: Answer): SelectorQuery => {
      questions.push({ find: () => find(fields), answer });
      return query;
    };
    return {
      fields: ask,
      boundingClientRect: (answer) =>
        ask({ id: true, dataset: true, rect: true, size: true }, answer),
      scrollOffset: (answer) => ask({ id: true, dataset: true, scrollOffset: true }, answer),
      node: (answer) => ask({ node: true }, answer),
      context: (answer) => ask({ context: true }, answer),
    };
  }

  const query: SelectorQuery = {
    in(component) {
      root = nodeOf(component) as typeof root;
      return query;
    },
    select(selector) {
      const tree = treeOf(root);
      return refer((fields) => {
        const found = tree?.querySelector(selector);
        return found ? describe(found, fields) : null;
      });
    },
    selectAll(selector) {
      const tree = treeOf(root);
      return refer((fields) =>
        (tree?.querySelectorAll(selector) ?? []).map((node) => describe(node, fields)),
      );
    },
    selectViewport() {
      return refer((fields) => describeViewport(phone.currentPage(), fields));
    },
    exec(answer) {
      // Later, when what was set just before is drawn.
      setTimeout(() => {
        const results = questions.splice(0).map(({ find, answer }) => {
          const result = find();
          answer?.(result);
          return result;
        });
        answer?.(results);
      });
      return query;
    },
  };
  return query;
}

/** The tree inside a page or component. */
export function treeOf(node: Node | undefined): ShadowRoot | undefined {
  return (Component.isComponent(node) && (node.getShadowRoot() as ShadowRoot | null)) || undefined;
}

function describe(node: Node, fields: Fields): Record<string, unknown> {
  const dom = domOf(node);
  const { width = 0, height = 0, ...rect } = dom ? clientRect(dom) : {};
  const data = Component.isComponent(node) ? (node.data as Record<string, unknown>) : {};
  const style = fields.computedStyle && dom ? getComputedStyle(dom) : undefined;
  return {
    ...(fields.id && { id: node.id }),
    ...(fields.dataset && { dataset: { ...node.dataset } }),
    ...(fields.mark && { mark: node.collectMarks() }),
    ...(fields.rect && rect),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && dom && offsetOf(dom)),
    ...(fields.node && { node: contextAt(dom) }),
    ...(fields.context && { context: contextAt(dom) }),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, data[name]])),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [name, style?.[name as "top"]]),
    ),
  };
}

function describeViewport(page: OpenPage | undefined, fields: Fields): Record<string, unknown> {
  const scroller = page?.scroller;
  const width = scroller?.clientWidth ?? 0;
  const height = scroller?.clientHeight ?? 0;
  return {
    ...(fields.id && { id: "" }),
    ...(fields.dataset && { dataset: {} }),
    ...(fields.rect && { left: 0, top: 0, right: width, bottom: height }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && scroller && offsetOf(scroller)),
  };
}

function offsetOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): object {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

/** What `node` and `context` give: the canvas to draw on, the player of a video. */
function contextAt(dom: HTMLElement | undefined): object {
  const context = dom && contextOf(dom);
  if (!context) throw new Error(`NodesRef: <${dom?.localName ?? ""}> has no node on this phone`);
  return context;
}
